import type { Origin } from '../../domain/article/article.ts';
import { findReprintNotice } from '../../domain/article/reprint.ts';
import { metaOf, type PageDocument, type PageElement, webAddress, wordsOf } from './page-document.ts';
import type { PageMap } from './page-map.ts';

/** A notice is a sentence or two, in UTF-16 units. */
const LONGEST = 500;

const isLine = (element: PageElement): boolean =>
  /^(?:P|EM|I|SMALL|LI|SPAN)$/.test(element.tagName) ||
  (element.tagName === 'DIV' && element.querySelector('p, div, li') === null);

/** The notice of the first publisher, wherever it stands round the story: the extractor leaves out small print. */
export function noticeOnPage(map: PageMap): Origin | undefined {
  for (const element of map.elements.slice(Math.max(map.headingAt, 0))) {
    if (!isLine(element) || (element.textContent?.length ?? 0) > LONGEST || map.isOutside(element)) continue;
    const notice = findReprintNotice(wordsOf(element) ?? '');
    if (notice !== undefined) return notice.origin;
  }
  return undefined;
}

/** The address that a page says its story has: its own, or the one of who published it first. */
export function sourceAddress(page: PageDocument, url: string | undefined): string | undefined {
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return webAddress(metaOf(page, 'syndication-source'), url) ?? webAddress(canonical, url);
}
