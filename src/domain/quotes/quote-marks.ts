import type { Span } from '../text/span.ts';
import { isWordCode, type SplitWords } from '../text/words.ts';
import { becameQuestion, withSlippedBack } from './lost-marks.ts';
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
  for (const ofParagraph of marks) {
    for (const { kind, edge } of ofParagraph) {
      if (kind === 'double') single--;
      else if (edge === 'open') single += 2;
    }
  }
  return single > 0 ? 'single' : 'double';
}

/**
 * The quoted runs of each paragraph in reading order. Quotes inside quotes belong to the outer one. A quote that its
 * paragraph leaves open runs to the paragraph's end.
 */
export function findQuoteRuns(split: SplitWords, paragraphs: readonly Span[]): QuoteRun[] {
  const { text, firsts } = split;
  const marks = paragraphs.map((_paragraph, index) =>
    findMarks(split, firsts[index] ?? 0, firsts[index + 1] ?? 0),
  );
  const main = mainKindOf(marks);
  const paired = marks.map((ofParagraph, index) =>
    pairsOf(text, ofParagraph, main, paragraphs[index]?.end ?? 0),
  );
  const all = withSlippedBack(text, paragraphs, paired);
  const runs: QuoteRun[] = [];
  let leftOpen = false;
  for (const [paragraph, span] of paragraphs.entries()) {
    const pairs = all[paragraph] ?? [];
    const found = runsOf(text, pairs, span, paragraph, main);
    const [first] = found;
    const goesOn = leftOpen && text.slice(span.start, pairs[0]?.open.at).trim() === '';
    if (goesOn && first !== undefined && first.outerStart === pairs[0]?.open.at) {
      found[0] = { ...first, continues: true };
    }
    for (const run of found) runs.push(run);
    leftOpen = pairs.at(-1)?.close === null;
  }
  return runs;
}

/** The pairs of a paragraph, with those closed whose mark was lost. */
function pairsOf(text: string, marks: readonly Mark[], main: MarkKind, end: number): Pair[] {
  if (marks.length === 0) return [];
  const pairs = pairMarks(text, marks, main);
  return pairs.map((pair, index) =>
    pair.close === null
      ? { open: pair.open, close: becameQuestion(text, pair, pairs[index + 1]?.open.at ?? end) }
      : pair,
  );
}

/** What stands between the pairs of marks of a paragraph, where words do. */
function runsOf(
  text: string,
  pairs: readonly Pair[],
  span: Span,
  paragraph: number,
  main: MarkKind,
): QuoteRun[] {
  return pairs
    .map((pair, index) => runBetween(text, pair, pairs[index + 1]?.open.at ?? span.end, paragraph, main))
    .filter((run) => run !== null);
}

/** The run between two marks, null where no words are; one left open reaches to `limit`. */
function runBetween(
  text: string,
  { open, close }: Pair,
  limit: number,
  paragraph: number,
  main: MarkKind,
): QuoteRun | null {
  const inner = trimmed(text, open.at + open.width, close?.at ?? limit);
  if (inner === null) return null;
  return {
    start: inner.start,
    end: inner.end,
    outerStart: open.at,
    outerEnd: close === null ? limit : close.at + close.width,
    paragraph,
    mark: open.kind === main ? 'main' : 'side',
    closed: close !== null,
    continues: false,
  };
}
