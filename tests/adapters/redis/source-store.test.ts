import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from '../../../src/adapters/redis/connect.ts';
import { createFates } from '../../../src/adapters/redis/fates.ts';
import { createSourceStore } from '../../../src/adapters/redis/source-store.ts';
import type { Fate } from '../../../src/app/ports/sources.ts';
import type { ArticleId } from '../../../src/domain/article/article.ts';
import { sourceStoreFacts } from '../../app/ingest/source-store-facts.ts';

const silence = (): void => undefined;
const log = { debug: silence, info: silence, warn: silence, error: silence };
const redis = connectRedis(inject('redisUrl'), { log });

afterAll(async () => {
  await redis.quit();
});

sourceStoreFacts(() => createSourceStore({ redis, botId: randomUUID() }));

describe('sources in Redis', () => {
  it('are leased to one worker at a time', async () => {
    const botId = randomUUID();
    const [one, two] = [createSourceStore({ redis, botId }), createSourceStore({ redis, botId })];
    const nothing = async (): Promise<void> => undefined;
    const rivals: boolean[] = [];
    const done = await one.whileLeased('a', async () => {
      rivals.push(await two.whileLeased('a', nothing), await two.whileLeased('b', nothing));
    });
    expect(done).toBe(true);
    expect(rivals).toEqual([false, true]);
    expect(await two.whileLeased('a', nothing)).toBe(true);
  });

  it('are free again after work that failed, and within seconds after a worker that died', async () => {
    const botId = randomUUID();
    const store = createSourceStore({ redis, botId });
    const failed = store.whileLeased('a', async () => {
      expect(await redis.pttl(`dateline:{${botId}}:source-polling:a`)).toBeLessThanOrEqual(15_000);
      throw new Error('The page is gone');
    });
    await expect(failed).rejects.toThrow('The page is gone');
    expect(await store.whileLeased('a', async () => undefined)).toBe(true);
  });

  it('forget the marks that a feed has not shown for thousands of items', async () => {
    const store = createSourceStore({ redis, botId: randomUUID() });
    const old = Array.from({ length: 5_000 }, (_none, i) => `old-${i}`);
    await store.remember('a', [], old);
    await store.remember(
      'a',
      [],
      Array.from({ length: 6_000 }, (_none, i) => `new-${i}`),
    );
    expect(
      (await store.unseen('a', [...old, 'new-0', 'new-5999'])).every((mark) => mark.startsWith('old')),
    ).toBe(true);
    expect(await store.unseen('a', ['new-0', 'new-5999'])).toEqual([]);
  });
});

describe('fates in Redis', () => {
  const fate = (n: number, changes: Partial<Fate> = {}): Fate => ({
    atMs: n,
    source: 'a',
    item: `g-${n}`,
    title: `The pier of Port Amity, part ${n}`,
    url: `https://courier.example/${n}`,
    what: 'taken in',
    ...changes,
  });

  it('are found by article, address, id and words of the title, newest first', async () => {
    const fates = createFates({ redis, botId: randomUUID() });
    await fates.record(fate(1, { what: 'held' }));
    await fates.record(fate(1, { article: 'art-1' as ArticleId }));
    await fates.record(fate(2));
    const kinds = async (query: string): Promise<readonly string[]> =>
      (await fates.find(query, 10)).map(({ item, what }) => `${item} ${what}`);
    expect(await kinds('art-1')).toEqual(['g-1 taken in']);
    expect(await kinds('https://www.courier.example/1?utm_source=x')).toEqual(['g-1 taken in', 'g-1 held']);
    expect(await kinds('g-2')).toEqual(['g-2 taken in']);
    expect(await kinds('PIER amity')).toEqual(['g-2 taken in', 'g-1 taken in', 'g-1 held']);
    expect(await kinds('harbour')).toEqual([]);
    expect(await fates.recent(1)).toEqual([fate(2)]);
  });

  it('are found behind many others', async () => {
    const fates = createFates({ redis, botId: randomUUID() });
    for (let n = 0; n < 1_200; n += 1) await fates.record(fate(n));
    expect((await fates.find('g-3', 5)).map((found) => found.item)).toEqual(['g-3']);
  });
});
