import type { ArticleImage } from '../../domain/article/article.ts';
import { captionOfLine, creditOfLine } from '../../domain/article/caption.ts';
import { known, type PageData } from './page-data.ts';
import { metaOf, type PageDocument, type PageElement, webAddress, wordsOf } from './page-document.ts';

/** Where pages put what is said of a picture, best first. */
const CAPTIONS = [
  'figcaption',
  '.wp-caption-text',
  '[itemprop="caption"]',
  '[class*="caption" i]',
  '[data-testid*="caption" i]',
  '[class*="legend" i]',
] as const;

const CREDITS = [
  '[itemprop="copyrightHolder"]',
  '[itemprop="creditText"]',
  '[class*="credit" i]',
  '[class*="photographer" i]',
  '[class*="copyright" i]',
  '[class*="attribution" i]',
] as const;

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
  const media = [element, ...element.querySelectorAll('img, source, meta, link, amp-img, a')];
  return media.some((medium) =>
    SOURCES.some((name) => medium.getAttribute(name)?.toLowerCase().includes(fileName) ?? false),
  );
}

/** The smallest element round the picture that has words on it; a figure where there is one. */
function frameOf(page: PageDocument, imageUrl: string | undefined): PageElement | undefined {
  const fileName = imageUrl === undefined ? undefined : fileNameOf(imageUrl);
  const frames = [
    ...page.querySelectorAll(
      'figure, .wp-caption, [class*="image-wrap" i], [class*="media-object" i], [class*="featured" i], [class*="lead-image" i], [class*="hero" i]',
    ),
  ];
  const showing = fileName === undefined ? [] : frames.filter((frame) => shows(frame, fileName));
  return showing.find((frame) => captionIn(frame) !== undefined) ?? showing[0];
}

function firstWords(frame: PageElement, selectors: readonly string[]): string | undefined {
  for (const selector of selectors) {
    for (const element of frame.querySelectorAll(selector)) {
      const words = wordsOf(element);
      if (words !== undefined && words.length <= 700) return words;
    }
  }
  return undefined;
}

const captionIn = (frame: PageElement): string | undefined => firstWords(frame, CAPTIONS);

const LABEL =
  /^(?:(?:photo|image|picture|foto|bild|video)(?:graph)?(?:\s+(?:credit|source|by|courtesy))?|credit|copyright|source|©)(?:\s*(?::|©|…|\.\.\.)\s*|\s+(?=by\b)|\s+|(?=\p{Lu}))(?:by\s+)?/iu;

/** A caption as pages write it, parted from the credit that stands in it. */
export function pictureWords(caption: string | undefined, credit: string | undefined): ArticleImage {
  const ownCredit = credit
    ?.replace(LABEL, '')
    .replace(/^[\s|/–—-]+|[\s.]+$/gu, '')
    .trim();
  if (caption === undefined) return known({ credit: ownCredit || undefined });
  const withoutCredit = credit === undefined ? caption : caption.replace(credit, '').trim();
  const alone = creditOfLine(withoutCredit);
  if (alone !== undefined) return { credit: ownCredit || alone };
  const parted = captionOfLine(withoutCredit, { nearTop: true });
  const words = (parted?.caption ?? withoutCredit)
    .replace(/^(?:image|photo) caption[:,]?\s*/i, '')
    .replace(/[\s|–—-]+$/u, '');
  return known({ caption: words || undefined, credit: ownCredit || parted?.credit });
}

/** The lead image with caption and credit, from the page as it came: the extractor throws captions away. */
export function pictureOf(
  page: PageDocument,
  data: PageData,
  found: string | undefined,
  url: string | undefined,
): ArticleImage | undefined {
  const address = webAddress(
    metaOf(page, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ?? found ?? data.image,
    url,
  );
  const frame = frameOf(page, address);
  const caption = (frame && captionIn(frame)) ?? data.caption;
  const credit = (frame && firstWords(frame, CREDITS)) ?? data.credit;
  const words = pictureWords(caption, credit === caption ? undefined : credit);
  const picture = known({ url: address, ...words });
  return Object.keys(picture).length === 0 ? undefined : picture;
}
