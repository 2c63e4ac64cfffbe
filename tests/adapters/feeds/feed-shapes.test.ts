import { describe, expect, it } from 'vitest';
import { type FeedReading, parseFeed } from '../../../src/adapters/feeds/parse-feed.ts';
import { bytesOf } from './feeds.ts';

const HERE = 'https://courier.example/feeds/all.xml';
const ITEM = { title: 'Pier closes', url: 'https://courier.example/pier' };
const AT = '2025-06-03T09:39:21Z';

function read(feed: string): Extract<FeedReading, { kind: 'feed' }> {
  const reading = parseFeed(bytesOf(feed), undefined, HERE);
  if (reading.kind === 'failed') throw new Error(reading.reason);
  return reading;
}

const rss = (item: string, channel = '', attributes = ''): string =>
  `<rss version="2.0" ${attributes}><channel><title>A</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, attributes = '', entryAttributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>A</title><entry ${entryAttributes}>${entry}</entry></feed>`;

const LINK = '<title>Pier closes</title><link>https://courier.example/pier</link>';

describe('a feed as publishers write it is read', () => {
  it.each([
    [
      'with relative links from its xml:base',
      atom(
        '<title>Pier closes</title><id>x</id><link href="pier"/>',
        'xml:base="https://courier.example/news/"',
        'xml:base="../"',
      ),
    ],
    [
      'with relative links from its site',
      rss('<title>Pier closes</title><link>/pier</link>', '<link>https://courier.example/</link>'),
    ],
    ['with links without a scheme', rss('<title>Pier closes</title><link>//courier.example/pier</link>')],
    [
      'with links in CDATA and white space',
      rss('<title><![CDATA[Pier closes]]></title><link><![CDATA[\n https://courier.example/pier ]]></link>'),
    ],
    [
      'with the links of Atom in RSS',
      rss(
        '<title>Pier closes</title><atom:link href="https://courier.example/pier"/>',
        '',
        'xmlns:atom="http://www.w3.org/2005/Atom"',
      ),
    ],
    [
      'with several links to one entry',
      atom(
        '<title>Pier closes</title><id>x</id><link rel="enclosure" href="/pier.mp3"/><link rel="alternate" type="application/json" href="/pier.json"/><link rel="alternate" type="text/html" href="/pier"/>',
      ),
    ],
    [
      'with an id for a link',
      atom(
        '<title>Pier closes</title><id>https://courier.example/pier</id><link rel="self" href="/pier.atom"/>',
      ),
    ],
    [
      'with an entry that leads to nothing but itself',
      atom('<title>Pier closes</title><id>urn:7</id><link rel="self" href="/pier"/>'),
    ],
    [
      'with prefixes for all that is Atom',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>A</a:title><a:entry><a:title>Pier closes</a:title><a:id>x</a:id><a:link href="/pier"/></a:entry></a:feed>`,
    ],
    [
      'with prefixes for all that is RSS',
      `<r:rss version="2.0" xmlns:r="http://backend.userland.example/rss2"><r:channel><r:title>A</r:title><r:item><r:title>Pier closes</r:title><r:link>https://courier.example/pier</r:link></r:item></r:channel></r:rss>`,
    ],
    [
      'with links written as in Atom, though it is RSS',
      rss(`<title>Pier closes</title><link rel="alternate" href='https://courier.example/pier'/>`),
    ],
    [
      'with an empty link before the other',
      rss('<title>Pier closes</title><link/><link></link><link>https://courier.example/pier</link>'),
    ],
    [
      'with the address that a service hides behind its own',
      rss(
        '<title>Pier closes</title><link>https://counting.example/~r/1</link><feedburner:origLink>https://courier.example/pier</feedburner:origLink>',
        '',
        'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
      ),
    ],
    [
      'with another link of Atom before its own',
      rss(
        '<title>Pier closes</title><atom:link rel="related" href="/ferry"/><atom:link rel="alternate" href="/pier"/>',
        '<link>https://courier.example/</link>',
        'xmlns:atom="http://www.w3.org/2005/Atom"',
      ),
    ],
    [
      'in capitals',
      `<RSS VERSION="2.0"><CHANNEL><TITLE>A</TITLE><ITEM><TITLE>Pier closes</TITLE><LINK>https://courier.example/pier</LINK></ITEM></CHANNEL></RSS>`,
    ],
    ['without a version', `<rss><channel><title>A</title><item>${LINK}</item></channel></rss>`],
    [
      'with items outside of its channel',
      `<rss version="2.0"><channel><title>A</title></channel><item>${LINK}</item></rss>`,
    ],
    [
      'of RSS 0.90',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>A</title></channel><item>${LINK}</item></rdf:RDF>`,
    ],
    [
      'of Atom 0.3',
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title mode="escaped">Pier closes</title><id>x</id><link rel="alternate" href="https://courier.example/pier"/></entry></feed>`,
    ],
    [
      'of JSON Feed 1 with numbers for ids',
      `{"version":"https://jsonfeed.org/version/1","title":"A","items":[{"id":7,"url":"/pier","title":"Pier closes","content_html":"<p>x</p>"}]}`,
    ],
    [
      'behind a style sheet',
      `<?xml version="1.0"?><?xml-stylesheet href="a.xsl" type="text/xsl"?>${rss(LINK)}`,
    ],
    ['between comments', `<!-- made by hand --><?xml version="1.0"?>${rss(LINK)}<!-- cached -->`],
    [
      'with entities of HTML',
      rss('<title>Pier&nbsp;closes</title><link>https://courier.example/pier</link>'),
    ],
    [
      'with a title of markup',
      rss('<title>&lt;b&gt;Pier&lt;/b&gt; closes</title><link>https://courier.example/pier</link>'),
    ],
    [
      'with a title in XHTML',
      atom(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Pier <em>closes</em></div></title><id>x</id><link href="/pier"/>',
      ),
    ],
  ])('%s', (_name, feed) => {
    expect(read(feed).items).toMatchObject([ITEM]);
  });

  it('with addresses that were escaped twice', () => {
    const link = '<link>https://courier.example/pier?a=1&amp;amp;b=2</link>';
    expect(read(rss(`<title>Pier closes</title>${link}`)).items).toMatchObject([
      { url: 'https://courier.example/pier?a=1&b=2' },
    ]);
  });

  it('with the whole text that it gives one reader alone, and the summary of a broadcast', () => {
    const reader = `${LINK}<yandex:full-text>The pier is old.</yandex:full-text>`;
    expect(read(rss(reader, '', 'xmlns:yandex="http://news.yandex.ru"')).items).toMatchObject([
      { content: 'The pier is old.' },
    ]);
    const broadcast = '<title>Pier closes</title><guid>7</guid><itunes:summary>On piers.</itunes:summary>';
    const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
    expect(read(rss(broadcast, '', itunes)).items).toMatchObject([{ summary: 'On piers.' }]);
  });

  it.each([
    ['published, though it is RSS', rss(`${LINK}<published>2025-06-03T09:39:21Z</published>`)],
    ['date, though it is RSS', rss(`${LINK}<date>2025-06-03 09:39:21</date>`)],
    ['lastBuildDate of the item', rss(`${LINK}<lastBuildDate>Tue, 03 Jun 2025 09:39:21 GMT</lastBuildDate>`)],
    [
      'date_modified of JSON Feed alone',
      '{"version":"https://jsonfeed.org/version/1","title":"A","items":[{"id":"x","url":"/pier","title":"Pier closes","date_modified":"2025-06-03T09:39:21Z"}]}',
    ],
    ['pubDate', rss(`${LINK}<pubDate>Tue, 03 Jun 2025 5:39:21 EDT</pubDate>`)],
    ['dc:date, its namespace undeclared', rss(`${LINK}<dc:date>2025-06-03T09:39:21Z</dc:date>`)],
    [
      'a date of DC Terms',
      rss(
        `${LINK}<dcterms:created>2025-06-03T09:39:21Z</dcterms:created>`,
        '',
        'xmlns:dcterms="http://purl.org/dc/terms/"',
      ),
    ],
    [
      'atom:updated in RSS',
      rss(
        `${LINK}<a10:updated>2025-06-03T09:39:21Z</a10:updated>`,
        '',
        'xmlns:a10="http://www.w3.org/2005/Atom"',
      ),
    ],
    [
      'issued of Atom 0.3',
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title>Pier closes</title><id>x</id><link rel="alternate" href="/pier"/><issued>2025-06-03T09:39:21Z</issued></entry></feed>`,
    ],
    [
      'updated of Atom',
      atom(
        '<title>Pier closes</title><id>x</id><link href="/pier"/><updated>2025-06-03T11:39:21+02:00</updated>',
      ),
    ],
  ])('with its date in %s', (_name, feed) => {
    expect(read(feed).items).toMatchObject([{ ...ITEM, publishedAt: AT }]);
  });
});

describe('an ill-formed item', () => {
  const item = (n: number, title: string): string =>
    `<item><title>${title}</title><link>https://courier.example/${n}</link></item>`;
  const feed = (...items: readonly string[]): string =>
    `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`;

  it('with a bare < is read', () => {
    const titles = read(feed(item(1, 'Fares < 5 crowns'), item(2, 'Pier closes'))).items.map(
      ({ title }) => title,
    );
    expect(titles).toEqual(['Fares < 5 crowns', 'Pier closes']);
  });

  it('that is never closed takes no other with it', () => {
    const open = item(1, 'Pier closes').replace('</item>', '');
    expect(read(feed(open, item(2, 'Ferry sold'), item(3, 'Mill burns'))).items).toHaveLength(3);
  });

  it('that cannot be mended is named, and the others stand', () => {
    const bad = item(3, 'Bad').replace(
      '<title>',
      '<description><![CDATA[never closed</description><title a=">',
    );
    const items = [1, 2, 4, 5].map((n) => item(n, `Story ${n}`));
    const reading = read(feed(...items.slice(0, 2), bad, ...items.slice(2)));
    expect(reading.items.map(({ title }) => title)).toEqual(['Story 1', 'Story 2', 'Story 4', 'Story 5']);
    expect(reading.problems).toEqual([{ item: 'item 3', reason: 'the item is not well-formed' }]);
  });
});

describe('a hostile feed', () => {
  const MANY = 12_000;

  it.each([
    ['sections that never end', `<rss><channel>${'<![CDATA['.repeat(MANY)}`],
    ['items that never end', `<rss><channel>${'<item>'.repeat(MANY)} & <`],
    ['document types that never end', `${'<!DOCTYPE ['.repeat(MANY)}<rss>`],
    ['tags that never end', `<rss><channel>${'<item '.repeat(MANY)}`],
    ['elements within elements', `<rss><channel>${'<a>'.repeat(MANY)}`],
    ['ampersands', `<rss><channel><item><title>${'&'.repeat(MANY * 8)}</title></item>`],
  ])('of %s is done with in a moment', (_name, text) => {
    const started = process.cpuUsage();
    parseFeed(bytesOf(text), undefined, HERE);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
