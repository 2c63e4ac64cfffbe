import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';
import { AUXILIARIES, type CueClass, cueClass, isNounToo } from './speech-verbs.ts';

/** A verb that reports speech, in the narration. */
export type Cue = { readonly at: number; readonly class: CueClass; readonly gerund: boolean };

const AFTER_NOUN = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'their',
  'its',
  'this',
  'that',
  'my',
  'of',
  'no',
  'any',
  "'s",
]);

/** The reporting verb at a word, if it is one there: `the claims` is none, `she claims` is. */
export function cueAt(reading: Reading, at: number): Cue | null {
  const word = reading.words[at];
  if (word === undefined || word.shape === 'mark' || (reading.runOf[at] ?? -1) >= 0) return null;
  const found = cueClass(word.lower);
  if (found === null || word.shape !== 'lower') return null;
  const before = reading.words[at - 1]?.lower ?? '';
  if (isNounToo(word.lower) && AFTER_NOUN.has(before)) return null;
  return { at, class: found, gerund: word.lower.endsWith('ing') };
}

export type VerbLink = {
  readonly cue: Cue | null;
  /** What stands between the mention and its verb. */
  readonly gap: 'none' | 'direct' | 'apposition' | 'relative' | 'other-verb';
};

/** The verb that a mention is the subject of, as far as the order of words tells. */
export function verbAfter(reading: Reading, mention: Mention): VerbLink {
  const direct = skipAuxiliaries(reading, mention.to, mention.sentence);
  const cue = cueAt(reading, direct);
  if (cue !== null) return { cue, gap: 'direct' };
  const text = reading.words[mention.to]?.text ?? '';
  if (text === ',' || text === '(' || text === '—' || text === '–') {
    const past = pastApposition(reading, mention);
    const after = cueAt(reading, skipAuxiliaries(reading, past, mention.sentence));
    if (after !== null) return { cue: after, gap: 'apposition' };
  }
  if (
    text === 'who' ||
    text === 'of' ||
    text === 'with' ||
    text === 'in' ||
    text === 'at' ||
    text === 'from' ||
    text === 'for'
  ) {
    const after = firstCue(reading, mention.to + 1, mention.to + 14, mention.sentence);
    if (after !== null) return { cue: after, gap: 'relative' };
  }
  const next = reading.words[direct];
  const isVerb =
    next !== undefined &&
    next.shape === 'lower' &&
    /(?:ed|s)$/.test(next.lower) &&
    reading.sentences[direct] === mention.sentence;
  return { cue: null, gap: isVerb ? 'other-verb' : 'none' };
}

function skipAuxiliaries(reading: Reading, from: number, sentence: number): number {
  let at = from;
  while (at < from + 5 && reading.sentences[at] === sentence && (reading.runOf[at] ?? -1) < 0) {
    const word = reading.words[at];
    if (word === undefined || !(AUXILIARIES.has(word.lower) || /ly$/.test(word.lower))) break;
    at++;
  }
  return at;
}

const CLOSES: Record<string, string> = { ',': ',', '(': ')', '—': '—', '–': '–' };

function pastApposition(reading: Reading, mention: Mention): number {
  const close = CLOSES[reading.words[mention.to]?.text ?? ''] ?? ',';
  let past = mention.to;
  for (let at = mention.to + 1; at < mention.to + 40 && reading.sentences[at] === mention.sentence; at++) {
    const isClose = reading.words[at]?.text === close && (reading.runOf[at] ?? -1) < 0;
    if (!isClose) continue;
    past = at + 1;
    if (cueAt(reading, skipAuxiliaries(reading, past, mention.sentence)) !== null) return past;
  }
  return past;
}

function firstCue(reading: Reading, from: number, to: number, sentence: number): Cue | null {
  for (let at = from; at < to && reading.sentences[at] === sentence; at++) {
    const cue = cueAt(reading, at);
    if (cue !== null) return cue;
  }
  return null;
}

/** The reporting verb nearest before a run in its sentence, over other runs too; within 40 words. */
export function cueBefore(reading: Reading, run: Run): Cue | null {
  const sentence = reading.sentences[run.from];
  const floor = Math.max(0, run.from - 40);
  for (let at = run.from - 1; at >= floor && reading.sentences[at] === sentence; at--) {
    const cue = cueAt(reading, at);
    if (cue !== null) return cue;
  }
  return null;
}

/** The reporting verb nearest after a run in its sentence; within 40 words, and before the next run. */
export function cueAfter(reading: Reading, run: Run): Cue | null {
  const sentence = reading.sentences[run.to - 1];
  const limit = Math.min(reading.words.length, run.to + 40);
  for (let at = run.to; at < limit && reading.sentences[at] === sentence; at++) {
    if ((reading.runOf[at] ?? -1) >= 0) return null;
    const cue = cueAt(reading, at);
    if (cue !== null) return cue;
  }
  return null;
}
