import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from '../../../src/adapters/redis/connect.ts';
import { createFurnitureBook } from '../../../src/adapters/redis/furniture-book.ts';
import { furnitureBookFacts } from '../../app/furniture/furniture-book-facts.ts';

const silence = (): void => undefined;
const log = { debug: silence, info: silence, warn: silence, error: silence };
const redis = connectRedis(inject('redisUrl'), { log });

afterAll(async () => {
  await redis.quit();
});

furnitureBookFacts(() => createFurnitureBook({ redis, botId: randomUUID() }));

describe('a book of furniture in Redis', () => {
  it('keeps the latest fifty articles of a source', async () => {
    const book = createFurnitureBook({ redis, botId: randomUUID() });
    for (let n = 0; n < 51; n += 1) await book.note('courier', `story ${n}`, [n === 0 ? 'Old' : 'New']);
    expect(await book.note('courier', 'the last', ['Old', 'New'])).toEqual([0, 50]);
  });
});
