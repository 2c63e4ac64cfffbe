import type { Span } from '../text/span.ts';
import { isWordCode } from '../text/words.ts';
import { findMarks, isSpace, type Mark, type MarkKind } from './marks.ts';
import { type Pair, pairMarks } from './pair-marks.ts';

/** One run of words between marks within a paragraph, the marks left out, white space at its ends too. */
export type QuoteRun = {
  readonly start: number;
  readonly end: number;
  /** Of the marks round it: the run with its marks is `text.slice(outerStart, outerEnd)`. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly paragraph: number;
  /** Whether these marks are the kind that the article quotes with, or the other one. */
  readonly mark: 'main' | 'side';
  /** False where the paragraph ends before the mark that closes. */
  readonly closed: boolean;
  /** The paragraph before left its quote open, and this one goes on with it. */
  readonly continues: boolean;
};

/** The bounds of the words between two marks: `null` where there are none. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  for (let at = start; at < end; at++) if (isWordCode(text.charCodeAt(at))) return { start, end };
  return null;
}

/** The kind of mark that an article quotes with: double, unless single ones open more often. */
function mainKindOf(marks: readonly (readonly Mark[])[]): MarkKind {
  let single = 0;
  for (const mark of marks.flat()) {
    if (mark.kind === 'double') single--;
    else if (mark.edge === 'open') single += 2;
  }
  return single > 0 ? 'single' : 'double';
}

/**
 * The quoted runs of each paragraph in reading order. Quotes inside quotes belong to the outer one. A quote that its
 * paragraph leaves open runs to the paragraph's end.
 */
export function findQuoteRuns(text: string, paragraphs: readonly Span[]): QuoteRun[] {
  const marks = paragraphs.map(({ start, end }) => findMarks(text, start, end));
  const main = mainKindOf(marks);
  const runs: QuoteRun[] = [];
  let leftOpen = false;
  for (const [paragraph, span] of paragraphs.entries()) {
    const pairs = pairMarks(text, marks[paragraph] ?? [], main);
    const goesOn = leftOpen && text.slice(span.start, pairs[0]?.open.at).trim() === '';
    for (const [index, pair] of pairs.entries()) {
      const bounds = boundsOf(text, pair, pairs[index + 1]?.open.at ?? span.end);
      if (bounds === null) continue;
      runs.push({ ...bounds, paragraph, mark: sideOf(pair, main), continues: goesOn && index === 0 });
    }
    leftOpen = pairs.at(-1)?.close === null;
  }
  return runs;
}

function sideOf({ open }: Pair, main: MarkKind): QuoteRun['mark'] {
  return open.kind === main ? 'main' : 'side';
}

type Bounds = Pick<QuoteRun, 'start' | 'end' | 'outerStart' | 'outerEnd' | 'closed'>;

/** Where a pair of marks and the words between them stand, null where there are none; an open pair reaches to `limit`. */
function boundsOf(text: string, { open, close }: Pair, limit: number): Bounds | null {
  const inner = trimmed(text, open.at + open.width, close?.at ?? limit);
  if (inner === null) return null;
  const outerEnd = close === null ? limit : close.at + close.width;
  return { ...inner, outerStart: open.at, outerEnd, closed: close !== null };
}
