import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, inject, it, onTestFinished } from 'vitest';
import { createWikipedia } from '../../../src/adapters/encyclopedia/wikipedia.ts';
import { cachedEncyclopedia } from '../../../src/adapters/redis/cached-encyclopedia.ts';
import { connectRedis } from '../../../src/adapters/redis/connect.ts';
import type { Encyclopedia } from '../../../src/app/ports/encyclopedia.ts';

const ignore = (): void => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const page = (type: string, title: string): object => ({
  type,
  title,
  extract: `${title} is invented.`,
  content_urls: { desktop: { page: `https://en.wiki.example/wiki/${encodeURIComponent(title)}` } },
});

/** Pages as the public interface gives them; `Rita Moss` is down. */
const PAGES: Readonly<Record<string, object>> = {
  Ada_Lund: page('standard', 'Ada Lund'),
  'Kim_Ha-Neul': page('standard', 'Kim Ha Neul'),
  John_Marsh: page('disambiguation', 'John Marsh'),
  Eva_Stein: page('standard', 'Eva Stein (footballer)'),
  Lund: page('standard', 'Lund'),
};

async function encyclopedia(): Promise<{ readonly wiki: Encyclopedia; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const name = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    if (name === 'Rita_Moss') return response.writeHead(503).end();
    const found = PAGES[name];
    return found === undefined ? response.writeHead(404).end() : response.end(JSON.stringify(found));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const redis = connectRedis(inject('redisUrl'), { log });
  onTestFinished(async () => {
    await redis.quit();
    server.close();
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/{language}`;
  const wikipedia = createWikipedia({ root, userAgent: 'test', log, deadlineMs: 10_000 });
  return { wiki: cachedEncyclopedia(wikipedia, redis, `dateline:test:${Math.random()}`), asked };
}

it('tells of a name with its address and licence, and asks once in a week', async () => {
  const { wiki, asked } = await encyclopedia();
  const expected = {
    kind: 'found',
    entry: {
      title: 'Ada Lund',
      extract: 'Ada Lund is invented.',
      url: 'https://en.wiki.example/wiki/Ada%20Lund',
      licence: 'CC BY-SA 4.0',
    },
  };
  expect(await wiki.look('Ada Lund', 'en')).toEqual(expected);
  expect(await wiki.look('Ada Lund', 'en')).toEqual(expected);
  expect(asked).toEqual(['/en/api/rest_v1/page/summary/Ada_Lund']);
});

it('asks the edition of the reader’s language', async () => {
  const { wiki, asked } = await encyclopedia();
  await wiki.look('Ada Lund', 'es');
  expect(asked).toEqual(['/es/api/rest_v1/page/summary/Ada_Lund']);
});

it.each([
  ['several people share the name', 'John Marsh'],
  ['the page is of a namesake', 'Eva Stein'],
  ['the name is one word', 'Lund'],
  ['there is no page', 'Nobody Known'],
])('says nothing when %s', async (_, name) => {
  const { wiki } = await encyclopedia();
  expect(await wiki.look(name, 'en')).toEqual({ kind: 'none' });
});

it('knows a name with other hyphens', async () => {
  const { wiki } = await encyclopedia();
  expect(await wiki.look('Kim Ha-Neul', 'en')).toMatchObject({ kind: 'found' });
});

it('says nothing while it cannot be asked, and makes nobody wait for that twice', async () => {
  const { wiki, asked } = await encyclopedia();
  expect(await wiki.look('Rita Moss', 'en')).toEqual({ kind: 'failed' });
  expect(await wiki.look('Rita Moss', 'en')).toEqual({ kind: 'failed' });
  expect(asked).toHaveLength(1);
});
