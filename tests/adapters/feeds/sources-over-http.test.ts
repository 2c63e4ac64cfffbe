import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { discoverSource } from '../../../src/adapters/feeds/discover-source.ts';
import { createFetcher, type Fetcher } from '../../../src/adapters/feeds/fetcher.ts';
import { exportOpml, importOpml } from '../../../src/adapters/feeds/opml.ts';
import { parseFeed } from '../../../src/adapters/feeds/parse-feed.ts';
import { createCandidateReader } from '../../../src/adapters/feeds/read-candidate.ts';
import { stopReadingPages } from '../../../src/adapters/feeds/read-page.ts';
import { createSourceReader } from '../../../src/adapters/feeds/read-source.ts';
import type { Candidate, CandidateReading, Source, SourceReading } from '../../../src/app/ports/sources.ts';
import { bytesOf, rss } from './feeds.ts';
import { serve, type TestServer } from './http-server.ts';

afterAll(stopReadingPages);

type Answer = {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string;
};

/** A site whose paths answer what the table says; any other path is not there. */
function site(paths: Readonly<Record<string, Answer>>): Promise<TestServer> {
  return serve((request, response) => {
    const answer = paths[request.url ?? ''] ?? { status: 404 };
    response.writeHead(answer.status ?? (answer.location === undefined ? 200 : 302), {
      'content-type': answer.type ?? 'text/html; charset=utf-8',
      ...(answer.location === undefined ? {} : { location: answer.location }),
    });
    response.end(answer.body ?? '');
  });
}

function fetcherFor(server: TestServer): Fetcher {
  const fetcher = createFetcher({ userAgent: 'Dateline/1.0', allowHosts: [server.host] });
  onTestFinished(fetcher.close);
  return fetcher;
}

const sourceAt = (url: string, kind: Source['kind'] = 'feed'): Source => ({
  id: url,
  url,
  kind,
  startsSilent: false,
  paused: false,
});

function ask(server: TestServer, path: string, kind: Source['kind'] = 'feed'): Promise<SourceReading> {
  const read = createSourceReader(fetcherFor(server));
  return read(sourceAt(`${server.url}${path}`, kind), { dueAtMs: 0, failures: 0, deskWasTold: false });
}

const SENTENCE =
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, which ends forty years of daily crossings.';
const PAGE = `<html lang="en"><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1>
  ${Array.from({ length: 4 }, (_none, i) => `<p>${SENTENCE} Part ${i}.</p>`).join('')}</article></body></html>`;

describe('a source over HTTP', () => {
  it('that redirects to a login page says where it leads', async () => {
    const server = await site({
      '/feed': { location: '/login?next=feed' },
      '/login?next=feed': { body: '<!doctype html><html><body><form>Log in</form></body></html>' },
    });
    expect(await ask(server, '/feed')).toEqual({
      kind: 'failed',
      reason: `is a web page, not a feed (it redirects to ${server.url}/login)`,
    });
  });

  it('asks to be left alone for the longer of its ttl and its Cache-Control', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'cache-control': 'max-age=60' });
      response.end(rss(1, '<ttl>20</ttl>'));
    });
    expect(await ask(server, '/feed')).toMatchObject({ kind: 'items', againAfterMs: 20 * 60_000 });
  });

  it('of WordPress gives author, GMT dates, picture and whole text', async () => {
    const posts = [
      {
        link: 'https://courier.example/pier',
        guid: { rendered: 'https://courier.example/?p=7' },
        title: { rendered: 'Pier &#8216;closes&#8217;' },
        date_gmt: '2023-06-14T08:00:00',
        modified_gmt: '2023-06-14T09:00:00',
        content: { rendered: '<p>Whole text.</p>' },
        excerpt: { rendered: '<p>Short.</p>' },
        _embedded: {
          author: [{ name: 'Jonas Reed' }],
          'wp:featuredmedia': [
            {
              source_url: 'https://img.example/pier.jpg',
              caption: { rendered: '<p>The pier. (Ada Lind/Coastal Press)</p>' },
            },
          ],
        },
      },
    ];
    const path =
      '/wp-json/wp/v2/posts?_embed=author,wp:featuredmedia&per_page=30&orderby=modified&status=publish';
    const server = await site({ [path]: { type: 'application/json', body: JSON.stringify(posts) } });
    const reading = await ask(server, '/', 'wordpress');
    expect(reading.kind === 'items' && reading.items).toEqual([
      {
        guid: 'https://courier.example/?p=7',
        url: 'https://courier.example/pier',
        title: 'Pier ‘closes’',
        publishedAt: '2023-06-14T08:00:00Z',
        updatedAt: '2023-06-14T09:00:00Z',
        byline: 'Jonas Reed',
        content: '<p>Whole text.</p>',
        summary: '<p>Short.</p>',
        image: {
          url: 'https://img.example/pier.jpg',
          caption: 'The pier.',
          credit: 'Ada Lind/Coastal Press',
        },
      },
    ]);
  });

  it('that is a news sitemap gives address, title, date and language', async () => {
    const body = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n" xmlns:image="i">
      <url><loc>https://courier.example/pier?a=1&amp;b=2</loc><news:news><news:publication><news:name>Amity Courier</news:name>
      <news:language>en</news:language></news:publication><news:publication_date>2023-06-14T08:00:00Z</news:publication_date>
      <news:title><![CDATA[Pier & ferry]]></news:title></news:news><image:image><image:loc>https://img.example/p.jpg</image:loc></image:image></url></urlset>`;
    const server = await site({ '/news.xml': { type: 'application/xml', body } });
    const reading = await ask(server, '/news.xml', 'sitemap');
    expect(reading.kind === 'items' && reading.items).toEqual([
      {
        guid: 'https://courier.example/pier?a=1&b=2',
        url: 'https://courier.example/pier?a=1&b=2',
        title: 'Pier & ferry',
        publishedAt: '2023-06-14T08:00:00Z',
        language: 'en',
        image: { url: 'https://img.example/p.jpg' },
      },
    ]);
  });
});

describe('the article of an item', () => {
  function read(server: TestServer, item: Partial<Candidate>): Promise<CandidateReading> {
    const reader = createCandidateReader(fetcherFor(server));
    return reader({ guid: 'g', title: 'Pier closes', ...item }, sourceAt(`${server.url}/feed`));
  }

  it('is read from its page, and goes by the address it ends at too', async () => {
    const server = await site({ '/1': { location: '/news/pier' }, '/news/pier': { body: PAGE } });
    const reading = await read(server, { url: `${server.url}/1`, summary: 'Short.', byline: 'Jonas Reed' });
    expect(reading.kind === 'article' && reading.article.paragraphs).toHaveLength(4);
    expect(reading.kind === 'article' && reading.article.byline).toBe('Jonas Reed');
    expect(reading.kind === 'article' && reading.keys.addresses).toEqual([
      `${server.url}/1`,
      `${server.url}/news/pier`,
    ]);
  });

  it('is the text that the feed carries when the page is gone or shows less', async () => {
    const server = await site({
      '/teaser': { body: `<html><body><article><p>${SENTENCE}</p></article></body></html>` },
    });
    const content = Array.from({ length: 5 }, (_none, i) => `<p>${SENTENCE} Carried ${i}.</p>`).join('');
    for (const path of ['/gone', '/teaser']) {
      const reading = await read(server, { url: `${server.url}${path}`, content });
      expect(reading.kind === 'article' && reading.article.paragraphs).toHaveLength(5);
      expect(reading.kind === 'article' && reading.note).toContain("the feed's own text");
    }
  });

  it('is held when its page may be back and only a summary is left', async () => {
    const server = await site({ '/1': { status: 503 } });
    const reading = await read(server, { url: `${server.url}/1`, summary: `<p>${SENTENCE}</p>` });
    expect(reading).toMatchObject({ kind: 'held', reason: 'its page has trouble of its own (status 503)' });
    expect(reading.kind === 'held' && reading.article.paragraphs[0]?.text).toBe(SENTENCE);
  });

  it('is nothing when there is neither page nor text, and says so', async () => {
    const server = await site({});
    expect(await read(server, { url: `${server.url}/1` })).toEqual({
      kind: 'failed',
      reason: 'its page is not there (status 404)',
      isTemporary: false,
    });
  });

  it('is not fetched from inside the network, whatever a feed says', async () => {
    const server = await site({ '/1': { body: PAGE } });
    const fetcher = createFetcher({ userAgent: 'Dateline/1.0', allowHosts: ['127.0.0.1:1'] });
    onTestFinished(fetcher.close);
    const reading = await createCandidateReader(fetcher)(
      { guid: 'g', url: `${server.url}/1` },
      sourceAt('https://x.example'),
    );
    expect(reading).toMatchObject({
      kind: 'failed',
      reason: 'its page is an address inside our own network',
    });
    expect(server.requests).toEqual([]);
  });
});

describe('finding a source', () => {
  it('takes the feed that a site names, not that of its comments, and shows its newest items', async () => {
    const head = `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/rss+xml" title="News" href="/news.rss">`;
    const server = await site({
      '/': { body: `<html><head>${head}</head><body>Hello</body></html>` },
      '/news.rss': { type: 'application/rss+xml', body: rss(5) },
    });
    const found = await discoverSource(fetcherFor(server), server.url);
    expect(found).toMatchObject({
      kind: 'found',
      source: { url: `${server.url}/news.rss`, kind: 'feed', title: 'Amity Courier', startsSilent: true },
    });
    expect(found.kind === 'found' && found.newest.map((item) => item.title)).toEqual([
      'Story 1',
      'Story 2',
      'Story 3',
    ]);
  });

  it('reads a long feed aside, and leaves this thread free meanwhile', async () => {
    const body = rss(2_000);
    const server = await site({ '/': { type: 'application/rss+xml', body } });
    const { active, idle } = performance.eventLoopUtilization();
    expect(await discoverSource(fetcherFor(server), server.url)).toMatchObject({ kind: 'found' });
    const asideMs = performance.eventLoopUtilization({ active, idle, utilization: 0 }).active;
    const startedAt = performance.now();
    // Once to see what it is, and once for its newest items.
    for (let n = 0; n < 2; n += 1) parseFeed(bytesOf(body), undefined, server.url);
    expect(asideMs).toBeLessThan(performance.now() - startedAt);
  });

  it('tries the usual addresses of a site that names none', async () => {
    const server = await site({
      '/': { body: '<html><body>Hello</body></html>' },
      '/rss.xml': { body: rss(1) },
    });
    expect(await discoverSource(fetcherFor(server), server.url)).toMatchObject({
      kind: 'found',
      source: { url: `${server.url}/rss.xml` },
    });
  });

  const WORDPRESS = `<link rel="alternate" type="application/rss+xml" href="/feed/">
    <link rel="https://api.w.org/" href="/wp-json/">`;
  const POSTS =
    '/wp-json/wp/v2/posts?_embed=author,wp:featuredmedia&per_page=30&orderby=modified&status=publish';
  const POST = JSON.stringify([{ link: 'https://courier.example/pier', title: { rendered: 'Pier closes' } }]);

  it.each([
    [
      'takes the interface of a WordPress site',
      '/',
      { type: 'application/json', body: POST },
      'wordpress',
      '/',
    ],
    ['takes the feed where that interface is closed', '/', { status: 401 }, 'feed', '/feed/'],
    ['takes the feed of a section', '/harbour/', { type: 'application/json', body: POST }, 'feed', '/feed/'],
  ])('%s', async (_name, path, posts, kind, expected) => {
    const server = await site({
      [path]: { body: `<html><head>${WORDPRESS}</head></html>` },
      [POSTS]: posts,
      '/feed/': { body: rss(1) },
    });
    const found = await discoverSource(fetcherFor(server), `${server.url}${path}`);
    expect(found).toMatchObject({ kind: 'found', source: { kind, url: `${server.url}${expected}` } });
    expect(found.kind === 'found' && found.newest.length).toBe(1);
  });

  const NEWS = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n"><url><loc>https://courier.example/pier</loc>
    <news:news><news:publication_date>2023-06-14</news:publication_date><news:title>Pier closes</news:title></news:news></url></urlset>`;

  it.each([
    ['by its own address', '/latest-map.xml'],
    ['by the robots.txt of a site without a feed', '/'],
  ])('takes a sitemap of news %s', async (_name, path) => {
    const server = await site({
      '/': { body: '<html><body>Hello</body></html>' },
      '/robots.txt': {
        type: 'text/plain',
        body: 'User-agent: *\nSitemap: /pages.xml\nSitemap: /all-news.xml',
      },
      '/latest-map.xml': { type: 'application/xml', body: NEWS },
      '/all-news.xml': { type: 'application/xml', body: NEWS },
    });
    expect(await discoverSource(fetcherFor(server), `${server.url}${path}`)).toMatchObject({
      kind: 'found',
      source: { kind: 'sitemap' },
      newest: [{ title: 'Pier closes', url: 'https://courier.example/pier' }],
    });
  });

  it('reads through an index of sitemaps to the newest', async () => {
    const index = `<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
      <sitemap><loc>NEW</loc><lastmod>2023-06-14</lastmod></sitemap></sitemapindex>`;
    const server: TestServer = await serve(({ url }, response) => {
      if (url === '/new.xml') response.end(NEWS);
      else if (url === '/old.xml') response.end('<urlset></urlset>');
      else
        response
          .setHeader('etag', '"1"')
          .end(index.replace('NEW', `${server.url}/new.xml`).replace('/old', `${server.url}/old`));
    });
    const reading = await ask(server, '/index.xml', 'sitemap');
    expect(reading).toMatchObject({ kind: 'items', items: [{ title: 'Pier closes' }] });
    expect(reading).not.toHaveProperty('etag');
  });

  it('takes a feed by its own address', async () => {
    const server = await site({ '/x': { type: 'text/plain', body: rss(1) } });
    expect(await discoverSource(fetcherFor(server), `${server.url}/x`)).toMatchObject({ kind: 'found' });
  });

  it('says in a sentence that there is none', async () => {
    const server = await site({ '/': { body: '<html><body>Hello</body></html>' } });
    expect(await discoverSource(fetcherFor(server), server.url)).toEqual({
      kind: 'none',
      sentence: `${server.url}/ has no feed that could be found`,
    });
  });
});

describe('OPML', () => {
  it('goes out and comes back', () => {
    const sources = [
      { ...sourceAt('https://a.example/feed'), title: 'A & B', startsSilent: true },
      { ...sourceAt('https://b.example/feed'), title: 'B', startsSilent: true },
    ];
    expect(importOpml(exportOpml(sources, 'Sources'))).toEqual(sources);
  });

  it('gives the feeds of folders within folders, each once', () => {
    const opml = `<opml version="2.0"><head/><body><outline text="News"><outline text="Harbour">
      <outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline>
      <outline type="rss" text="A" xmlUrl="https://a.example/feed"/><outline text="None" xmlUrl="javascript:x"/></outline></body></opml>`;
    expect(importOpml(opml)?.map((source) => source.url)).toEqual(['https://a.example/feed']);
  });

  it('is told from other files', () => {
    expect(importOpml('<html></html>')).toBeUndefined();
  });
});
