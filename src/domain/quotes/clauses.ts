import { TRAIT } from '../text/traits.ts';
import { is } from '../text/word.ts';
import { cueAt, type VerbLink } from './cues.ts';
import type { Cue } from './find-cues.ts';
import type { Mention } from './mention.ts';
import type { Reading } from './reading.ts';

/** What someone is reported to have said in the words of the article, by places among its words; `to` is the first after it. */
export type Clause = {
  readonly from: number;
  readonly to: number;
  readonly cueFrom: number;
  readonly cueTo: number;
};

/** Before `that` may stand the listeners, the place and the day: `told reporters in Port Amity on Monday that`. */
const BEFORE_THAT = 10;
/** After an attribution that follows its clause the sentence soon ends. */
const AFTER_ATTRIBUTION = 9;
const LEAST_WORDS = 4;
/** A sentence without an end reports nothing. */
const MOST_WORDS = 300;

const REPORTS: ReadonlySet<Cue['class']> = new Set<Cue['class']>(['say', 'tell', 'speak']);

const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
/** What after `said` begins no clause. */
const NO_START = new Set(
  'about against at as by during for from in into of on over than to with without no not yes so nothing anything something it. goodbye hello more much little when almost only after before until despite'.split(
    ' ',
  ),
);
/** Verbs of speaking in some way that take a clause without `that`. */
const TAKES_CLAUSE = new Set(
  'add argue claim insist suggest note warn admit acknowledge contend maintain explain predict report announce allege assert complain confirm'
    .split(' ')
    .flatMap((verb) => [verb, `${verb}s`, `${verb}ed`, `${verb}d`]),
);
/** Where these follow a comma, what comes may be the article's own words; no clause begins with them. */
const BREAKS = new Set('but while though although and or yet whereas as'.split(' '));
const FINITE = new Set(
  'is are was were will would can could may might must should has have had does did do isn’t aren’t wasn’t weren’t won’t wouldn’t can’t couldn’t hasn’t haven’t hadn’t doesn’t didn’t don’t'
    .split(' ')
    .flatMap((verb) => [verb, verb.replace('’', "'")]),
);

/** The clause that a mention reports, if it reports one: `Ada Lund said |the ferry would stay|`, `|The ferry would stay|, she said`. */
export function clauseOf(reading: Reading, mention: Mention, link: VerbLink): Clause | null {
  const accorded = accordingTo(reading, mention);
  if (accorded !== null) return accorded;
  const cue = link.cue ?? invertedCue(reading, mention);
  if (cue === null || cue.gerund || !REPORTS.has(cue.class)) return null;
  // `those who say the ferry is dear were few`: in a relative clause nobody can tell where the report ends.
  if (mention.kind === 'who' || link.gap === 'relative') return null;
  const clause =
    (link.cue === null ? null : clauseAfter(reading, cue)) ?? clauseBefore(reading, mention, cue);
  return clause !== null && isWhole(reading, clause) ? clause : null;
}

function invertedCue(reading: Reading, mention: Mention): Cue | null {
  const isAfterComma = reading.words[mention.outerFrom - 2]?.text === ',';
  return isAfterComma ? cueAt(reading, mention.outerFrom - 1) : null;
}

/** Long enough, with a verb of its own, no question, and nothing in quotation marks: that is for the quotes. */
function isWhole(reading: Reading, { from, to }: Clause): boolean {
  if (to - from < LEAST_WORDS || to - from > MOST_WORDS || BREAKS.has(reading.words[from]?.lower ?? ''))
    return false;
  let hasVerb = false;
  for (let at = from; at < to; at++) {
    const lower = reading.words[at]?.lower ?? '';
    if ((reading.runOf[at] ?? -1) >= 0) return false;
    hasVerb ||= FINITE.has(lower) || (at > from && /[^e]ed$/.test(lower));
  }
  return hasVerb && reading.words[to]?.text !== '?';
}

function clauseAfter(reading: Reading, cue: Cue): Clause | null {
  const from = startAfter(reading, cue);
  if (from === null) return null;
  return { from, to: endOf(reading, from), cueFrom: cue.at, cueTo: cue.at + 1 };
}

function startAfter(reading: Reading, cue: Cue): number | null {
  const that = thatAfter(reading, cue);
  if (that !== null) return that + 1;
  const from = pastDay(reading, cue.at + 1);
  const word = reading.words[from];
  if (word === undefined || word.shape === 'mark' || reading.sentences[from] !== reading.sentences[cue.at])
    return null;
  if (NO_START.has(word.lower) || is(word, TRAIT.auxiliary)) return null;
  return cue.class === 'say' || TAKES_CLAUSE.has(reading.words[cue.at]?.lower ?? '') ? from : null;
}

/** `on Monday`, `Monday`. */
function pastDay(reading: Reading, at: number): number {
  const day = reading.words[at]?.lower === 'on' ? at + 1 : at;
  return DAYS.has(reading.words[day]?.lower ?? '') ? day + 1 : at;
}

function thatAfter(reading: Reading, cue: Cue): number | null {
  const limit = cue.at + BEFORE_THAT;
  let at = cue.at + 1;
  while (at < limit && reading.sentences[at] === reading.sentences[cue.at] && isListener(reading, at)) at++;
  return reading.words[at]?.lower === 'that' && isConjunction(reading, at) ? at : null;
}

/** What may stand between a verb and its `that`: no mark, no quote, no verb. */
function isListener(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  if (word === undefined || word.shape === 'mark' || word.lower === 'that') return false;
  // `after the talks that`: verbs of calling and thinking are nouns here as often as not.
  const isReport = REPORTS.has(cueAt(reading, at)?.class ?? 'call');
  return (reading.runOf[at] ?? -1) < 0 && !FINITE.has(word.lower) && !isReport;
}

/** `said that the ferry`, and neither `at that` nor `that day`. */
function isConjunction(reading: Reading, at: number): boolean {
  const before = reading.words[at - 1]?.lower ?? '';
  const next = reading.words[at + 1];
  return next !== undefined && next.shape !== 'mark' && !FINITE.has(next.lower) && !NO_START.has(before);
}

/** The end of a clause: that of its sentence, or where after a comma another attribution begins or the article takes over. */
function endOf(reading: Reading, from: number): number {
  const sentence = reading.sentences[from];
  const limit = Math.min(reading.words.length, from + MOST_WORDS + 1);
  let at = from;
  while (at < limit && reading.sentences[at] === sentence && !breaksOff(reading, at)) at++;
  return withoutMarks(reading, from, at);
}

function breaksOff(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  if (word?.text === ';') return true;
  if (word?.text !== ',') return false;
  const next = reading.words[at + 1]?.lower ?? '';
  if (next === 'according') return reading.words[at + 2]?.lower === 'to';
  return BREAKS.has(next) || cueAt(reading, at + 1)?.gerund === true;
}

function withoutMarks(reading: Reading, from: number, to: number): number {
  let end = to;
  while (end > from && reading.words[end - 1]?.shape === 'mark' && reading.words[end - 1]?.text !== ')')
    end--;
  return end;
}

/** Where the sentence begins that the word at `at` stands in, or further back than any clause does. */
function sentenceStart(reading: Reading, at: number): number {
  const floor = Math.max(0, at - MOST_WORDS - 1);
  let first = at;
  while (first > floor && reading.sentences[first - 1] === reading.sentences[at]) first--;
  return first;
}

function endsSoon(reading: Reading, from: number): boolean {
  const sentence = reading.sentences[from - 1];
  for (let at = from; at < from + AFTER_ATTRIBUTION; at++) {
    if (reading.sentences[at] !== sentence) return true;
    if (reading.words[at]?.text === ',') return false;
  }
  return false;
}

/** `|The ferry would stay|, Ada Lund said on Monday.` */
function clauseBefore(reading: Reading, mention: Mention, cue: Cue): Clause | null {
  const first = Math.min(mention.outerFrom, cue.at);
  if (reading.words[first - 1]?.text !== ',' || !endsSoon(reading, Math.max(mention.to, cue.at + 1)))
    return null;
  const from = sentenceStart(reading, first);
  return { from, to: withoutMarks(reading, from, first), cueFrom: cue.at, cueTo: cue.at + 1 };
}

/** `According to Ada Lund, |the ferry would stay|`, `|The ferry would stay|, according to Ada Lund.` */
function accordingTo(reading: Reading, mention: Mention): Clause | null {
  const cueFrom = mention.outerFrom - 2;
  if (reading.words[cueFrom]?.lower !== 'according' || reading.words[cueFrom + 1]?.lower !== 'to')
    return null;
  const start = sentenceStart(reading, cueFrom);
  const cue = { cueFrom, cueTo: cueFrom + 2 };
  if (start === cueFrom) {
    if (reading.words[mention.to]?.text !== ',') return null;
    const clause = { from: mention.to + 1, to: endOf(reading, mention.to + 1), ...cue };
    return isWhole(reading, clause) ? clause : null;
  }
  const clause = { from: start, to: withoutMarks(reading, start, cueFrom), ...cue };
  return endsSoon(reading, mention.to) && isWhole(reading, clause) ? clause : null;
}
