import { blocksOf, outsideCdata } from './xml-scan.ts';

type Spelling = {
  /** Whether the feed is worth the closer look. */
  readonly isIn: (text: string) => boolean;
  readonly apply: (text: string) => string;
};

const tags = (names: string): RegExp => new RegExp(String.raw`<(/?)(?:${names})(?=[\s/>])`, 'gi');

/** Takes the prefix of the root from all of its tags: `<rss2:item>`. */
function withoutPrefix(text: string): string {
  const prefix = PREFIXED_ROOT.exec(text)?.groups?.['prefix'];
  return prefix === undefined ? text : text.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1');
}

const PREFIXED_ROOT = /<(?<prefix>[a-z][\w-]{0,40}):rss\b/i;
const LINK_WITH_HREF =
  /<link\b[^<>]{0,500}?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]{0,500}>(?:\s*<\/link>)?/gi;
const EMPTY_LINK = /<link\s*(?:\/>|>\s*<\/link>)/gi;
const DATES = /<(?:pubdate|dc:date|dcterms:\w+|\w+:(?:published|updated))[\s>]/i;
const OTHER_DATES = 'published|publishdate|pub_date|date|issued|created|lastbuilddate|updated';

/** Items of a feed that leads through a service that counts: the address behind it is the item's own. */
function withOriginalLinks(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of blocksOf(text, ['item'], Number.POSITIVE_INFINITY)) {
    const item = text.slice(start, end);
    const isLed = /<\w+:origLink>\s*\S/i.test(item);
    const own = isLed
      ? item.replace(/<link>[^<>]*<\/link>/gi, '').replace(tags(String.raw`\w+:origLink`), '<$1link')
      : item;
    parts.push(text.slice(at, start), own);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

/** What is written in RSS for what RSS has a name for, each seen in feeds of newspapers. */
const SPELLINGS: readonly Spelling[] = [
  { isIn: (text) => PREFIXED_ROOT.test(text), apply: withoutPrefix },
  {
    isIn: (text) => /<link\b[^<>]*\bhref/i.test(text),
    apply: (text) => outsideCdata(text, (piece) => piece.replace(LINK_WITH_HREF, '<link>$1$2</link>')),
  },
  {
    isIn: (text) => text.search(EMPTY_LINK) !== -1,
    apply: (text) => outsideCdata(text, (piece) => piece.replace(EMPTY_LINK, '')),
  },
  { isIn: (text) => /:origLink>/i.test(text), apply: withOriginalLinks },
  {
    isIn: (text) => !DATES.test(text),
    apply: (text) => outsideCdata(text, (piece) => piece.replace(tags(OTHER_DATES), '<$1pubDate')),
  },
  {
    isIn: (text) => /<yandex:full-text[\s>]/i.test(text) && !/<content:encoded[\s>]/i.test(text),
    apply: (text) => text.replace(tags('yandex:full-text'), '<$1content:encoded'),
  },
];

const ROOT = /<(?:\w+:)?(?<root>rss|rdf|feed)\b/i;

/** The text of an RSS feed with RSS's own names for what it calls otherwise; that of another format as it is. */
export function spelledAsRss(text: string): string {
  const root = ROOT.exec(text)?.groups?.['root'];
  if (root === undefined || root.toLowerCase() === 'feed') return text;
  return SPELLINGS.reduce((spelled, { isIn, apply }) => (isIn(spelled) ? apply(spelled) : spelled), text);
}
