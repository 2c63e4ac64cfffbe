import { afterAll, describe, expect, it } from 'vitest';
import { batch } from '../../../../src/adapters/redis/archive/batch.ts';
import { archiveContext, CUT_SCRIPT } from '../../../../src/adapters/redis/archive/context.ts';
import {
  DAY_MS,
  POSTING_BYTES,
  readPostings,
  toPosting,
} from '../../../../src/adapters/redis/archive/postings.ts';
import { openNewsroom } from './newsroom.ts';

const newsroom = openNewsroom();
const { redis, keys } = newsroom;
const context = archiveContext(newsroom);
afterAll(() => redis.quit());

/** Writes articles from `first` on, one a day, to the list of a term. */
async function write(term: string, first: number, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, at) =>
    toPosting(first + at, (first + at) * DAY_MS, 1 + (at % 255)),
  );
  await redis.append(keys.term(term), Buffer.concat(entries));
}

const cut = (term: string, kept: number): Promise<unknown> =>
  batch(redis, [[CUT_SCRIPT, 1, keys.term(term), POSTING_BYTES, kept]]);

async function read(term: string, most: number, round?: number) {
  const [postings] = await readPostings(context, [{ term, most, ...(round === undefined ? {} : { round }) }]);
  if (postings === undefined) throw new Error('Nothing was answered');
  return { ...postings, numbers: [...postings.numbers], days: [...postings.days] };
}

describe('the list of a term', () => {
  it('gives the newest of what was written, and how many there are', async () => {
    await write('dam', 1, 30);
    expect(await read('dam', 3)).toMatchObject({ numbers: [28, 29, 30], days: [28, 29, 30], total: 30 });
    expect((await read('dam', 50)).numbers).toHaveLength(30);
  });

  it('gives what stood there when an old article came, and a little of what came next', async () => {
    await write('weir', 1, 100);
    expect((await read('weir', 8, 50)).numbers).toEqual([44, 45, 46, 47, 48, 49, 50, 51]);
    expect((await read('weir', 8, 1)).numbers).toEqual([1, 2]);
    expect((await read('weir', 8, 1_000)).numbers).toEqual([93, 94, 95, 96, 97, 98, 99, 100]);
  });

  it('is cut to the newest when it has grown to twice as many, and remembers how many there were', async () => {
    await write('lock', 1, 19);
    await cut('lock', 10);
    expect(await read('lock', 100)).toMatchObject({ total: 19 });
    await write('lock', 20, 6);
    await cut('lock', 10);
    expect(await read('lock', 100)).toMatchObject({
      numbers: [16, 17, 18, 19, 20, 21, 22, 23, 24, 25],
      total: 25,
    });
    await write('lock', 26, 15);
    await cut('lock', 10);
    expect(await read('lock', 100)).toMatchObject({
      numbers: [31, 32, 33, 34, 35, 36, 37, 38, 39, 40],
      total: 40,
    });
    expect((await read('lock', 0)).total).toBe(40);
  });

  it('is empty where the term stands nowhere', async () => {
    expect(await read('nowhere', 5)).toMatchObject({ numbers: [], total: 0 });
  });
});
