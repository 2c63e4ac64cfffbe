import { isSpace, isStop } from './sentence-marks.ts';

/** A text that is wrapped at a width has lines of at least so many characters. */
const SHORTEST_WRAPPED = 40;

/**
 * Whether the line break at `at` ends a sentence. A blank line does. A single break does not where the line was
 * wrapped: it is full, so that the next word would not have fitted, and it does not end in a stop of its own.
 */
export function endsLine(text: string, at: number): boolean {
  const next = nextContent(text, at + 1);
  if (next === undefined || next.breaks > 0) return true;
  const from = lineStart(text, at);
  const length = at - from;
  if (length < SHORTEST_WRAPPED || endsInStop(text, from, at)) return true;
  return length + 1 + wordLength(text, next.at) <= widest(text, from, at);
}

function nextContent(text: string, from: number): { at: number; breaks: number } | undefined {
  let breaks = 0;
  for (let at = from; at < text.length; at++) {
    if (!isSpace(text, at)) return { at, breaks };
    if (text[at] === '\n') breaks++;
  }
  return undefined;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endsInStop(text: string, from: number, to: number): boolean {
  let at = to - 1;
  while (at > from && (isSpace(text, at) || /["'”’»)\]]/.test(text.charAt(at)))) at--;
  return isStop(text, at);
}

function wordLength(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text, at)) at++;
  return at - from;
}

/** The length of the wider of a line and the one after it. */
function widest(text: string, from: number, at: number): number {
  const end = text.indexOf('\n', at + 1);
  return Math.max(at - from, (end < 0 ? text.length : end) - at - 1);
}
