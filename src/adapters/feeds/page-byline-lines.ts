import { bylineOfLine } from '../../domain/article/byline.ts';
import { isElement, type PageElement, type PageNode } from './page-document.ts';
import { isProse, namesOf, type PageMap } from './page-map.ts';

const BYLINE_NAMES =
  /by-?line|(?:posted|written|reported)-?by|(?:^|[-_\s])(?:authors?|article-?author|contributors?|writers?|reporters?|autor(?:es|en|in)?|auteurs?|firma|firmante)(?:[-_]?names?)?(?:$|[-_\s])/i;

/** Where a paper keeps the pages of its writers. */
const AUTHOR_ADDRESS =
  /\/(?:authors?|reporters?|staff|contributors?|columnists?|journalists?|profiles?|autor(?:es)?|auteurs?|autoren|firmas?|redaktion)\/[^/?#]{4,}/i;

const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'BUTTON', 'IMG', 'SVG', 'NOSCRIPT']);
const SILENT_AND_TIME: ReadonlySet<string> = new Set([...SILENT, 'TIME']);
/** Longer texts are no bylines, in UTF-16 units. */
const LONGEST = 200;
/** A byline stands at most so many elements before the headline. */
const ABOVE_HEADING = 40;
/** Authors' boxes stand at most so many elements behind the beginning of the story. */
const BELOW_STORY = 120;
/** So far up from a byline a box is looked for. */
const BOX_HEIGHT = 3;

function childWords(child: PageNode, silent: ReadonlySet<string>): string {
  if (child.nodeType === 3) return (child.textContent ?? '').replace(/\s+/g, ' ');
  return isElement(child) && !silent.has(child.tagName.toUpperCase()) ? partedWords(child, silent) : '';
}

/** Words of an element with a bar between children that nothing but their places parts. */
function partedWords(element: PageElement, silent: ReadonlySet<string>): string {
  let words = '';
  let isBehindElement = false;
  for (const child of element.childNodes) {
    const inner = childWords(child, silent);
    words += isElement(child) && (isBehindElement || child.nodeName === 'BR') ? ` | ${inner}` : inner;
    if (isElement(child) || inner.trim() !== '') isBehindElement = isElement(child);
  }
  return words;
}

/** A link to a writer's own page, but for one in the running text. */
function linksToAuthor(element: PageElement): boolean {
  return (
    element.tagName === 'A' &&
    AUTHOR_ADDRESS.test(element.getAttribute('href') ?? '') &&
    (element.parentElement?.textContent?.length ?? 0) <= LONGEST
  );
}

function isByline(element: PageElement): boolean {
  return (
    linksToAuthor(element) ||
    element.getAttribute('rel')?.split(/\s+/).includes('author') === true ||
    element.getAttribute('itemprop')?.split(/\s+/).includes('author') === true ||
    BYLINE_NAMES.test(namesOf(element))
  );
}

/** Whether an element stands in a box with paragraphs of its own, as a comment on the story within it. */
function standsInBox(element: PageElement, map: PageMap): boolean {
  const story = map.elements[map.storyAt];
  let up = element.parentElement;
  for (let height = 0; up !== null && height < BOX_HEIGHT; height += 1, up = up.parentElement) {
    const paragraphs = [...up.querySelectorAll('p')].filter(isProse);
    if (story !== undefined && paragraphs.includes(story)) return false;
    if (paragraphs.length > 1) return true;
  }
  return false;
}

/** The elements of a stretch of the page with few words, and these. */
function linesAmong(
  map: PageMap,
  { from, to, silent }: { readonly from: number; readonly to: number; readonly silent: ReadonlySet<string> },
): readonly { readonly element: PageElement; readonly words: string }[] {
  return map.elements.slice(Math.max(0, from), Math.max(0, to)).flatMap((element) => {
    if ((element.textContent?.length ?? 0) > 2 * LONGEST || map.isOutside(element)) return [];
    const words = partedWords(element, silent).replace(/\s+/g, ' ').trim();
    return words !== '' && words.length <= LONGEST ? [{ element, words }] : [];
  });
}

/** Whether an element holds a whole byline: what stands round that in it tells place and date. */
function holdsByline(element: PageElement): boolean {
  return [...element.querySelectorAll('*')].some(
    (inner) => isByline(inner) && bylineOfLine(inner.textContent?.trim() ?? '') !== undefined,
  );
}

/** Words of the elements of a stretch of the page that are bylines by their names, or by what they say. */
function bylinesAmong(map: PageMap, from: number, to: number): readonly string[] {
  return linesAmong(map, { from, to, silent: SILENT_AND_TIME }).flatMap(({ element, words }) =>
    isByline(element) || (bylineOfLine(words) !== undefined && !holdsByline(element)) ? [words] : [],
  );
}

/** Bylines that the page shows: between its headline and its story, else above the one, else behind the other. */
export function shownBylines(map: PageMap): readonly string[] {
  const { headingAt, storyAt } = map;
  const behind = linesAmong(map, {
    from: storyAt + 1,
    to: storyAt + BELOW_STORY,
    silent: SILENT_AND_TIME,
  }).filter(
    ({ element, words }) =>
      (isByline(element) || bylineOfLine(words) !== undefined) && !standsInBox(element, map),
  );
  return [
    ...bylinesAmong(map, headingAt, storyAt + 1),
    ...bylinesAmong(map, headingAt - ABOVE_HEADING, headingAt),
    ...behind.map(({ words }) => words),
  ];
}

/** The words of what stands between headline and story, where a line may give a name with the date. */
export function linesOverStory(map: PageMap): readonly string[] {
  return linesAmong(map, { from: map.headingAt, to: map.storyAt + 1, silent: SILENT }).map(
    ({ words }) => words,
  );
}
