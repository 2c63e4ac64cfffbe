import { isSpace } from '../text/sentence-marks.ts';
import type { TextSpan } from '../text/span.ts';

/** A line of the text, or a paragraph that was wrapped over several; trimmed, with its place. */
export type Line = TextSpan & {
  /** Whether a blank line stands before it. The first line has one. */
  readonly afterBlank: boolean;
};

/** Wrapped text has lines of about one length, and sentences that run on over their ends. */
const WRAP_WIDTH = { least: 45, most: 100, spread: 28 } as const;

/** Written out, since spreading is the slowest way to make an object. */
function lineAt(text: string, start: number, end: number, afterBlank: boolean): Line {
  return { text: text.slice(start, end), start, end, afterBlank };
}

function trimmed(text: string, from: number, to: number, afterBlank: boolean): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start === end ? undefined : lineAt(text, start, end, afterBlank);
}

const LINE_END = /[\r\n\u2028\u2029]/g;

function linesBetween(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= to; ) {
    LINE_END.lastIndex = start;
    const end = LINE_END.test(text) ? Math.min(to, LINE_END.lastIndex - 1) : to;
    const line = trimmed(text, start, end, lines.length === 0);
    if (line !== undefined) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function isWrapped(lines: readonly Line[]): boolean {
  const wrapped = lines.slice(0, -1);
  if (wrapped.length === 0) return false;
  const lengths = wrapped.map((line) => line.text.length);
  // A text may have more lines than a call takes arguments.
  const least = lengths.reduce((a, b) => Math.min(a, b));
  const most = lengths.reduce((a, b) => Math.max(a, b));
  if (least < WRAP_WIDTH.least || most > WRAP_WIDTH.most || most - least > WRAP_WIDTH.spread) return false;
  const runningOn = wrapped.filter((line, i) => {
    const next = lines[i + 1]?.text ?? '';
    return !/[.!?…:]["'”’)]*$/.test(line.text) && /^[\p{Ll}\d"“'‘(]|^\p{Lu}/u.test(next);
  });
  const goingLower = lines.slice(1).some((line) => /^\p{Ll}/u.test(line.text));
  return goingLower && runningOn.length >= wrapped.length / 2;
}

/**
 * The paragraphs of a plain text. A blank line parts paragraphs; within them a line of its own is one too (a date
 * under a caption), unless the text is wrapped at a width.
 */
export function splitLines(text: string): readonly Line[] {
  const found: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*|\u2029|$/g)) {
    const chunk = linesBetween(text, start, match.index);
    const [first] = chunk;
    const last = chunk.at(-1);
    if (first !== undefined && last !== undefined) {
      if (isWrapped(chunk)) found.push(lineAt(text, first.start, last.end, true));
      else for (const line of chunk) found.push(line);
    }
    start = match.index + match[0].length;
  }
  return found;
}
