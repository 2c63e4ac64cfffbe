import type { KnownName } from '../../../app/ports/archive.ts';
import { fittingNames, nearNames, slipsAllowed } from '../../../domain/archive/match-names.ts';
import { nameKey, nameTokens } from '../../../domain/archive/name-key.ts';
import { oneSlipFrom, slipsBetween } from '../../../domain/archive/slips.ts';
import { batch, toStrings } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { readNames } from './names.ts';

/** What one question may cost. */
const MOST_WORDS = 6;
/** Beyond so many words it is a topic or a sentence, and no name with a slip. */
const MOST_WORDS_WITH_SLIPS = 4;
const NAMES_OF_A_WORD = 300;
const NAMES_OF_A_BEGINNING = 20;
const MOST_BEGINNINGS = 80;
const MOST_CANDIDATES = 60;
const NEAR_TOKENS = 25;
/** Of words with the same first letters, this many are compared letter by letter. */
const MOST_COMPARED = 4_000;

/** Finds people and bodies as they are typed. */
export async function findNames(
  context: ArchiveContext,
  typed: string,
  limit: number,
): Promise<readonly KnownName[]> {
  const words = wordsOf(typed);
  if (words.length === 0 || limit <= 0) return [];
  const begun = await beginnings(context, words);
  const ofWords = await Promise.all(
    words.map(async (word, at) => {
      const [exact, longer] = await Promise.all([
        keysOf(context, [word], NAMES_OF_A_WORD),
        keysOf(context, begun[at] ?? [], NAMES_OF_A_BEGINNING),
      ]);
      return [...exact, ...longer];
    }),
  );
  const candidates = await readBest(context, ofWords, [nameKey(typed)]);
  return fittingNames(typed, candidates).slice(0, limit);
}

/** Finds those that a slip of a letter would have meant. */
export async function findNearNames(
  context: ArchiveContext,
  typed: string,
  limit: number,
): Promise<readonly KnownName[]> {
  const words = wordsOf(typed);
  if (words.length === 0 || words.length > MOST_WORDS_WITH_SLIPS || limit <= 0) return [];
  const ofWords = await Promise.all(
    words.map(async (word) => keysOf(context, await nearTokens(context, word), NAMES_OF_A_BEGINNING)),
  );
  return nearNames(typed, await readBest(context, ofWords, [])).slice(0, limit);
}

function wordsOf(typed: string): readonly string[] {
  return nameTokens(typed.slice(0, 200)).slice(0, MOST_WORDS);
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

/** Reads those that have every word, whoever is named most first: names with a part of the words are never an answer. */
async function readBest(
  context: ArchiveContext,
  ofWords: readonly (readonly KeyCount[])[],
  always: readonly string[],
): Promise<readonly KnownName[]> {
  const [first = [], ...others] = ofWords.map((counts) => new Map(counts));
  const best = [...first]
    .filter(([key]) => others.every((counts) => counts.has(key)))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([key]) => key);
  return readNames(context, [...new Set([...always, ...best])]);
}

/** Longer words that begin with each of these; none for a single letter beside other words. */
async function beginnings(
  { redis, keys }: ArchiveContext,
  words: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const asked = words.map((word) => word.length > 1 || words.length === 1);
  const replies = await batch(
    redis,
    words
      .filter((_, at) => asked[at])
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
  const found = replies.map(toStrings);
  return words.map((_, at) => (asked[at] ? (found.shift() ?? []) : []));
}

/** Words of names that are a slip away from this one: any slip of a short word, two within the rest of a longer one. */
async function nearTokens(context: ArchiveContext, word: string): Promise<readonly string[]> {
  const [slipped, compared] = await Promise.all([knownSlips(context, word), comparedWith(context, word)]);
  return [...new Set([word, ...slipped, ...compared])].slice(0, NEAR_TOKENS);
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
