import { TRAIT } from '../text/traits.ts';
import { is } from '../text/word.ts';
import { isWordCode, type Words } from '../text/words.ts';

export type MarkKind = 'double' | 'single';
type Edge = 'open' | 'close' | 'either';
/** A mark that opens or closes a quote, or may do either. */
export type Mark = {
  readonly at: number;
  readonly kind: MarkKind;
  readonly edge: Edge;
  readonly width: number;
};

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

/** The quotation marks among the words from `from` to before `to`; apostrophes are none, as far as their neighbours tell. */
export function findMarks({ text, words, starts }: Words, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const end = (starts[to - 1] ?? 0) + 1;
  for (let at = from; at < to; at++) {
    if (!is(words[at], TRAIT.quoteMark)) continue;
    const mark = markAt(text, starts[at] ?? 0, end);
    if (mark === null) continue;
    marks.push(mark);
    at += mark.width - 1;
  }
  return marks;
}

export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 32 && code < 128) return false;
  return code === 32 || at < 0 || at >= text.length || text.charAt(at).trim() === '';
}
