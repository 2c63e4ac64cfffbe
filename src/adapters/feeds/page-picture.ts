import type { ArticleImage } from '../../domain/article/article.ts';
import { captionOfLine, creditOfCaption, creditOfLine } from '../../domain/article/caption.ts';
import { captionsOf, captionWords, creditWords, type Framed } from './page-captions.ts';
import { known, type PageData } from './page-data.ts';
import { metaOf, type PageDocument, type PageElement, webAddress } from './page-document.ts';
import type { PageMap } from './page-map.ts';

const SOURCES = [
  'src',
  'srcset',
  'data-src',
  'data-srcset',
  'data-original',
  'data-lazy-src',
  'content',
  'href',
];

/** The name of a picture's file without sizes, by which its copies are known: `harbour` of `/a/harbour-1024x576.jpg?w=3`. */
function fileNameOf(address: string): string | undefined {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const file = path.split('/').findLast((part) => /\.\w{3,4}$/.test(part)) ?? path.split('/').at(-1) ?? '';
  const name = decodeURIComponentSafely(file)
    .replace(/\.\w{3,5}$/, '')
    .replace(/[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w?)$/i, '');
  return name.length >= 4 ? name.toLowerCase() : undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shows(element: PageElement, fileName: string): boolean {
  const media = [element, ...element.querySelectorAll('img, source, meta, link, amp-img, a, video')];
  return media.some((medium) =>
    SOURCES.some((name) => medium.getAttribute(name)?.toLowerCase().includes(fileName) ?? false),
  );
}

/** Pictures that stand for the paper, not for the story. */
const EMBLEM =
  /logo|default|fallback|placeholder|favicon|sprite|og[-_]?image|share[-_]?image|avatar|headshot/i;

type Lead = { readonly caption?: string; readonly credit?: string; readonly src?: string };

function leadOf({ caption, frame }: Framed): Lead {
  const image = frame.querySelector('img, amp-img');
  const src = image?.getAttribute('src') ?? image?.getAttribute('data-src');
  return known({ caption: captionWords(caption), credit: creditWords(frame), src: src ?? undefined });
}

/**
 * What the page says of its lead image: in the frame that shows its file; else, when the page shows it nowhere, in the
 * first frame at the top of the story, where another cut of it stands.
 */
function leadWords(map: PageMap, imageUrl: string | undefined): Lead {
  const captions = captionsOf(map);
  const fileName = imageUrl === undefined || EMBLEM.test(imageUrl) ? undefined : fileNameOf(imageUrl);
  const itself = fileName === undefined ? undefined : captions.find(({ frame }) => shows(frame, fileName));
  if (itself !== undefined) return leadOf(itself);
  const figures = map.elements.filter((element) => element.tagName === 'FIGURE' && !map.isOutside(element));
  const bare = fileName === undefined ? undefined : figures.find((figure) => shows(figure, fileName));
  if (bare !== undefined) return known({ credit: creditWords(bare) });
  const top = captions.find(({ at }) => at <= map.storyAt);
  return top === undefined ? {} : leadOf(top);
}

const LABEL =
  /^(?:(?:photo|image|picture|foto|bild|video)(?:graph)?(?:\s+(?:credit|source|by|courtesy))?|credit|copyright|source|©)(?:\s*(?::|©|…|\.\.\.)\s*|\s+(?=by\b)|\s+|(?=\p{Lu}))(?:by\s+)?/iu;

/** A credit without brackets, labels and dashes round it. */
function bareCredit(credit: string): string {
  return credit
    .replace(/^[([]\s*|\s*[)\]]$/gu, '')
    .replace(LABEL, '')
    .replace(/^[\s|/–—-]+|[\s.|/–—-]+$/gu, '')
    .trim();
}

/** `The pier in May. / ADA LIND`, `The pier | CPX Photo`. */
function creditBehindBar(caption: string): ArticleImage | undefined {
  const match =
    /(?<=[.!?"”’»])\s*[/|]\s*(?<name>\p{Lu}[^|.]{2,60})$|\s\|\s*(?<agency>[^|]{2,60}\b(?:photos?|images|foto))$/iu.exec(
      caption,
    );
  const credit = match?.groups?.['name'] ?? match?.groups?.['agency'];
  return match === null || credit === undefined
    ? undefined
    : { caption: caption.slice(0, match.index).trim(), credit: credit.trim() };
}

/** Labels of what is not there, left where a credit was taken out. */
function bareCaption(caption: string): string {
  return caption
    .replace(/^(?:image|photo) caption[:,]?\s*/i, '')
    .replace(/\s*(?:photographer|photo(?:graph)?s?|credit|source|fotograf|foto|image)\s*(?:by)?\s*:$/iu, '')
    .replace(/[\s|–—-]+$/u, '');
}

/** The credit of a caption that is nothing else. */
function creditAlone(caption: string): string | undefined {
  const bracketed = /^[([](?<words>[^()[\]]{3,80})[)\]]$/u.exec(caption)?.groups?.['words'];
  return creditOfLine(caption) ?? (bracketed && bareCredit(bracketed));
}

function partedCaption(caption: string): ArticleImage | undefined {
  return creditBehindBar(caption) ?? captionOfLine(caption, { nearTop: true }) ?? creditOfCaption(caption);
}

/** A caption as pages write it, parted from the credit that stands in it. */
export function pictureWords(caption: string | undefined, credit: string | undefined): ArticleImage {
  const ownCredit = credit === undefined || bareCredit(credit) === '' ? undefined : bareCredit(credit);
  const withoutCredit = credit === undefined ? caption : caption?.replace(credit, '').trim();
  if (withoutCredit === undefined || withoutCredit === '') return known({ credit: ownCredit });
  const alone = creditAlone(withoutCredit);
  if (alone !== undefined) return { credit: ownCredit ?? alone };
  const parted = partedCaption(withoutCredit);
  return known({
    caption: bareCaption(parted?.caption ?? withoutCredit) || undefined,
    credit: ownCredit ?? (parted?.credit && bareCredit(parted.credit)),
  });
}

/** The lead image with caption and credit, from the page as it came: the extractor throws captions away. */
export function pictureOf(
  page: PageDocument,
  data: PageData,
  map: PageMap,
  url: string | undefined,
): ArticleImage | undefined {
  const address = webAddress(
    metaOf(page, 'og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ??
      data.image,
    url,
  );
  const lead = leadWords(map, address);
  const caption = lead.caption ?? data.caption;
  const credit = lead.credit ?? data.credit;
  const words = pictureWords(caption, credit === caption ? undefined : credit);
  const picture = known({ url: address ?? webAddress(lead.src, url), ...words });
  return Object.keys(picture).length === 0 ? undefined : picture;
}
