import { isSpace } from '../text/sentence-marks.ts';
import type { Span } from '../text/span.ts';

const DIRECTED: Readonly<Record<string, 'opens' | 'closes'>> = { '“': 'opens', '”': 'closes', '„': 'opens' };

/** Whether a straight mark opens or closes shows in what stands next to it. */
function sideOf(text: string, at: number): 'opens' | 'closes' | 'either' {
  const freeLeft = at === 0 || isSpace(text, at - 1) || /[([—–-]/.test(text.charAt(at - 1));
  const freeRight =
    at + 1 >= text.length || isSpace(text, at + 1) || /[,.;:!?)\]—–-]/.test(text.charAt(at + 1));
  if (freeLeft === freeRight) return 'either';
  return freeLeft ? 'opens' : 'closes';
}

function opensSingle(text: string, at: number): boolean {
  const before = at === 0 || isSpace(text, at - 1) || text[at - 1] === '(';
  return before && /[\p{L}[…]/u.test(text.charAt(at + 1));
}

const CLOSING_SINGLE = /[.,!?…]['’](?=[\s"”)]|$)/g;
const OPENING_SINGLE = /\s['‘]\p{L}/gu;

/** Tells the place of the first match from a place on; asked for rising places, it looks at no part of the text twice. */
type Finder = (from: number) => Span | undefined;

function finder(text: string, pattern: RegExp): Finder {
  let found: Span | undefined = { start: -1, end: -1 };
  return (from) => {
    if (found === undefined || found.start >= from) return found;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    found = match === null ? undefined : { start: match.index, end: match.index + match[0].length };
    return found;
  };
}

/** `'` and `’` are apostrophes too: single marks count only as a pair: an opening one, and behind it one that surely closes. */
type Singles = { readonly closing: Finder; readonly opening: Finder };

function singleEnd({ closing, opening }: Singles, from: number): number | undefined {
  const end = closing(from)?.end;
  if (end === undefined) return undefined;
  // Another opening mark in between: the first was an apostrophe, or an aside that closed without a stop.
  const next = opening(from + 1);
  return next !== undefined && next.end < end ? undefined : end;
}

function isDouble(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x22 || (code >= 0x201c && code <= 0x201e);
}

function side(text: string, at: number): 'opens' | 'closes' | 'either' {
  return DIRECTED[text.charAt(at)] ?? sideOf(text, at);
}

function doubleEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (isDouble(text, at) && side(text, at) !== 'opens') return at + 1;
  }
  return text.length;
}

/** Where the quotation ends that opens at `at`; nothing where none opens there. */
function stretchEnd(text: string, at: number, singles: Singles): number | undefined {
  if (isDouble(text, at)) return side(text, at) === 'closes' ? undefined : doubleEnd(text, at);
  const code = text.charCodeAt(at);
  if ((code !== 0x27 && code !== 0x2018) || !opensSingle(text, at)) return undefined;
  return singleEnd(singles, at);
}

/** All that may open a quotation. */
const MARKS = /["“”„'‘]/g;

/**
 * The quoted stretches of one paragraph, marks included, in order and apart. One that is not closed runs to the end.
 */
export function quotedStretches(text: string): readonly Span[] {
  const spans: Span[] = [];
  const singles = { closing: finder(text, CLOSING_SINGLE), opening: finder(text, OPENING_SINGLE) };
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(text); mark !== null; mark = MARKS.exec(text)) {
    const end = stretchEnd(text, mark.index, singles);
    if (end === undefined) continue;
    spans.push({ start: mark.index, end });
    MARKS.lastIndex = end;
  }
  return spans;
}
