import { createServer, type Server } from 'node:http';
import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import { createNewsroom, type Newsroom } from '../../src/sandbox/newsroom/newsroom.ts';
import { allStories } from '../../src/sandbox/newsroom/stories/all-stories.ts';

type Opened = {
  readonly root: string;
  readonly newsroom: Newsroom;
  readonly advance: (ms: number) => void;
};

const servers: Server[] = [];

afterEach(async () => {
  const closing = servers
    .splice(0)
    .map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  await Promise.all(closing);
});

/** A newsroom on a port of its own, with a clock that the test moves. */
async function open(options: { releaseEveryMs?: number; correctAfterMs?: number } = {}): Promise<Opened> {
  let now = Date.parse('2026-06-10T08:00:00Z');
  let base = '';
  const newsroom = createNewsroom({ baseUrl: () => base, clock: () => now, ...options });
  const server = createServer((request, response) => {
    if (!newsroom.handle(request, response)) response.writeHead(418).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port was given');
  base = `http://127.0.0.1:${address.port}`;
  const advance = (ms: number): void => {
    now += ms;
  };
  return { root: `${base}/newsroom`, newsroom, advance };
}

const textAt = async (address: string): Promise<string> => (await fetch(address)).text();

async function feedAt(root: string): Promise<NonNullable<ReturnType<typeof itemsOf>>> {
  return itemsOf(await textAt(`${root}/feed.xml`));
}

function itemsOf(xml: string) {
  const parsed = parseFeed(xml);
  if (parsed.format !== 'rss') throw new Error(`The feed is ${parsed.format}`);
  return parsed.feed.items ?? [];
}

describe('the demo newsroom', () => {
  it('serves a feed that a feed reader understands, with text, picture, caption and credit', async () => {
    const { root } = await open();
    const items = await feedAt(root);
    expect(items).toHaveLength(allStories.length + 1);
    const bridge = items.find((item) => item.title?.startsWith('Lantern Bridge closed'));
    expect(bridge?.pubDate).toBe('Mon, 01 Jun 2026 06:40:00 GMT');
    expect(bridge?.content?.encoded).toContain('“The crack is eleven centimetres long');
    expect(bridge?.media?.contents?.[0]).toMatchObject({
      url: `${root}/images/bridge.jpg`,
      credits: [{ value: 'Ivo Brandt/The Aldwick Courier' }],
    });
  });

  it('answers every address that its feed and its pages name', async () => {
    const { root } = await open();
    const items = await feedAt(root);
    const addresses = items.flatMap((item) => [item.link ?? '', item.media?.contents?.[0]?.url ?? root]);
    const pages = await Promise.all(addresses.map((address) => fetch(address)));
    expect(pages.map((page) => page.status).filter((status) => status !== 200)).toEqual([]);
    const { document } = parseHTML(await textAt(`${root}/`));
    const links = [...document.querySelectorAll('.list a')].map((link) => link.getAttribute('href') ?? '');
    const linked = await Promise.all(links.map((address) => fetch(address)));
    expect(linked.map((page) => page.status)).toEqual(allStories.map(() => 200));
  });

  it('tells the canonical address, the date and the caption on a page', async () => {
    const { root } = await open();
    const address = `${root}/2026/06/07/storm-edda-floods-north-quay.html`;
    const { document } = parseHTML(await textAt(`${address}?utm_source=rss`));
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(address);
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-06-07T11:20:00Z');
    expect(document.querySelector('figcaption')?.textContent).toContain('(Sanne Vik/Northern Harbour News)');
    const linked: unknown = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    expect(linked).toMatchObject({ '@type': 'NewsArticle', author: [{ name: 'Hanne Lorentz' }] });
  });

  it('carries one story at two addresses and says which one counts', async () => {
    const { root } = await open();
    const items = (await feedAt(root)).filter((item) => item.title?.startsWith('Old shipyard’s'));
    const canonical = await Promise.all(
      items.map(async (item) =>
        parseHTML(await textAt(item.link ?? ''))
          .document.querySelector('link[rel=canonical]')
          ?.getAttribute('href'),
      ),
    );
    const counts = `${root}/2026/06/04/old-shipyard-cranes-to-be-listed.html`;
    expect(new Set(items.map((item) => item.link)).size).toBe(2);
    expect(canonical).toEqual([counts, counts]);
  });

  it('corrects a story at its address once the time has come, and begins anew after a reset', async () => {
    const { root, advance, newsroom } = await open({ correctAfterMs: 60_000 });
    const address = `${root}/2026/06/04/lead-found-in-kestrel-hill-water.html`;
    const before = await fetch(address);
    expect(await before.text()).not.toContain('Correction:');
    advance(60_000);
    const headers = { 'if-none-match': before.headers.get('etag') ?? '' };
    const after = await fetch(address, { headers });
    expect(after.status).toBe(200);
    expect(await after.text()).toMatch(/Lead just above the limit[\s\S]*Correction: An earlier version/);
    newsroom.reset();
    expect((await fetch(address, { headers })).status).toBe(304);
  });

  it('lets stories out one by one when asked to', async () => {
    const { root, advance } = await open({ releaseEveryMs: 10_000 });
    expect(await feedAt(root)).toHaveLength(1);
    advance(20_000);
    expect(await feedAt(root)).toHaveLength(3);
  });

  it('answers 304 to a reader that has the feed already, by tag or by date', async () => {
    const { root } = await open();
    const first = await fetch(`${root}/feed.xml`);
    const tag = first.headers.get('etag') ?? '';
    const date = first.headers.get('last-modified') ?? '';
    const again = await Promise.all([
      fetch(`${root}/feed.xml`, { headers: { 'if-none-match': `W/${tag}` } }),
      fetch(`${root}/feed.xml`, { headers: { 'if-modified-since': date } }),
      fetch(`${root}/feed.xml`, { headers: { 'if-none-match': '"other"', 'if-modified-since': date } }),
    ]);
    expect(again.map((answer) => answer.status)).toEqual([304, 304, 200]);
  });

  it('leaves all other addresses alone and answers 404 to what it does not have', async () => {
    const { root } = await open();
    const elsewhere = await fetch(root.replace('/newsroom', '/newsroomy'));
    const missing = await fetch(`${root}/images/..%2Fnewsroom.ts`);
    expect([elsewhere.status, missing.status]).toEqual([418, 404]);
  });
});

describe('the stories of The Aldwick Courier', () => {
  it('are at least two dozen, over several days, each at an address of its own', () => {
    expect(allStories.length).toBeGreaterThanOrEqual(24);
    expect(new Set(allStories.map((story) => story.slug)).size).toBe(allStories.length);
    expect(new Set(allStories.map((story) => story.publishedAt.slice(0, 10))).size).toBe(9);
  });

  it.each(allStories.map((story) => [story.slug, story] as const))(
    '%s closes every quote it opens',
    (_, story) => {
      const paragraphs = [...story.paragraphs, ...(story.correction?.paragraphs ?? [])];
      const odd = paragraphs.filter((paragraph, index) => {
        const open = paragraph.split('“').length - paragraph.split('”').length;
        const goesOn = open === 1 && paragraphs[index + 1]?.startsWith('“');
        return !(open === 0 || goesOn) || paragraph.split('"').length % 2 === 0;
      });
      expect(odd).toEqual([]);
    },
  );

  it('bring people back, so that background has a past', () => {
    const storiesWith = (name: string): number =>
      allStories.filter((story) => story.paragraphs.join('\n').includes(name)).length;
    const seen = ['Helena Marsh', 'Tobias Renn', 'Amara Osei', 'Marta Bell', 'Priya Nandakumar'].map(
      storiesWith,
    );
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(4);
  });
});
