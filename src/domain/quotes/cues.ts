import { TRAIT } from '../text/traits.ts';
import { is } from '../text/word.ts';
import type { Cue } from './find-cues.ts';
import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';

/** The last reporting verb up to a word, if any. */
function lastCueTo({ cues, lastCue }: Reading, at: number): Cue | undefined {
  const last = lastCue[at] ?? -1;
  return last < 0 ? undefined : cues[last];
}

/** The reporting verb at a word, if it is one there. */
export function cueAt(reading: Reading, at: number): Cue | null {
  const cue = lastCueTo(reading, at);
  return cue?.at === at ? cue : null;
}

export type VerbLink = {
  readonly cue: Cue | null;
  /** What stands between the mention and its verb. */
  readonly gap: 'none' | 'direct' | 'apposition' | 'relative' | 'other-verb';
};

const OPENS_RELATIVE = new Set(['who', 'of', 'with', 'in', 'at', 'from', 'for']);

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
  if (OPENS_RELATIVE.has(text)) {
    const after = firstCue(reading, mention.to + 1, mention.to + 14, mention.sentence);
    if (after !== null) return { cue: after, gap: 'relative' };
  }
  const next = reading.words[direct];
  const isVerb =
    next?.shape === 'lower' &&
    is(next, TRAIT.endsEd | TRAIT.endsS) &&
    reading.sentences[direct] === mention.sentence;
  return { cue: null, gap: isVerb ? 'other-verb' : 'none' };
}

function skipAuxiliaries(reading: Reading, from: number, sentence: number): number {
  let at = from;
  while (at < from + 5 && reading.sentences[at] === sentence && (reading.runOf[at] ?? -1) < 0) {
    if (!is(reading.words[at], TRAIT.auxiliary | TRAIT.endsLy)) break;
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
  const cue = reading.cues[(reading.lastCue[from - 1] ?? -1) + 1];
  return cue !== undefined && cue.at < to && reading.sentences[cue.at] === sentence ? cue : null;
}

/** A reporting verb further from a run than so many words is not looked at. */
const REACH = 40;

/** The reporting verb nearest before a run in its sentence, over other runs too. */
export function cueBefore(reading: Reading, run: Run): Cue | null {
  const cue = lastCueTo(reading, run.from - 1);
  if (cue === undefined || cue.at < run.from - REACH) return null;
  return reading.sentences[cue.at] === reading.sentences[run.from] ? cue : null;
}

/** The reporting verb nearest after a run in its sentence, before the next run. */
export function cueAfter(reading: Reading, run: Run): Cue | null {
  const cue = firstCue(reading, run.to, run.to + REACH, reading.sentences[run.to - 1] ?? -1);
  if (cue === null) return null;
  const narrated = (reading.narrated[cue.at] ?? 0) - (reading.narrated[run.to] ?? 0);
  return narrated === cue.at - run.to ? cue : null;
}
