import type { KnownName, NameSearch } from '../../../app/ports/archive.ts';
import { fittingNames, nearNames, slipsAllowed } from '../../../domain/archive/match-names.ts';
import { nameKey, nameTokens } from '../../../domain/archive/name-key.ts';
import { oneSlipFrom, slipsBetween } from '../../../domain/archive/slips.ts';
import { batch, toStrings } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { readNames } from './names.ts';

/** What one question may cost. */
const MOST_WORDS = 6;
const NAMES_OF_A_WORD = 300;
const NAMES_OF_A_BEGINNING = 20;
const MOST_BEGINNINGS = 80;
const MOST_CANDIDATES = 100;
const NEAR_TOKENS = 25;
/** Of words with the same first letters, this many are compared letter by letter. */
const MOST_COMPARED = 4_000;

/** Finds people and bodies as they are typed; when nothing fits, those that a slip of a letter would have meant. */
export async function findNames(context: ArchiveContext, typed: string, limit: number): Promise<NameSearch> {
  const words = nameTokens(typed.slice(0, 200)).slice(0, MOST_WORDS);
  if (words.length === 0 || limit <= 0) return { found: [], near: [] };
  const whole = nameKey(typed);
  const candidates = await candidatesFor(context, words, whole);
  const found = fittingNames(typed, candidates).slice(0, limit);
  if (found.length > 0) return { found, near: [] };
  const near = await nearTokens(context, words);
  const meant = await readBest(context, await keysOf(context, near, NAMES_OF_A_BEGINNING), []);
  return { found: [], near: nearNames(typed, meant).slice(0, limit) };
}

async function candidatesFor(
  context: ArchiveContext,
  words: readonly string[],
  whole: string,
): Promise<readonly KnownName[]> {
  const [exact, begun] = await Promise.all([
    keysOf(context, words, NAMES_OF_A_WORD),
    beginnings(context, words).then((tokens) => keysOf(context, tokens, NAMES_OF_A_BEGINNING)),
  ]);
  return readBest(context, [...exact, ...begun], [whole]);
}

type KeyCount = readonly [key: string, articles: number];

/** The keys of names with one of these words, with how often each is named. */
async function keysOf(
  { redis, keys }: ArchiveContext,
  tokens: readonly string[],
  most: number,
): Promise<readonly KeyCount[]> {
  const replies = await batch(
    redis,
    tokens.map((token) => ['zrevrange', keys.token(token), 0, most - 1, 'WITHSCORES']),
  );
  return replies.flatMap((reply) => {
    const flat = toStrings(reply);
    return flat.flatMap((key, at): KeyCount[] => (at % 2 === 0 ? [[key, Number(flat[at + 1])]] : []));
  });
}

/** Reads the most promising: first whoever has most of the words, then whoever is named most. */
async function readBest(
  context: ArchiveContext,
  counts: readonly KeyCount[],
  always: readonly string[],
): Promise<readonly KnownName[]> {
  const promise = new Map<string, { words: number; articles: number }>();
  for (const [key, articles] of counts) {
    promise.set(key, { words: (promise.get(key)?.words ?? 0) + 1, articles });
  }
  const best = [...promise]
    .sort(([, a], [, b]) => b.words - a.words || b.articles - a.articles)
    .slice(0, MOST_CANDIDATES)
    .map(([key]) => key);
  return readNames(context, [...new Set([...always, ...best])]);
}

/** Longer words that begin with one of these. */
async function beginnings(
  { redis, keys }: ArchiveContext,
  words: readonly string[],
): Promise<readonly string[]> {
  const replies = await batch(
    redis,
    words
      .filter((word) => word.length > 1 || words.length === 1)
      .map((word) => [
        'zrangebylex',
        keys.tokens,
        `(${word}`,
        `[${word}\u{10ffff}`,
        'LIMIT',
        0,
        MOST_BEGINNINGS,
      ]),
  );
  return replies.flatMap(toStrings);
}

/** Words of names that are a slip away from one of these: any slip of a short word, two within the rest of a longer one. */
async function nearTokens(context: ArchiveContext, words: readonly string[]): Promise<readonly string[]> {
  const near = await Promise.all(
    words.map(async (word) => {
      const [slipped, compared] = await Promise.all([knownSlips(context, word), comparedWith(context, word)]);
      return [...new Set([word, ...slipped, ...compared])].slice(0, NEAR_TOKENS);
    }),
  );
  return near.flat();
}

async function knownSlips({ redis, keys }: ArchiveContext, word: string): Promise<readonly string[]> {
  const slips = oneSlipFrom(word);
  if (slips.length === 0) return [];
  const scores = await redis.zmscore(keys.tokens, ...slips);
  return slips.filter((_, at) => (scores[at] ?? null) !== null);
}

async function comparedWith({ redis, keys }: ArchiveContext, word: string): Promise<readonly string[]> {
  const most = slipsAllowed(word.length);
  if (most === 0) return [];
  const head = word.slice(0, 2);
  const range = [`[${head}`, `[${head}\u{10ffff}`] as const;
  const tokens = await redis.zrangebylex(keys.tokens, range[0], range[1], 'LIMIT', 0, MOST_COMPARED);
  return tokens
    .map((token) => {
      const whole = slipsBetween(word, token, most);
      const begun = slipsBetween(word, token.slice(0, word.length), most - 1) + 0.5;
      return { token, slips: word.length < 4 ? whole : Math.min(whole, begun) };
    })
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips)
    .map(({ token }) => token);
}
