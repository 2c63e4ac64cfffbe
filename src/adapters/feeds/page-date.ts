import { dateOfLine, toPublishedAt } from '../../domain/article/dates.ts';
import { feedDate } from '../../domain/article/feed-date.ts';
import { linesOverStory } from './page-byline-lines.ts';
import type { PageData } from './page-data.ts';
import { metaOf, type PageDocument, type PageElement, wordsOf } from './page-document.ts';
import { namesOf, type PageMap } from './page-map.ts';

/** Names under which pages keep the moment of publication in their heads, surest first. */
const META = [
  'article:published_time',
  'datePublished',
  'og:published_time',
  'article:published',
  'rnews:datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'cXenseParse:recs:publishtime',
  'bt:pubDate',
  'published_time',
  'publication_date',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'pub_date',
  'published',
  'OriginalPublicationDate',
  'dcterms.issued',
  'dcterms.date',
  'DC.date.issued',
  'DC.date.issue',
  'DC.date',
  'DCSext.articleFirstPublished',
  'DisplayDate',
  'date',
  'dcterms.created',
  'created',
] as const;

const DATE_NAMES =
  /date|time-?stamp|(?:^|[-_\s])(?:time|posted|published?|pubdate|fecha|datum|data)(?:$|[-_\s])/i;
const CHANGED = /updat|modif|last-?mod|revis|aktualis|actualiz/i;
/** Longer words say more than a date, in UTF-16 units. */
const LONGEST = 100;
/** A date stands at most so many elements before the headline. */
const ABOVE_HEADING = 40;

/** `/2023/06/14/` in an address. */
const IN_ADDRESS =
  /\/(?<year>(?:19|20)\d{2})[/-](?:[A-Z]+\/)?(?<month>0?[1-9]|1[0-2])[/-](?<day>0?[1-9]|[12]\d|3[01])(?:\/|-|$)/;

/** The day that stands in an address, as in `/2023/06/14/`. */
export function dayInAddress(url: string | undefined): string | undefined {
  const groups = IN_ADDRESS.exec(url ?? '')?.groups;
  if (groups === undefined) return undefined;
  const { year = '', month = '', day = '' } = groups;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isPublication(element: PageElement): boolean {
  return element.getAttribute('itemprop')?.split(/\s+/).includes('datePublished') === true;
}

function statedDate(element: PageElement): string | undefined {
  return element.getAttribute('datetime') ?? element.getAttribute('content') ?? wordsOf(element);
}

/** Lines that say when besides who: they give an hour, or say what happened then. */
const SAYS_WHEN = /\d{1,2}[:.]\d{2}|\b(?:published|posted|updated|article date|by)\b/i;

/** Attributes in which pages keep a moment for their scripts. */
const MOMENTS = [
  'datetime',
  'data-datetime',
  'data-publishtime',
  'data-timestamp',
  'data-time',
  'data-seconds',
];

const isNamed = (element: PageElement): boolean =>
  element.tagName === 'TIME' || DATE_NAMES.test(namesOf(element));

function momentOf(element: PageElement): string | undefined {
  const written = MOMENTS.map((name) => element.getAttribute(name)).find(
    (value) => value !== null && /\d{4}/.test(value),
  );
  return written == null ? undefined : /^\d{10}(?:\d{3})?$/.test(written) ? feedDate(written) : written;
}

/** The words of an element that are a date and nothing else. */
function dateWords(element: PageElement): readonly string[] {
  if ((element.textContent?.length ?? 0) > 2 * LONGEST) return [];
  const words = wordsOf(element);
  const mayBe = words !== undefined && words.length <= LONGEST && /\d/.test(words);
  return mayBe && dateOfLine(words) !== undefined ? [words] : [];
}

/** The dates that the page shows round its headline, those of changes last. */
function shownDates(map: PageMap): readonly string[] {
  const isOwn = (element: PageElement): boolean => !map.isOutside(element);
  const below = map.elements.slice(Math.max(0, map.headingAt), map.storyAt + 1).filter(isOwn);
  const above = map.elements
    .slice(Math.max(0, map.headingAt - ABOVE_HEADING), Math.max(0, map.headingAt))
    .filter(isOwn);
  const named = [...below, ...above].filter(isNamed);
  const isChange = (element: PageElement): boolean => CHANGED.test(namesOf(element));
  const moments = [...named.filter((element) => !isChange(element)), ...named.filter(isChange)];
  return [
    ...moments.flatMap((element) => momentOf(element) ?? []),
    ...named.flatMap(dateWords),
    ...below.flatMap(dateWords),
    ...linesOverStory(map).filter((line) => line.length <= LONGEST && SAYS_WHEN.test(line)),
  ];
}

/** `stated` for machines, in its head and data; `shown` to readers. */
export type PageDates = { readonly stated: readonly string[]; readonly shown: readonly string[] };

/** What a page says of the moment of its publication, surest first. */
export function pageDates(page: PageDocument, data: PageData, map: PageMap): PageDates {
  const properties = map.elements.filter(isPublication).map(statedDate);
  const stated = [data.published, ...META.map((name) => metaOf(page, name)), ...properties];
  return { stated: stated.filter((date) => date !== undefined), shown: shownDates(map) };
}

/** Lines of the text among which its date is looked for. */
const LINES = 8;

const OPENING = /^(\p{L}{3,9}\.?\s\d{1,2},\s\d{4})\s+(?:--|[–—])\s/u;

/** Dates that stand on lines of their own at the top of a text, or open one. */
export function datesAtTop(text: string): readonly string[] {
  const lines = text.split('\n', LINES * 2).filter((line) => line !== '');
  // Some agencies open their first paragraph with it: `Feb. 23, 2015 -- The council …`.
  return lines
    .slice(0, LINES)
    .flatMap((line) => (dateOfLine(line) === undefined ? (OPENING.exec(line)?.[1] ?? []) : line));
}

/** A story that was not published near the day in its address has another date. */
const NEAR_ADDRESS_MS = 36 * 3_600_000;

/**
 * The first of such statements that can be read and can be true; where it gives the day alone, a later one that gives
 * the moment of that day. `day`: the one in the page's address, which all others must be near to.
 */
export function bestDate(
  dates: readonly (string | undefined)[],
  { nowMs, day }: { readonly nowMs: number; readonly day: string | undefined },
): string | undefined {
  const isNear = (at: string, other: string): boolean =>
    Math.abs(Date.parse(at) - Date.parse(other)) <= NEAR_ADDRESS_MS;
  const read = [...dates, day].flatMap((raw) => {
    const at = raw === undefined ? undefined : toPublishedAt(raw, nowMs);
    return at === undefined || (day !== undefined && !isNear(at, day)) ? [] : [{ raw, at }];
  });
  const [first] = read;
  if (first === undefined || first.at.includes('T')) return first?.at;
  const moment = read.find(
    ({ raw, at }) => /\d{4}-\d{2}-\d{2}T\d{2}/.test(raw ?? '') && at.startsWith(first.at),
  );
  return moment?.at ?? first.at;
}
