import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { freePort } from '../free-port.ts';
import { dateline, emptyFolder, type Running, stopEverything } from './world/dateline.ts';
import {
  CHANNEL,
  eventually,
  newcomer,
  settingsFor,
  type Telegram,
  TOKEN,
  telegramOfItsOwn,
} from './world/telegram.ts';

const STOP_WITHIN_MS = 10_000;
const SECRET = TOKEN.split(':')[1] ?? '';

/** A newspaper of its own: a feed of three stories, each with its page. */
function newspaper(): Server {
  return createServer((request, response) => {
    const { host = '' } = request.headers;
    const page = /^\/story\/(\d)\b/.exec(request.url ?? '')?.[1];
    const type = page === undefined ? 'application/rss+xml' : 'text/html; charset=utf-8';
    if (page === undefined && request.url !== '/feed.xml') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(page === undefined ? feed(host) : story(page));
  });
}

const PLACES = ['Aldby', 'Brennick', 'Corsa'];

function headline(n: number): string {
  return `${PLACES[n]} opens its new library in the old mill`;
}

function feed(host: string): string {
  const items = PLACES.map(
    (_, n) =>
      `<item><title>${headline(n)}</title><link>http://${host}/story/${n}?utm_source=rss</link><guid>story-${n}</guid><pubDate>${new Date(Date.UTC(2022, 4, 1 + n)).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Three Towns</title><link>http://${host}/</link><description>News</description>${items.join('')}</channel></rss>`;
}

function story(page: string): string {
  const place = PLACES[Number(page)];
  const title = headline(Number(page));
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>The town of ${place} opened a library in the old mill of ${place} on Sunday, nine years after the last one had closed, and some ${place} families came on foot from the hills.</p>
<p>“Every child of ${place} will learn to read here,” said Vera Lunt, the librarian, who brought her own books to ${place} in forty boxes.</p>
<p>The mill of ${place} had stood empty since the flood. It cost ${place} two million crowns to repair its roof and its floors.</p>
</article></body></html>`;
}

let telegram: Telegram;
let server: Server;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  telegram = await telegramOfItsOwn();
  server = newspaper();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  env = {
    ...settingsFor(telegram, `${inject('redisUrl')}/9`),
    FEEDS: `http://127.0.0.1:${port}/feed.xml http://127.0.0.1:${port}/missing.xml`,
    POSTS_PER_SLOT: '3',
  };
});

afterAll(async () => {
  await stopEverything();
  await new Promise((resolve) => server.close(resolve));
});

async function posts(): Promise<readonly string[]> {
  return (await telegram.messages(CHANNEL)).map(({ words }) => words.split('\n')[0] ?? '');
}

async function untilPosted(count: number): Promise<void> {
  await eventually(async () => {
    const posted = await posts();
    if (posted.length < count) throw new Error(`${posted.length} of ${count} are posted`);
  });
}

it('checks each part of its settings, a line each', async () => {
  const { code, stdout } = await dateline(['check'], await emptyFolder(), env).ended;
  expect(code).toBe(1);
  const [settings, token, channel, redis, feed, missing, ...more] = stdout.trim().split('\n');
  expect([settings, token]).toEqual([
    'ok     configuration: can be read',
    'ok     token: is that of @sound_bot',
  ]);
  expect(channel).toBe(`ok     channel ${CHANNEL}: the bot may post there`);
  expect(redis).toMatch(/^ok {5}Redis: can be reached/);
  expect(feed).toMatch(/^ok {5}feed http:\S+\/feed\.xml: has 3 items$/);
  expect(missing).toMatch(/^wrong {2}feed http:\S+\/missing\.xml: is not there \(status 404\) – see that/);
  expect(more).toEqual([]);
});

async function processList(): Promise<string> {
  return (await promisify(execFile)('ps', ['-eo', 'args'])).stdout;
}

it('posts each story once with two workers and a webhook, over a stop and a start, by environment alone', async () => {
  const port = String(await freePort());
  const webhook = { WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_SECRET: 'the-lamp-of-the-pier-head' };
  const web = dateline(['web'], await emptyFolder(), { ...env, ...webhook, PORT: port });
  await web.said(/Dateline is running/);
  const worker = async (): Promise<Running> => dateline(['worker'], await emptyFolder(), env);
  const workers = await Promise.all([worker(), worker()]);
  await untilPosted(1);

  expect(await processList()).not.toContain(SECRET);
  const [first] = await Promise.all(workers.map(({ stop }) => stop()));
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first?.endedAfterMs).toBeLessThan(STOP_WITHIN_MS);
  expect(first?.stdout).toContain('Stopped: everything is settled');

  await Promise.all([worker(), worker()]);
  await untilPosted(PLACES.length);
  expect((await posts()).toSorted()).toEqual(PLACES.map((_, n) => headline(n)));

  const reader = await newcomer(telegram);
  expect((await reader.ask('/quotes lunt')).words).toMatch(/^Vera Lunt – 3 quotes/);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('alive\n');
  expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).text()).toBe('ready\n');
  expect((await web.stop()).code).toBe(0);
  expect(web.printed()).not.toContain(SECRET);
  expect(workers.map(({ printed }) => printed()).join('')).not.toContain(SECRET);
});
