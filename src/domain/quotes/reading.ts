import { type Entity, gatherEntities } from '../background/entities.ts';
import { findNames, type Name } from '../text/names.ts';
import { numberSentences } from '../text/sentence-starts.ts';
import type { Span, TextSpan } from '../text/span.ts';
import { splitWords, type Word } from '../text/words.ts';
import { holdersOf } from './descriptions.ts';
import type { Mention, MentionKind } from './mention.ts';
import { nounAfter } from './nouns.ts';
import { findQuoteRuns, type QuoteRun } from './quote-marks.ts';

export type QuotableArticle = {
  readonly text: string;
  readonly title?: string;
  readonly paragraphs: readonly TextSpan[];
};

/** A run with the words it covers: `from` is its first word, `to` the first after it, marks left out. */
export type Run = QuoteRun & { readonly from: number; readonly to: number; readonly sentence: number };

/** An article read once: everything that attribution looks at. Arrays go by word unless they say otherwise. */
export type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly number[];
  /** The run that a word stands in, its marks counted in; -1 in the narration. */
  readonly runOf: Int32Array;
  /** How many words of narration stand before. */
  readonly narrated: Int32Array;
  readonly paragraphs: readonly Span[];
  /** First word of each paragraph, and one more at the end. */
  readonly paragraphFrom: readonly number[];
  readonly runs: readonly Run[];
  /** Of the narration only, in reading order. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Who bears an office before the name: `senator`, `spokesman`. */
  readonly holders: ReadonlyMap<string, ReadonlySet<Entity>>;
};

const PRONOUNS: Record<string, MentionKind> = {
  he: 'he',
  she: 'she',
  they: 'they',
  it: 'it',
  who: 'who',
  i: 'i',
  we: 'i',
  his: 'he',
  her: 'she',
  him: 'he',
};

/** Where the headline stands when it is part of the text but of no paragraph. */
function headlineSpan(article: QuotableArticle): Span[] {
  const { text, title, paragraphs } = article;
  if (title === undefined || title === '') return [];
  const start = text.indexOf(title);
  const end = start + title.length;
  if (start < 0 || paragraphs.some((paragraph) => paragraph.start < end && start < paragraph.end)) return [];
  return [{ start, end }];
}

type Words = {
  words: Word[];
  sentences: number[];
  paragraphFrom: number[];
  runOf: Int32Array;
};

function readWords(text: string, paragraphs: readonly Span[], runs: readonly QuoteRun[]): Words {
  const words: Word[] = [];
  const sentences: number[] = [];
  const paragraphFrom: number[] = [];
  const runIndexes: number[] = [];
  let run = 0;
  for (const paragraph of paragraphs) {
    const own = splitWords(text, paragraph.start, paragraph.end);
    const from = words.length;
    paragraphFrom.push(from);
    for (const word of own) {
      while (run < runs.length && (runs[run]?.outerEnd ?? 0) <= word.start) run++;
      runIndexes.push(word.start >= (runs[run]?.outerStart ?? Number.POSITIVE_INFINITY) ? run : -1);
      words.push(word);
    }
    const isQuoted = (index: number): boolean => (runIndexes[from + index] ?? -1) >= 0;
    for (const number of numberSentences(own, isQuoted, (sentences.at(-1) ?? -1) + 1)) sentences.push(number);
  }
  paragraphFrom.push(words.length);
  return { words, sentences, paragraphFrom, runOf: Int32Array.from(runIndexes) };
}

function placeRuns(runs: readonly QuoteRun[], { words, sentences, runOf }: Words): Run[] {
  const from = new Int32Array(runs.length).fill(-1);
  const to = new Int32Array(runs.length).fill(-1);
  for (let index = 0; index < runOf.length; index++) {
    const run = runOf[index] ?? -1;
    if (run < 0) continue;
    if (from[run] === -1) from[run] = index;
    to[run] = index + 1;
  }
  return runs.map((run, index) => {
    const last = Math.max(0, (to[index] ?? 1) - 1);
    return {
      ...run,
      from: from[index] ?? 0,
      to: Math.min(words.length, last + 1),
      sentence: sentences[last] ?? 0,
    };
  });
}

function commonWordsOf(words: readonly Word[]): Set<string> {
  const common = new Set<string>();
  for (const word of words) if (word.shape === 'lower') common.add(word.lower);
  return common;
}

function isOpening(
  words: readonly Word[],
  sentences: readonly number[],
  runOf: Int32Array,
  index: number,
): boolean {
  if (index === 0 || sentences[index] !== sentences[index - 1]) return true;
  const before = words[index - 1];
  if (before === undefined) return true;
  return (runOf[index] ?? -1) !== (runOf[index - 1] ?? -1) || '“"‘:.!?—–'.includes(before.text);
}

/** A headline in which nearly every word is capital tells no names by capitals. */
function isTitleCase(words: readonly Word[], from: number, to: number): boolean {
  let capital = 0;
  let long = 0;
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word === undefined || word.shape === 'mark' || word.text.length < 4) continue;
    long++;
    if (word.shape === 'capital' || word.shape === 'caps') capital++;
  }
  return long > 3 && capital / long > 0.8;
}

/** In a title-case paragraph: the words that are parts of names known from elsewhere. */
function knownNames(words: readonly Word[], from: number, to: number, known: ReadonlySet<string>): Name[] {
  const names: Name[] = [];
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word === undefined || !known.has(word.lower)) continue;
    let end = at + 1;
    while (end < to && known.has(words[end]?.lower ?? '')) end++;
    const parts = words.slice(at, end).map((part) => part.lower);
    names.push({ titleFrom: at, from: at, to: end, kind: 'unknown', parts, gender: null });
    at = end - 1;
  }
  return names;
}

function namesOf({ words, sentences, paragraphFrom, runOf }: Words): Name[] {
  const common = commonWordsOf(words);
  const opens = (index: number): boolean => isOpening(words, sentences, runOf, index);
  const shouted: number[] = [];
  const names: Name[] = [];
  for (let paragraph = 0; paragraph + 1 < paragraphFrom.length; paragraph++) {
    const from = paragraphFrom[paragraph] ?? 0;
    const to = paragraphFrom[paragraph + 1] ?? 0;
    if (isTitleCase(words, from, to)) shouted.push(paragraph);
    else names.push(...findNames(words, from, to, opens, common));
  }
  const known = new Set(names.flatMap((name) => (name.kind === 'place' ? [] : name.parts)));
  for (const paragraph of shouted) {
    names.push(...knownNames(words, paragraphFrom[paragraph] ?? 0, paragraphFrom[paragraph + 1] ?? 0, known));
  }
  return names.sort((a, b) => a.from - b.from);
}

/** Reads an article whose paragraphs are given. Time grows with its length. */
export function readArticle(article: QuotableArticle): Reading {
  const { text } = article;
  const paragraphs = [...headlineSpan(article), ...article.paragraphs].sort((a, b) => a.start - b.start);
  const quoteRuns = findQuoteRuns(text, paragraphs);
  const read = readWords(text, paragraphs, quoteRuns);
  const names = namesOf(read);
  const { entities, entityOf } = gatherEntities(names);
  const narrated = new Int32Array(read.words.length + 1);
  for (let index = 0; index < read.words.length; index++) {
    narrated[index + 1] = (narrated[index] ?? 0) + ((read.runOf[index] ?? -1) < 0 ? 1 : 0);
  }
  const mentions = mentionsOf(read, withoutThoseInTitles(names), entityOf);
  return {
    text,
    ...read,
    narrated,
    paragraphs,
    runs: placeRuns(quoteRuns, read),
    mentions,
    entities,
    holders: holdersOf(entities, read.words),
  };
}

/** `Lund` in `Lund campaign manager Rita Moss` is part of a title and no mention of its own. */
function withoutThoseInTitles(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  for (const name of names) {
    while ((kept.at(-1)?.from ?? -1) >= name.titleFrom) kept.pop();
    kept.push(name);
  }
  return kept;
}

function mentionsOf(read: Words, names: readonly Name[], entityOf: ReadonlyMap<Name, Entity>): Mention[] {
  const { words, sentences, paragraphFrom, runOf } = read;
  const mentions: Mention[] = [];
  let next = 0;
  for (let paragraph = 0; paragraph + 1 < paragraphFrom.length; paragraph++) {
    const limit = paragraphFrom[paragraph + 1] ?? 0;
    for (let at = paragraphFrom[paragraph] ?? 0; at < limit; ) {
      while (next < names.length && (names[next]?.from ?? 0) < at) next++;
      if ((runOf[at] ?? -1) >= 0) {
        at++;
        continue;
      }
      const place = { paragraph, sentence: sentences[at] ?? 0 };
      const found = mentionAt(words, at, limit, names[next], entityOf);
      if (found === null) {
        at++;
        continue;
      }
      mentions.push({ ...found, ...place });
      at = found.to;
    }
  }
  return mentions;
}

type Found = Omit<Mention, 'paragraph' | 'sentence'>;

function mentionAt(
  words: readonly Word[],
  at: number,
  limit: number,
  name: Name | undefined,
  entityOf: ReadonlyMap<Name, Entity>,
): Found | null {
  const word = words[at];
  if (word === undefined) return null;
  if (name !== undefined && name.from === at) {
    const entity = entityOf.get(name) ?? null;
    const kind: MentionKind = entity?.kind ?? name.kind;
    return {
      kind,
      from: at,
      to: name.to,
      outerFrom: name.titleFrom,
      entity,
      gender: entity?.gender ?? name.gender,
    };
  }
  const pronoun = Object.hasOwn(PRONOUNS, word.lower) ? PRONOUNS[word.lower] : undefined;
  const stop = name === undefined ? limit : Math.min(limit, name.titleFrom > at ? name.titleFrom : name.from);
  const noun = word.shape === 'mark' ? null : nounAfter(words, at, stop);
  if (noun !== null && (noun.to < (name?.titleFrom ?? Number.POSITIVE_INFINITY) || noun.to < stop)) {
    return {
      kind: noun.kind,
      from: noun.from,
      to: noun.to,
      outerFrom: noun.from,
      entity: null,
      gender: genderOfNoun(words, noun.to - 1),
    };
  }
  if (pronoun === undefined) return null;
  return {
    kind: pronoun,
    from: at,
    to: at + 1,
    outerFrom: at,
    entity: null,
    gender: pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : null,
  };
}

function genderOfNoun(words: readonly Word[], index: number): 'female' | 'male' | null {
  const lower = words[index]?.lower ?? '';
  if (/(?:woman|mother|wife|daughter|sister|actress|girl|queen|aunt|widow)$/.test(lower)) return 'female';
  if (/(?<!wo)man$|father$|husband$|^son$|brother$|^boy$|^king$|^uncle$/.test(lower)) return 'male';
  return null;
}
