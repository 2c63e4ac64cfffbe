import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage, stopReadingPages } from '../../../src/adapters/feeds/read-page.ts';
import { UnreadablePage } from '../../../src/adapters/feeds/unreadable-page.ts';

/** Workers take their time to start on a busy machine; no test should bear it. */
beforeAll(async () => {
  await readPage('<article><p>Warm.</p></article>');
}, 60_000);
afterAll(stopReadingPages);

const STORY = [
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, a decision that ends forty years of daily crossings.',
  '“We had no choice,” Mayor Ilse Brandt said. “The posts are rust, and the sea does not wait for us to make up our minds.”',
  'The pier was built in 1983 and repaired twice, the last time after the storm of 2011, which took half of its planks.',
  'Fishermen who met in the harbour on Wednesday said they would ask the county for a new landing place further south.',
];

type PageOptions = { readonly head?: string; readonly top?: string; readonly end?: string };

function pageOf({ head = '', top = '', end = '' }: PageOptions): string {
  const body = STORY.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="en-GB"><head><title>Port Amity closes its pier - Amity Courier</title>${head}</head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <main><article><h1>Port Amity closes its pier</h1>${top}${body}${end}</article></main>
    <footer>About us</footer></body></html>`;
}

const URL_HERE = 'https://courier.example/news/pier';

describe('a page', () => {
  it('gives its story as paragraphs, and points into the text it was read as', async () => {
    const article = await readPage(pageOf({}), URL_HERE);
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual(STORY);
    for (const { text, start, end } of article.paragraphs) expect(article.text.slice(start, end)).toBe(text);
    expect(article.title).toBe('Port Amity closes its pier');
    expect(article.language).toBe('en-GB');
    expect(article.url).toBe(URL_HERE);
  });

  it('gives byline and date from its head', async () => {
    const head = `<meta name="author" content="By Jonas Reed, Staff Writer">
      <meta property="article:published_time" content="2023-06-14T10:00:00+02:00">`;
    const article = await readPage(pageOf({ head }), URL_HERE);
    expect(article.byline).toBe('Jonas Reed');
    expect(article.publishedAt).toBe('2023-06-14T08:00:00Z');
  });

  it('leaves out a date that cannot be true', async () => {
    const head = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">';
    expect((await readPage(pageOf({ head }), URL_HERE)).publishedAt).toBeUndefined();
  });

  it('parts caption from credit in the figure of its lead image', async () => {
    const head = '<meta property="og:image" content="https://img.example/2023/pier-1200x630.jpg">';
    const top = `<figure><img src="https://img.example/2023/other-shot.jpg"><figcaption>Another.</figcaption></figure>
      <figure><img src="https://img.example/2023/pier-800x600.jpg"><figcaption>The pier in May.
      <span class="credit">Photo: Ada Lind/Coastal Press</span></figcaption></figure>`;
    const article = await readPage(pageOf({ head, top }), URL_HERE);
    expect(article.image).toEqual({
      url: 'https://img.example/2023/pier-1200x630.jpg',
      caption: 'The pier in May.',
      credit: 'Ada Lind/Coastal Press',
    });
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual(STORY);
  });

  it('takes caption and credit from its data where no figure has them', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Port Amity closes its pier',
      image: {
        '@type': 'ImageObject',
        url: 'https://img.example/p.jpg',
        caption: 'The pier.',
        creditText: 'A. Lind',
      },
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const article = await readPage(pageOf({ head }), URL_HERE);
    expect(article.image).toEqual({
      url: 'https://img.example/p.jpg',
      caption: 'The pier.',
      credit: 'A. Lind',
    });
  });

  it('says who published first when it calls an address elsewhere its own', async () => {
    const head = '<link rel="canonical" href="https://www.coastalpress.example.org/pier">';
    const article = await readPage(pageOf({ head }), URL_HERE);
    expect(article.origin?.publisher).toBe('example.org');
    const syndicated = '<meta name="syndication-source" content="https://www.islandlight.example/pier">';
    expect((await readPage(pageOf({ head: syndicated }), URL_HERE)).origin?.publisher).toBe(
      'islandlight.example',
    );
  });

  it('was not published elsewhere first when its house has another ending there', async () => {
    const head = '<link rel="canonical" href="https://www.amitycourier.com/pier">';
    expect((await readPage(pageOf({ head }), 'https://amitycourier.co.uk/pier')).origin).toBeUndefined();
  });

  it('keeps lists, tables and line breaks as text that makes sense', async () => {
    const end = `<ul><li>Closed: the north pier, from the first of April</li><li>Open: the south pier, until noon</li></ul>
      <table><tr><th>Year</th><th>Crossings</th></tr><tr><td>2022</td><td>4,100</td></tr></table>`;
    const { text } = await readPage(pageOf({ end }), URL_HERE);
    expect(text).toContain(
      '• Closed: the north pier, from the first of April\n\n• Open: the south pier, until noon',
    );
    expect(text).toContain('Year | Crossings\n\n2022 | 4,100');
  });

  it('loses what invites elsewhere, and says so', async () => {
    const article = await readPage(
      pageOf({ end: '<p>Read more: The ferry that would not sink</p>' }),
      URL_HERE,
    );
    expect(article.removed.map((removed) => removed.why)).toContain('promotion');
  });

  it('loses lists of links with the heading over them, and links on lines of their own', async () => {
    const end = `<p><a href="/a">The ferry that would not sink</a></p>
      <h3>Elsewhere in the harbour</h3><ul><li><a href="/b">Cranes for hire</a></li><li><a href="/c">Nets for sale</a></li></ul>`;
    const { paragraphs, removed } = await readPage(pageOf({ end }), URL_HERE);
    expect(paragraphs.map(({ text }) => text)).toEqual(STORY);
    expect(removed.map(({ text, why }) => `${why}: ${text}`)).toEqual([
      'promotion: The ferry that would not sink',
      'furniture: Elsewhere in the harbour',
      'promotion: • Cranes for hire',
      'promotion: • Nets for sale',
    ]);
  });

  it('keeps links that belong to its story: in headings, in sentences, names, in an item beside others', async () => {
    const end = `<h2><a href="#plans">What the council plans</a></h2><p><b><a href="/kestrel">The Kestrel</a></b></p><p><a href="/map">The map shows all landing places of the county.</a></p>
      <ul><li><a href="/south">The south pier</a> stays open</li><li><a href="/north">The north pier</a></li></ul>`;
    const { paragraphs } = await readPage(pageOf({ end }), URL_HERE);
    expect(paragraphs.slice(STORY.length).map(({ text }) => text)).toEqual([
      'What the council plans',
      'The Kestrel',
      'The map shows all landing places of the county.',
      '• The south pier stays open',
      '• The north pier',
    ]);
  });
});

describe('a page without an article', () => {
  it.each(['', '<html></html>', '<p></p>', '\u0000\u0001\u0002'])(
    'is refused with a sentence: %j',
    async (html) => {
      await expect(readPage(html, URL_HERE)).rejects.toThrow(UnreadablePage);
    },
  );
});
