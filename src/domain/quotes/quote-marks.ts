import { isWordCode } from '../text/words.ts';

/** One run of words between marks within a paragraph, the marks left out, white space at its ends too. */
export type QuoteRun = {
  readonly start: number;
  readonly end: number;
  /** Of the marks round it: the run with its marks is `text.slice(outerStart, outerEnd)`. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly paragraph: number;
  readonly mark: 'double' | 'single';
  /** False where the paragraph ends before the mark that closes. */
  readonly closed: boolean;
  /** The paragraph before left its quote open, and this one goes on with it. */
  readonly continues: boolean;
};

type Kind = 'double' | 'single';
type Edge = 'open' | 'close' | 'either';
type Mark = { readonly at: number; readonly kind: Kind; readonly edge: Edge; readonly width: number };

const DOUBLE_EDGES: Record<string, Edge> = {
  '“': 'open',
  '„': 'open',
  '«': 'open',
  '”': 'close',
  '»': 'close',
  '‟': 'open',
  '"': 'either',
  '＂': 'either',
};
const SINGLE_EDGES: Record<string, Edge> = {
  '‘': 'open',
  '‹': 'open',
  '’': 'close',
  '›': 'close',
  "'": 'either',
  '`': 'open',
};
/** Words that begin with an apostrophe: none of them opens a quote. */
const ELISIONS = /^(?:tis|twas|twill|em|til|till|cause|bout|round|n|kay|ere|neath|\d0?s?|\d\ds?)\b/i;

function isSpace(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text.charAt(at).trim() === '';
}

function opensBefore(text: string, at: number): boolean {
  return isSpace(text, at - 1) || '([{—–-/“"‘\'«:'.includes(text.charAt(at - 1));
}

/** What a mark that looks the same on both sides does at this place: the white space round it tells. */
function edgeOf(text: string, at: number, width: number, edge: Edge): Edge {
  const spaceBefore = isSpace(text, at - 1);
  const spaceAfter = isSpace(text, at + width);
  if (edge === 'open' && !spaceBefore && spaceAfter) return 'close';
  if (edge === 'close' && spaceBefore && !spaceAfter) return 'open';
  if (edge !== 'either') return edge;
  if (spaceBefore && !spaceAfter) return 'open';
  if (spaceAfter && !spaceBefore) return 'close';
  if (isWordCode(text.charCodeAt(at + width)) && opensBefore(text, at)) return 'open';
  return 'either';
}

/** A single mark counts only where no apostrophe can stand. */
function singleEdge(text: string, at: number, edge: Edge): Edge | null {
  const wordBefore = isWordCode(text.charCodeAt(at - 1));
  const wordAfter = isWordCode(text.charCodeAt(at + 1));
  if (wordBefore && wordAfter) return null;
  if (!wordBefore && opensBefore(text, at) && !isSpace(text, at + 1)) {
    if (edge !== 'open' && ELISIONS.test(text.slice(at + 1, at + 8))) return null;
    // A right mark before a word is an apostrophe wherever left marks are in use.
    return edge === 'close' ? null : 'open';
  }
  return edge === 'open' ? null : 'close';
}

function markAt(text: string, at: number, end: number): Mark | null {
  const mark = text.charAt(at);
  const doubled =
    (mark === "'" || mark === '`' || mark === '’' || mark === '‘') && text.charAt(at + 1) === mark;
  if (doubled && at + 1 < end && mark !== '’') {
    return { at, kind: 'double', edge: edgeOf(text, at, 2, mark === "'" ? 'either' : 'open'), width: 2 };
  }
  const double = DOUBLE_EDGES[mark];
  if (double !== undefined) return { at, kind: 'double', edge: edgeOf(text, at, 1, double), width: 1 };
  const single = SINGLE_EDGES[mark];
  if (single === undefined) return null;
  const edge = singleEdge(text, at, single);
  return edge === null ? null : { at, kind: 'single', edge, width: 1 };
}

const ANY_MARK = /["“”„‟«»＂'‘’‹›`]/g;

function marksOf(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  ANY_MARK.lastIndex = start;
  for (let found = ANY_MARK.exec(text); found !== null && found.index < end; found = ANY_MARK.exec(text)) {
    const mark = markAt(text, found.index, end);
    if (mark === null) continue;
    marks.push(mark);
    ANY_MARK.lastIndex = found.index + mark.width;
  }
  return marks;
}

/** `the workers’ rights`: after an s and before a small letter, with another mark still to come, it is an apostrophe. */
function isPluralPossessive(text: string, mark: Mark, later: readonly Mark[], from: number): boolean {
  const before = text.charAt(mark.at - 1);
  if (before !== 's' || !/^ [a-z]/.test(text.slice(mark.at + 1, mark.at + 3))) return false;
  for (let next = from; next < later.length; next++) {
    const other = later[next];
    if (other === undefined || other.kind === 'double' || other.edge === 'open') return false;
    if (other.edge === 'close') return true;
  }
  return false;
}

type Pair = { readonly open: Mark; readonly close: Mark | null };

/** Pairs the marks of the outermost level; marks within an open quote of the other kind are part of what was said. */
function pairMarks(text: string, marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = [];
  let open: Mark | null = null;
  for (const [index, mark] of marks.entries()) {
    if (open === null) {
      open = canOpen(text, mark, marks, index) ? mark : null;
    } else if (closes(text, open, marks, index)) {
      pairs.push({ open, close: mark });
      open = null;
    } else if (reopens(text, open, mark)) {
      pairs.push({ open, close: null });
      open = mark;
    }
  }
  if (open?.kind === 'double') pairs.push({ open, close: null });
  return pairs;
}

function closes(text: string, open: Mark, marks: readonly Mark[], index: number): boolean {
  const mark = marks[index];
  if (mark?.kind !== open.kind || mark.edge === 'open') return false;
  return mark.kind === 'double' || !isPluralPossessive(text, mark, marks, index + 1);
}

/** A mark that opens while one is open: the first was left open, unless it only stands doubled. */
function reopens(text: string, open: Mark, mark: Mark): boolean {
  if (open.kind !== 'double' || mark.kind !== 'double' || mark.edge !== 'open') return false;
  return text.slice(open.at + open.width, mark.at).trim().length > 0;
}

function canOpen(text: string, mark: Mark, marks: readonly Mark[], index: number): boolean {
  if (mark.edge === 'close') return false;
  if (mark.kind === 'double') return !isInches(text, mark);
  // A single mark opens only where another closes it before any double one opens.
  for (let next = index + 1; next < marks.length; next++) {
    const other = marks[next];
    if (other === undefined || other.kind === 'double') return false;
    if (other.edge === 'close') return true;
  }
  return false;
}

function isInches(text: string, mark: Mark): boolean {
  return mark.edge === 'either' && /\d/.test(text.charAt(mark.at - 1));
}

/** The bounds of the words between two marks: `null` where there are none. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  for (let at = start; at < end; at++) if (isWordCode(text.charCodeAt(at))) return { start, end };
  return null;
}

type Paragraph = { readonly start: number; readonly end: number };

/**
 * The quoted runs of each paragraph in reading order. Quotes inside quotes belong to the outer one. A quote that its
 * paragraph leaves open runs to the paragraph's end.
 */
export function findQuoteRuns(text: string, paragraphs: readonly Paragraph[]): QuoteRun[] {
  const runs: QuoteRun[] = [];
  let leftOpen = false;
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const pairs = pairMarks(text, marksOf(text, start, end));
    for (const [index, pair] of pairs.entries()) {
      const between = boundsOf(pair, pairs[index + 1]?.open.at ?? end);
      const inner = trimmed(text, between.from, between.to);
      if (inner === null) continue;
      const opensParagraph = index === 0 && text.slice(start, pair.open.at).trim() === '';
      runs.push({
        ...inner,
        outerStart: pair.open.at,
        outerEnd: between.outerEnd,
        paragraph,
        mark: pair.open.kind,
        closed: pair.close !== null,
        continues: leftOpen && opensParagraph,
      });
    }
    leftOpen = pairs.length > 0 && pairs.at(-1)?.close === null;
  }
  return runs;
}

/** What a pair of marks has between them; an open pair reaches to `limit`. */
function boundsOf({ open, close }: Pair, limit: number): { from: number; to: number; outerEnd: number } {
  const from = open.at + open.width;
  if (close === null) return { from, to: limit, outerEnd: limit };
  return { from, to: close.at, outerEnd: close.at + close.width };
}
