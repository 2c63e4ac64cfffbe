import type { ArticleImage } from '../../domain/article/article.ts';
import { captionOfLine, creditOfCaption, creditOfLine } from '../../domain/article/caption.ts';
import { known, type PageData } from './page-data.ts';
import { metaOf, type PageDocument, webAddress } from './page-document.ts';
import { leadWords } from './page-lead.ts';
import type { PageMap } from './page-map.ts';

const LABEL =
  /^(?:(?:photo|image|picture|foto|bild|video)(?:graph)?(?:\s+(?:credit|source|by|courtesy))?|credit|copyright|source|©)(?:\s*(?:[:,]|©|…|\.\.\.)\s*|\s+(?=by\b)|\s+|(?=\p{Lu}))(?:by\s+)?/iu;

/** A credit without brackets, labels and dashes round it. */
function bareCredit(credit: string): string {
  return credit
    .replace(/\s*https?:\/\/\S+/gu, '')
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

/** `Photo credit: CPX | The pier in May.` */
const CREDIT_FIRST =
  /^(?:(?:photo|image|picture)\s+)?credit:\s*(?<credit>[^|]{2,80}?)\s*\|\s*(?<caption>.{10,})$/iu;
/** `The pier in May. CREDIT: Ada Lind; Coastal Press.` */
const CREDIT_BEHIND =
  /^(?<caption>.{10,}?)[\s(]*\b(?:(?:photo|image|picture)\s+)?credits?:\s*(?<credit>\S.{1,160}?)\)?$/iu;

function labelled(caption: string, form: RegExp): ArticleImage | undefined {
  const groups = form.exec(caption)?.groups;
  return groups && known({ caption: groups['caption'], credit: groups['credit'] });
}

function partedCaption(caption: string): ArticleImage | undefined {
  return (
    labelled(caption, CREDIT_FIRST) ??
    creditBehindBar(caption) ??
    captionOfLine(caption, { nearTop: true }) ??
    creditOfCaption(caption) ??
    labelled(caption, CREDIT_BEHIND)
  );
}

/** A caption without the credit that it begins or ends with. */
function withoutAtEdge(caption: string, credit: string): string {
  if (caption.endsWith(credit)) return caption.slice(0, -credit.length).trim();
  return caption.startsWith(credit) ? caption.slice(credit.length).trim() : caption;
}

/** A caption as pages write it, parted from the credit that stands in it. */
export function pictureWords(caption: string | undefined, credit: string | undefined): ArticleImage {
  const ownCredit = credit === undefined || bareCredit(credit) === '' ? undefined : bareCredit(credit);
  const withoutCredit = credit === undefined ? caption : caption && withoutAtEdge(caption, credit);
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
  const picture = known({ url: webAddress(lead.src, url) ?? address, ...words });
  return Object.keys(picture).length === 0 ? undefined : picture;
}
