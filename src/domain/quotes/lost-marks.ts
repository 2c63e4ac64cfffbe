import type { Span } from '../text/span.ts';
import type { Mark } from './marks.ts';
import type { Pair } from './pair-marks.ts';

/**
 * Marks that an article lost on its way: papers pass on stories in which the mark that closes a paragraph has slipped to the
 * front of the next one, or has become a question mark.
 */

/** Whether a paragraph begins with a mark that opens. */
function opens(text: string, { start }: Span, [first]: readonly Pair[]): boolean {
  return first !== undefined && text.slice(start, first.open.at).trim() === '';
}

/** Whether it never closes that one. */
function opensUnclosed(text: string, paragraph: Span, pairs: readonly Pair[]): boolean {
  return pairs[0]?.close === null && opens(text, paragraph, pairs);
}

function isLeftOpen(pairs: readonly Pair[]): boolean {
  return pairs.at(-1)?.close === null;
}

function endsInClose(text: string, { end }: Span, pairs: readonly Pair[]): boolean {
  const close = pairs.at(-1)?.close ?? null;
  return close !== null && text.slice(close.at + close.width, end).trim() === '';
}

/**
 * True where quotes stay open and none but the last paragraph ends with the mark that closes one; and not even that one, where
 * it goes on with a quote: then the paper left its marks open on purpose.
 */
function hasSlipped(text: string, paragraphs: readonly Span[], all: readonly (readonly Pair[])[]): boolean {
  let left = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const pairs = all[index] ?? [];
    const follows = isLeftOpen(all[index - 1] ?? []);
    const isLast = index + 1 === paragraphs.length;
    if (endsInClose(text, paragraph, pairs) && (!isLast || (follows && opens(text, paragraph, pairs))))
      return false;
    left ||= follows && opensUnclosed(text, paragraph, pairs);
  }
  return left;
}

/** The pairs of each paragraph with marks that slipped to the front of the next paragraph back at the end of their own. */
export function withSlippedBack(
  text: string,
  paragraphs: readonly Span[],
  all: readonly (readonly Pair[])[],
): readonly (readonly Pair[])[] {
  if (!hasSlipped(text, paragraphs, all)) return all;
  const mended: Pair[][] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const pairs = [...(all[index] ?? [])];
    const before = mended[index - 1];
    const last = before?.at(-1);
    if (before !== undefined && last?.close === null && opensUnclosed(text, paragraph, pairs)) {
      const end = paragraphs[index - 1]?.end ?? 0;
      before[before.length - 1] = { open: last.open, close: nowhere(last.open, end) };
      pairs.shift();
    }
    mended.push(pairs);
  }
  return mended;
}

/** A mark that closes where none is written. */
function nowhere({ kind }: Mark, at: number): Mark {
  return { at, kind, edge: 'close', width: 0 };
}

/** `Who will pay?? she asked`: a question mark behind another mark, where a quote is open, was the mark that closed it. */
const BECAME_QUESTION = /[?.,!…]\?(?=\s|\p{Lu}|$)/u;

/** The mark that closed a pair whose closing mark has become a question mark; null where there is no such place. */
export function becameQuestion(text: string, { open, close }: Pair, limit: number): Mark | null {
  if (close !== null || open.kind !== 'double') return close;
  const found = text.slice(open.at + open.width, limit).search(BECAME_QUESTION);
  return found < 0
    ? null
    : { at: open.at + open.width + found + 1, kind: open.kind, edge: 'close', width: 1 };
}
