import { abbreviates, skipOpeners } from './abbreviated.ts';
import { rulesOf, type SentenceRules } from './abbreviations.ts';
import { endsLine } from './sentence-lines.ts';
import {
  isCloser,
  isLower,
  isOpener,
  isSpace,
  isStop,
  isUpper,
  MARK,
  markAt,
  nextMark,
  skipSpace,
} from './sentence-marks.ts';
import type { Span } from './span.ts';

/** A bracket that closes within so many characters keeps the stops in it from ending the sentence round it. */
const BRACKET_REACH = 200;

/** A stop that may end a sentence: its first character, and the first character after its closing marks. */
type Candidate = { readonly stop: number; readonly runEnd: number; readonly end: number };

/** `« Partons. » Il …`: where spaces stand inside the marks, the closing one still belongs to the sentence. */
function skipClosers(text: string, from: number): number {
  let at = from;
  while (isCloser(text, at)) at++;
  const next = skipSpace(text, at);
  if (
    next > at &&
    next - at <= 2 &&
    text[next] === '»' &&
    (next + 1 === text.length || isSpace(text, next + 1))
  ) {
    return next + 1;
  }
  return at;
}

function candidateAt(text: string, stop: number): Candidate {
  let runEnd = stop + 1;
  while (isStop(text, runEnd)) runEnd++;
  // Behind a full-width stop the mark opens what is said next: it closes in German alone.
  const opens = markAt(text, stop) === MARK.wideStop && text[runEnd] === '“';
  return { stop, runEnd, end: opens ? runEnd : skipClosers(text, runEnd) };
}

/** `iPhone`, `eBay`: a small letter before a large one begins a name, and may begin a sentence. */
function beginsSmall(text: string, at: number): boolean {
  return isLower(text.charAt(at)) && !isUpper(text.charAt(at + 1));
}

/** An ellipsis that opens the words of a quotation, `"... While`, ends nothing. */
function leads(text: string, start: number, stop: number): boolean {
  return stop === start || isOpener(text, stop - 1) || (isSpace(text, stop - 1) && isOpener(text, stop - 2));
}

function stopEnds(
  text: string,
  start: number,
  found: Candidate,
  next: number,
  rules: SentenceRules,
): boolean {
  const single = found.runEnd === found.stop + 1;
  const character = text.charAt(found.stop);
  if (character === '…' || (!single && character === '.')) return !leads(text, start, found.stop);
  if (character !== '.' || found.end > found.runEnd) return true;
  return !abbreviates(text, start, found.stop, next, rules);
}

/** `。”市长说。`: what follows the closing mark says who spoke. */
const WIDE_SPEAKER = /^[^。！？，“「]{1,14}(?:说|表示|称|道|指出|强调|認為|認为|說|稱)[。，：]/u;
const SPEAKER_REACH = 20;

/** Japanese goes on after a closing bracket with a particle of quotation: `「行く。」と述べた`; Chinese with the speaker. */
function wideStopEnds(text: string, found: Candidate): boolean {
  if (found.end === found.runEnd) return true;
  if (/[とって、，]/.test(text.charAt(found.end))) return false;
  return !WIDE_SPEAKER.test(text.slice(found.end, found.end + SPEAKER_REACH));
}

function isBoundary(text: string, start: number, found: Candidate, rules: SentenceRules): boolean {
  if (found.end >= text.length) return true;
  if (markAt(text, found.stop) === MARK.wideStop) return wideStopEnds(text, found);
  if (!isSpace(text, found.end)) return false;
  const next = skipSpace(text, found.end);
  const first = skipOpeners(text, next, rules);
  if (beginsSmall(text, first)) return false;
  if (first === next && /[-–—,;:.…)!?]/.test(text.charAt(next))) return false;
  return stopEnds(text, start, found, next, rules);
}

function closesSoon(text: string, from: number): boolean {
  const close = text.slice(from, from + BRACKET_REACH).search(/[()\n]/);
  return close >= 0 && text[from + close] === ')';
}

/** How a mark changes the number of brackets that stand open. */
const DEPTH: Readonly<Record<number, number>> = { [MARK.openBracket]: 1, [MARK.closeBracket]: -1 };

/** Gathers spans, leaving white space at both ends out. */
function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (end > start) spans.push({ start, end });
}

/**
 * The sentences of a text in reading order, with white space at their ends left out; closing quotes belong to the
 * sentence, a blank line always ends one, and so does a line's end unless the lines are wrapped at a width.
 * A text without any end of a sentence is one. `language` is BCP 47; without it English abbreviations count.
 */
export function findSentences(text: string, language?: string): readonly Span[] {
  const rules = rulesOf(language);
  const spans: Span[] = [];
  let start = skipSpace(text, 0);
  let depth = 0;
  for (let at = nextMark(text, start); at < text.length; at = nextMark(text, at + 1)) {
    depth = Math.max(0, depth + (DEPTH[markAt(text, at)] ?? 0));
    const end = endAt(text, start, at, depth, rules);
    if (end === undefined) continue;
    push(spans, text, start, end);
    start = skipSpace(text, end);
    at = Math.max(at, start - 1);
    depth = 0;
  }
  push(spans, text, start, text.length);
  return spans;
}

/** Where the sentence ends that the mark at `at` ends, if it ends one. */
function endAt(
  text: string,
  start: number,
  at: number,
  depth: number,
  rules: SentenceRules,
): number | undefined {
  const mark = markAt(text, at);
  if (mark === MARK.newline) return endsLine(text, at) ? at + 1 : undefined;
  return mark === MARK.stop || mark === MARK.wideStop
    ? sentenceEnd(text, start, at, depth, rules)
    : undefined;
}

function sentenceEnd(
  text: string,
  start: number,
  stop: number,
  depth: number,
  rules: SentenceRules,
): number | undefined {
  if (stop > start && isStop(text, stop - 1)) return undefined;
  const found = candidateAt(text, stop);
  if (!isBoundary(text, start, found, rules)) return undefined;
  const inside = depth > 0 && !text.slice(stop, found.end).includes(')');
  return inside && closesSoon(text, found.end) ? undefined : found.end;
}
