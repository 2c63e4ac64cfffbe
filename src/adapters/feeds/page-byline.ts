import { agencyOf, bylineOfLine, personsOf } from '../../domain/article/byline.ts';
import type { PageData } from './page-data.ts';
import { isElement, type PageDocument, type PageElement, type PageNode } from './page-document.ts';
import { namesOf, type PageMap } from './page-map.ts';

const META =
  'meta[name="author" i], meta[name="byl" i], meta[property="author" i], meta[property="article:author" i], meta[name="parsely-author" i], meta[name="sailthru.author" i], meta[name="dc.creator" i], meta[name="article:author" i], meta[itemprop="author" i]';

const BYLINE_NAMES =
  /by-?line|(?:^|[-_\s])(?:authors?|article-?author|contributors?|writers?|reporters?|autor(?:es|en|in)?|auteurs?|firma|firmante)(?:[-_]?names?)?(?:$|[-_\s])/i;

const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'BUTTON', 'TIME', 'IMG', 'SVG', 'NOSCRIPT']);
/** Longer texts are no bylines, in UTF-16 units. */
const LONGEST = 200;
/** A byline stands at most so many elements before the headline. */
const ABOVE_HEADING = 40;
/** Authors' boxes stand at most so many elements behind the beginning of the story. */
const BELOW_STORY = 120;
/** Lines of the text among which a byline is looked for. */
const LINES = 12;

function childWords(child: PageNode): string {
  if (child.nodeType === 3) return (child.textContent ?? '').replace(/\s+/g, ' ');
  return isElement(child) && !SILENT.has(child.tagName.toUpperCase()) ? partedWords(child) : '';
}

/** Words of an element with a bar between children that nothing but their places parts. */
function partedWords(element: PageElement): string {
  let words = '';
  let isBehindElement = false;
  for (const child of element.childNodes) {
    const inner = childWords(child);
    words += isElement(child) && (isBehindElement || child.nodeName === 'BR') ? ` | ${inner}` : inner;
    if (isElement(child) || inner.trim() !== '') isBehindElement = isElement(child);
  }
  return words;
}

function isByline(element: PageElement): boolean {
  return (
    element.getAttribute('rel')?.split(/\s+/).includes('author') === true ||
    element.getAttribute('itemprop')?.split(/\s+/).includes('author') === true ||
    BYLINE_NAMES.test(namesOf(element))
  );
}

/** Words of the elements of a stretch of the page that are bylines by their names, or by what they say. */
function bylinesAmong(map: PageMap, from: number, to: number): readonly string[] {
  return map.elements.slice(Math.max(0, from), Math.max(0, to)).flatMap((element) => {
    if ((element.textContent?.length ?? 0) > 2 * LONGEST || map.isOutside(element)) return [];
    const words = partedWords(element).replace(/\s+/g, ' ').trim();
    const isShown = words !== '' && words.length <= LONGEST;
    return isShown && (isByline(element) || bylineOfLine(words) !== undefined) ? [words] : [];
  });
}

/** Bylines that the page shows: between its headline and its story, else above the one, else behind the other. */
function shownBylines(map: PageMap): readonly string[] {
  const { headingAt, storyAt } = map;
  return [
    ...bylinesAmong(map, headingAt, storyAt + 1),
    ...bylinesAmong(map, headingAt - ABOVE_HEADING, headingAt),
    ...bylinesAmong(map, storyAt + 1, storyAt + BELOW_STORY),
  ];
}

function metaNames(page: PageDocument): readonly string[] {
  return [...page.querySelectorAll(META)]
    .map((meta) => meta.getAttribute('content')?.trim() ?? '')
    .filter((name) => name !== '' && !/^(?:https?:)?\/\//.test(name));
}

function firstOf<T>(values: readonly T[], read: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Bylines as a page writes them, surest first. */
export type Bylines = { readonly written: readonly string[]; readonly persons: readonly string[] };

export function pageBylines(page: PageDocument, data: PageData, map: PageMap): Bylines {
  const written = [data.authors.join('; '), ...metaNames(page), ...shownBylines(map)];
  return { written: written.filter((raw) => raw !== ''), persons: data.persons };
}

/**
 * Who wrote the story. Persons that the page names anywhere win over agencies; the paper's own name is nobody, since a
 * wrong byline is worse than none. `text`: the story, in which a line may be the byline.
 */
export function bestByline(
  { written, persons }: Bylines,
  { text, site }: { readonly text: string; readonly site: string | undefined },
): string | undefined {
  const own = site?.toLowerCase();
  const notOwn = (raw: string): boolean => raw.toLowerCase() !== own;
  const stated = written.filter(notOwn);
  const lines = text.split('\n', LINES * 2).filter((line) => line !== '');
  return (
    firstOf(stated, (raw) => personsOf(raw)) ??
    firstOf(lines.slice(0, LINES), (line) =>
      bylineOfLine(line) === undefined ? undefined : personsOf(line),
    ) ??
    firstOf(persons.filter(notOwn), (raw) => personsOf(raw, { single: true })) ??
    firstOf(stated, agencyOf)
  );
}
