import { describe, expect, it } from 'vitest';
import { type FeedReading, parseFeed } from '../../../src/adapters/feeds/parse-feed.ts';
import type { Candidate } from '../../../src/app/ports/sources.ts';
import { bytesOf, rss, rssItem } from './feeds.ts';

const HERE = 'https://courier.example/feeds/all.xml';

function read(feed: string | Uint8Array, contentType?: string): Extract<FeedReading, { kind: 'feed' }> {
  const reading = parseFeed(typeof feed === 'string' ? bytesOf(feed) : feed, contentType, HERE);
  if (reading.kind === 'failed') throw new Error(reading.reason);
  return reading;
}

function only(feed: string | Uint8Array, contentType?: string): Candidate {
  const [item] = read(feed, contentType).items;
  if (item === undefined) throw new Error('The feed has no item');
  return item;
}

describe('each format gives title, address, id and date', () => {
  it.each([
    ['RSS 2.0', rss(1), 'c-1'],
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>A</title><item><title>Story 1</title><link>https://courier.example/1</link></item></channel></rss>',
      'https://courier.example/1',
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>Story 1</title><id>c-1</id>
        <link rel="self" href="https://courier.example/self"/><link href="https://courier.example/1"/>
        <published>2023-06-14T08:00:00Z</published></entry></feed>`,
      'c-1',
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x">
        <title>A</title></channel><item rdf:about="c-1"><title>Story 1</title><link>https://courier.example/1</link></item></rdf:RDF>`,
      'c-1',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'A',
        items: [{ id: 'c-1', url: 'https://courier.example/1', title: 'Story 1', content_text: 'Words.' }],
      }),
      'c-1',
    ],
  ])('%s', (_format, feed, guid) => {
    expect(only(feed)).toMatchObject({ guid, title: 'Story 1', url: 'https://courier.example/1' });
  });

  it('the date as an instant, and as it stands where nobody can tell it', () => {
    expect(only(rss(1)).publishedAt).toBe('2023-06-14T08:00:00Z');
    const odd = '<item><title>A</title><link>/a</link><pubDate>last Tuesday</pubDate></item>';
    expect(only(rss(odd)).publishedAt).toBe('last Tuesday');
  });
});

describe('what feeds know best', () => {
  const media = `<item><title>Pier</title><link>/pier</link><dc:creator>Jonas Reed</dc:creator>
    <source url="https://press.example/feed">Coastal Press</source>
    <media:content url="https://img.example/s.jpg" medium="image" width="140"/>
    <media:content url="https://img.example/l.jpg" medium="image" width="1200"><media:credit>Photograph: Ada Lind/Coastal Press</media:credit>
    <media:description>The pier in May.</media:description></media:content>
    <content:encoded><![CDATA[<p>Whole text.</p>]]></content:encoded></item>`;
  const feed = rss(media).replace(
    '<rss',
    '<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  );

  it('is kept: picture with caption and credit, author, first publisher, whole text', () => {
    expect(only(feed)).toEqual({
      guid: 'https://courier.example/pier',
      url: 'https://courier.example/pier',
      title: 'Pier',
      byline: 'Jonas Reed',
      content: '<p>Whole text.</p>',
      image: {
        url: 'https://img.example/l.jpg',
        caption: 'The pier in May.',
        credit: 'Ada Lind/Coastal Press',
      },
      origin: { publisher: 'Coastal Press', url: 'https://press.example/feed' },
    });
  });

  it('asks to be left alone for its ttl', () => {
    expect(read(rss(1, '<ttl>45</ttl>')).ttlMs).toBe(45 * 60_000);
  });
});

/** "Мэр порта" in windows-1251; "港口市长" in gb18030. */
const MAYOR_1251 = [0xcc, 0xfd, 0xf0, 0x20, 0xef, 0xee, 0xf0, 0xf2, 0xe0];
const MAYOR_GB = [0xb8, 0xdb, 0xbf, 0xda, 0xca, 0xd0, 0xb3, 0xa4];

function withTitle(title: readonly number[], declaration: string): Uint8Array {
  const [before = '', after = ''] = rss('<item><title>@</title><link>https://courier.example/1</link></item>')
    .replace('<?xml version="1.0"?>', declaration)
    .split('@');
  return Uint8Array.from([...bytesOf(before), ...title, ...bytesOf(after)]);
}

function utf16(text: string, { bigEndian }: { bigEndian: boolean }): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('charsets', () => {
  const russian = rss('<item><title>Мэр порта</title><link>https://courier.example/1</link></item>');

  it.each([
    [
      'windows-1251 by declaration',
      withTitle(MAYOR_1251, '<?xml version="1.0" encoding="windows-1251"?>'),
      undefined,
      'Мэр порта',
    ],
    [
      'windows-1251 by its server',
      withTitle(MAYOR_1251, '<?xml version="1.0"?>'),
      'text/xml; charset=windows-1251',
      'Мэр порта',
    ],
    ['gb18030', withTitle(MAYOR_GB, '<?xml version="1.0" encoding="GB18030"?>'), undefined, '港口市长'],
    [
      'gb2312, declared UTF-8 by its server',
      withTitle(MAYOR_GB, '<?xml version="1.0" encoding="gb2312"?>'),
      'text/xml; charset=utf-8',
      '港口市长',
    ],
    ['UTF-16 with its mark, little end first', utf16(russian, { bigEndian: false }), undefined, 'Мэр порта'],
    ['UTF-16 with its mark, big end first', utf16(russian, { bigEndian: true }), undefined, 'Мэр порта'],
    [
      'UTF-16 that says UTF-8',
      utf16(russian.replace('?>', ' encoding="utf-8"?>'), { bigEndian: false }),
      'text/xml; charset=utf-8',
      'Мэр порта',
    ],
    ['UTF-8 that its server calls Latin 1', bytesOf(russian), 'text/xml; charset=iso-8859-1', 'Мэр порта'],
    [
      'UTF-8 that calls itself windows-1251',
      bytesOf(russian.replace('?>', ' encoding="windows-1251"?>')),
      undefined,
      'Мэр порта',
    ],
    [
      'curly quotes of windows-1252',
      withTitle([0x93, 0x41, 0x94, 0x20, 0x96], '<?xml version="1.0" encoding="iso-8859-1"?>'),
      undefined,
      '“A” –',
    ],
  ])('%s', (_name, bytes, contentType, title) => {
    expect(only(bytes, contentType).title).toBe(title);
  });
});

describe('ill-formed feeds', () => {
  it('are read behind a warning of the server', () => {
    const reading = read(
      `<br />\n<b>Warning</b>: Cannot modify header in <b>/www/feed.php</b><br />\n${rss(2)}`,
    );
    expect(reading.items).toHaveLength(2);
    expect(reading.repairs).toContain('has other text before it');
  });

  it('are read with bare ampersands', () => {
    const item = '<item><title>Salt & Sail</title><link>https://courier.example/?a=1&b=2</link></item>';
    expect(only(rss(item))).toMatchObject({ title: 'Salt & Sail', url: 'https://courier.example/?a=1&b=2' });
  });

  it.each([
    '</item><item><title>Half',
    '</item><item><title>Half</title><link>https://cour',
    '</item></chan',
  ])('are read up to where they break off: %s', (rest) => {
    const whole = rss(3);
    const reading = read(whole.slice(0, whole.lastIndexOf('</item>')) + rest);
    expect(reading.items.map((item) => item.guid)).toEqual(['c-1', 'c-2', 'c-3']);
    expect(reading.repairs).toContain('breaks off before its end');
  });

  it('are read without their control characters', () => {
    expect(
      only(rss('<item><title>Sto\u0000ry\u0008</title><link>https://courier.example/1</link></item>')).title,
    ).toBe('Story');
  });

  it('do not unfold an entity bomb', () => {
    const bombs = Array.from(
      { length: 20 },
      (_none, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`,
    ).join('');
    const feed = rss('<item><title>&b20;</title><link>https://courier.example/1</link></item>').replace(
      '<rss',
      `<!DOCTYPE rss [<!ENTITY b0 "boom">${bombs}<!ENTITY out SYSTEM "file:///etc/passwd">]><rss`,
    );
    const reading = read(feed);
    expect(reading.items).toHaveLength(1);
    expect(JSON.stringify(reading).length).toBeLessThan(2_000);
  });

  it('of 50,000 items are read whole', () => {
    expect(read(rss(50_000)).items).toHaveLength(50_000);
  });

  it('that are empty for a day are feeds still', () => {
    expect(read(rss(0))).toMatchObject({ items: [], problems: [] });
  });
});

describe('what is no feed', () => {
  it.each([
    ['an empty answer', '', 'is empty'],
    [
      'a login page',
      '<!doctype html><html><body><form>Log in</form></body></html>',
      'is a web page, not a feed',
    ],
    ['binary junk', '\u0000\u0001\u0002\u0003', 'is not a feed that can be read'],
    [
      'broken JSON',
      '{"version": "https://jsonfeed.org/version/1.1", "items": [',
      'is not a feed that can be read',
    ],
    ['plain text', 'Service unavailable', 'is not a feed that can be read'],
  ])('%s is refused with a reason', (_name, text, reason) => {
    expect(parseFeed(bytesOf(text), undefined, HERE)).toEqual({ kind: 'failed', reason });
  });
});

describe('items that lack something', () => {
  it('without an id go by their address, and without an address by their words', () => {
    const items =
      '<item><title>A</title><link>/a</link></item><item><title>B</title><description>Words.</description></item>';
    const [a, b] = read(rss(items)).items;
    expect(a?.guid).toBe('https://courier.example/a');
    expect(b?.guid).toMatch(/^\w+$/);
    expect(read(rss(items)).items[1]?.guid).toBe(b?.guid);
  });

  it('without anything are named as problems, and spoil no other', () => {
    const reading = read(rss(`${rssItem(1)}<item><title>Nothing</title></item>${rssItem(2)}`));
    expect(reading.items).toHaveLength(2);
    expect(reading.problems).toEqual([
      { item: 'item 2', title: 'Nothing', reason: 'the item has neither an address nor a text' },
    ]);
  });

  it('take an address from their id', () => {
    expect(only(rss('<item><title>A</title><guid>https://courier.example/a</guid></item>')).url).toBe(
      'https://courier.example/a',
    );
  });

  it('never get an address that is none of the web', () => {
    expect(
      only(rss('<item><title>A</title><link>javascript:alert(1)</link><description>x</description></item>'))
        .url,
    ).toBeUndefined();
  });
});
