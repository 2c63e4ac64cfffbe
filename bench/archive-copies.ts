import type { Redis } from 'ioredis';
import { batch, type Command } from '../src/adapters/redis/archive/batch.ts';
import { CUT_SCRIPT } from '../src/adapters/redis/archive/context.ts';
import { MOST_POSTINGS, POSTING_BYTES } from '../src/adapters/redis/archive/postings.ts';
import { idPlace, toPlacedId } from '../src/adapters/redis/archive/read-articles.ts';
import { movedTo } from '../src/adapters/redis/archive/record.ts';
import { storyPlaces } from '../src/adapters/redis/archive/story-index.ts';
import { redisKeys } from '../src/adapters/redis/keys.ts';
import type { ArticleId } from '../src/domain/article/article.ts';
import { BOT } from './archive-fill.ts';
import { ARTICLES_A_DAY, keysOf, timeOf, worldId } from './archive-world.ts';

const AT_ONCE = 400;
/** As the index writer has it. */
const MOST_OF_A_NAME = 50_000;

/** The archive has `articles`; copies of them number `from` to `to` - 1 are put behind them. */
export type CopyArchive = { readonly articles: number; readonly from: number; readonly to: number };

/**
 * Makes an archive many times as large in a fraction of the time: the articles that are in it come again later, under new
 * numbers, ids and days, in every list and index. (Their words and names are the same, so the vocabulary stays that of
 * the first ones.)
 */
export async function copyArchive(redis: Redis, copies: CopyArchive): Promise<void> {
  const keys = redisKeys(BOT);
  await eachChunk(redis, keys.term('*'), (chunk) => copyTerms(redis, chunk, copies));
  await eachChunk(redis, keys.naming('*'), (chunk) => copyLists(redis, chunk, copies));
  await eachChunk(redis, keys.said('*'), (chunk) => copyLists(redis, chunk, copies));
  for (let at = 0; at < copies.articles; at += AT_ONCE) await copyArticles(redis, at, copies);
  await redis.set(keys.lastNumber, copies.articles * copies.to);
}

async function eachChunk(
  redis: Redis,
  pattern: string,
  copy: (keys: readonly string[]) => Promise<void>,
): Promise<void> {
  let cursor = '0';
  do {
    const [next, chunk] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', 2_000);
    if (chunk.length > 0) await copy(chunk);
    cursor = next;
  } while (cursor !== '0');
}

function numbersOf({ from, to }: CopyArchive): readonly number[] {
  return Array.from({ length: to - from }, (_none, at) => from + at);
}

async function copyTerms(redis: Redis, terms: readonly string[], copies: CopyArchive): Promise<void> {
  // The first articles stand in front, unless a list was cut; then all its entries are as good.
  const lists = await batch(
    redis,
    terms.map((term) => ['getBuffer', term]),
  );
  const commands = terms.map((term, at): Command => {
    const list = lists[at];
    const own = Buffer.isBuffer(list) ? ownEntries(list, copies.articles) : Buffer.alloc(0);
    return [
      'append',
      term,
      Buffer.concat(numbersOf(copies).map((copy) => shifted(own, copies.articles, copy))),
    ];
  });
  const lengths = await batch(redis, commands);
  const long = terms.filter((_, at) => Number(lengths[at]) >= 2 * MOST_POSTINGS * POSTING_BYTES);
  await batch(
    redis,
    long.map((term) => [CUT_SCRIPT, 1, term, POSTING_BYTES, MOST_POSTINGS]),
  );
}

/** One copy of the articles in a list: as many entries as one round of them has, counted from the newest. */
function ownEntries(list: Buffer, articles: number): Buffer {
  const round = roundOf(list.readUInt32BE(list.length - POSTING_BYTES), articles);
  const own = Buffer.alloc(list.length);
  let length = 0;
  for (let at = 0; at < list.length; at += POSTING_BYTES) {
    const number = list.readUInt32BE(at) - round;
    if (number < 1 || list[at + POSTING_BYTES - 1] === 0) continue;
    list.copy(own, length, at, at + POSTING_BYTES);
    own.writeUInt32BE(number, length);
    own.writeUInt16BE(list.readUInt16BE(at + 4) - daysOf(round), length + 4);
    length += POSTING_BYTES;
  }
  return own.subarray(0, length);
}

/** How many articles stand before the round of copies that this number belongs to. */
function roundOf(number: number, articles: number): number {
  return Math.floor((number - 1) / articles) * articles;
}

function daysOf(articles: number): number {
  return Math.floor(articles / ARTICLES_A_DAY);
}

function shifted(entries: Buffer, articles: number, copy: number): Buffer {
  const bytes = Buffer.from(entries);
  for (let at = 0; at < bytes.length; at += POSTING_BYTES) {
    bytes.writeUInt32BE(bytes.readUInt32BE(at) + copy * articles, at);
    bytes.writeUInt16BE(bytes.readUInt16BE(at + 4) + daysOf(copy * articles), at + 4);
  }
  return bytes;
}

/** Lists of numbers, or of a number and more behind a colon, by seconds before 1970. */
async function copyLists(redis: Redis, lists: readonly string[], copies: CopyArchive): Promise<void> {
  const replies = await batch(
    redis,
    lists.map((list) => ['zrange', list, 0, -1, 'WITHSCORES']),
  );
  await batch(
    redis,
    lists.flatMap((list, at): Command[] => {
      const reply = replies[at];
      const members = movedMembers(Array.isArray(reply) ? reply.map(String) : [], copies);
      return members.length === 0
        ? []
        : [
            ['zadd', list, ...members],
            ['zremrangebyrank', list, MOST_OF_A_NAME, -1],
          ];
    }),
  );
}

/** Scores and members of the copies: of the newest round of them in a list, which may have been cut. */
function movedMembers(flat: readonly string[], copies: CopyArchive): readonly (string | number)[] {
  const round = roundOf(Number.parseInt(flat[0] ?? '1', 10), copies.articles);
  return flat.flatMap((member, i) => {
    const [number = '', rest] = member.split(':');
    if (i % 2 === 1 || Number(number) <= round) return [];
    return numbersOf(copies).flatMap((copy) => {
      const on = copy * copies.articles - round;
      const score = Number(flat[i + 1]) - daysOf(on) * 86_400;
      return [score, rest === undefined ? Number(number) + on : `${Number(number) + on}:${rest}`];
    });
  });
}

async function copyArticles(redis: Redis, at: number, copies: CopyArchive): Promise<void> {
  const keys = redisKeys(BOT);
  const places = Array.from({ length: Math.min(AT_ONCE, copies.articles - at) }, (_none, i) => at + i);
  const records = await redis.mgetBuffer(...places.map((n) => keys.article(worldId(n))));
  for (const copy of numbersOf(copies)) {
    await batch(redis, copiesOf(records, copy * copies.articles + at));
  }
}

/** Notes the keys of many stories in one step. */
const NOTE = `for i = 1, #KEYS do redis.call('HSET', KEYS[i], ARGV[2 * i - 1], ARGV[2 * i]) end`;

/** Articles in a row from the n-th on, as many as there are records of earlier ones whose words they have. */
function copiesOf(records: readonly (Buffer | null)[], n: number): readonly Command[] {
  const keys = redisKeys(BOT);
  const articles: (string | Buffer)[] = [];
  const latest: number[] = [];
  const buckets: string[] = [];
  const fields: (string | number)[] = [];
  let ids = '';
  records.forEach((record, i) => {
    if (record === null) throw new Error('An article is gone that was there');
    const id: ArticleId = worldId(n + i);
    const [number, sortAtMs] = [n + i + 1, timeOf(n + i)];
    articles.push(keys.article(id), movedTo(record, { number, id, sortAtMs, arrivedAtMs: sortAtMs }));
    latest.push(-Math.floor(sortAtMs / 1000) - (number % 1_000_000) / 1_000_000, number);
    ids += toPlacedId(id);
    const story = { article: { title: id }, keys: keysOf(n + i, Number.POSITIVE_INFINITY) };
    for (const { bucket, field } of storyPlaces(keys, story, sortAtMs).lasting) {
      buckets.push(bucket);
      fields.push(field, number);
    }
  });
  return [
    ['mset', ...articles],
    ['setrange', keys.ids, idPlace(n + 1), ids],
    ['zadd', keys.latest, ...latest],
    ['eval', NOTE, buckets.length, ...buckets, ...fields],
  ];
}
