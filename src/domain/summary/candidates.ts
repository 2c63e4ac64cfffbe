import { placeLineOf } from '../article/place-line.ts';
import { findSentences } from '../text/sentences.ts';
import type { Span, TextSpan } from '../text/span.ts';
import { gistOf } from './gist.ts';
import { leansBack, OWN_VOICE, opensLeaning, opensWell } from './leans-back.ts';
import { type Lexeme, lexemesOf } from './lexeme.ts';
import { quotedStretches } from './speech-marks.ts';
import { endsForSure } from './sure-end.ts';
import { TRAIT } from './traits.ts';
import { type Unfit, unfitWords } from './unfit.ts';

/** A sentence of an article, with what its words and its surroundings say of it. */
export type Candidate = TextSpan & {
  /** Its place among all sentences of the article, from 0. */
  readonly index: number;
  /** The place of its paragraph, from 0. */
  readonly paragraph: number;
  readonly words: readonly Lexeme[];
  /** Those of any of its words, a bit of TRAIT each. */
  readonly traits: number;
  /** Why its words keep it out of a summary; nothing when they do not. */
  readonly unfit: Unfit | undefined;
  /** It is a piece of a quotation, or one without a speaker. */
  readonly torn: Unfit | undefined;
  readonly english: boolean;
  /** Nothing but white space stands between it and the sentence before. */
  readonly adjoins: boolean;
  /** Nobody would cut the text in another way at its start or at its end. */
  readonly sure: boolean;
  /** How much of it stands between marks of quotation, from 0 to 1. */
  readonly quoted: number;
  /** It is understood only after the sentence before it. */
  readonly leans: boolean;
  /** It may stand first in a summary. */
  readonly opens: boolean;
  /** The writer speaks in it, as `I` or `we`. */
  readonly ownVoice: boolean;
};

/** Why a sentence may not be shown; nothing when it may. */
export function unfitness(sentence: Candidate): Unfit | undefined {
  return sentence.torn ?? sentence.unfit;
}

/** Whether a sentence may be shown. */
export function isFit(sentence: Candidate): boolean {
  return sentence.torn === undefined && sentence.unfit === undefined;
}

/** What of an article its sentences are found in; `language` is BCP 47. */
type Parts = { readonly text: string; readonly paragraphs: readonly TextSpan[]; readonly language?: string };

/** An article whose language nobody knows is read as English: its rules are the ones that leave most out. */
export function isEnglish(language: string | undefined): boolean {
  return language === undefined || /^en\b/i.test(language);
}

/** A quotation needs so much outside its marks: less than a name and a verb names no speaker. */
const TWO_WORDS = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u;

function namesSpeaker(text: string, sentence: Span, stretches: readonly Span[]): boolean {
  let at = sentence.start;
  let outside = '';
  for (const { start, end } of stretches) {
    if (start >= sentence.end) break;
    if (end <= sentence.start) continue;
    outside += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  outside += text.slice(at, Math.max(at, sentence.end));
  return TWO_WORDS.test(outside);
}

function quotedShare(sentence: Span, stretches: readonly Span[]): number {
  let inside = 0;
  for (const { start, end } of stretches) {
    if (start >= sentence.end) break;
    inside += Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start));
  }
  return inside / (sentence.end - sentence.start);
}

/** A sentence that a quotation reaches into from outside would lose its marks, and so its speaker. */
function isTorn(sentence: Span, stretches: readonly Span[]): boolean {
  return stretches.some(
    ({ start, end }) =>
      (start < sentence.start && end > sentence.start) || (start < sentence.end && end > sentence.end),
  );
}

/** `Orr: We never asked.` in a talk that is printed word for word: what is said has no marks. */
const LABEL = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}: \p{Lu}/u;

/** In the first sentences a word before a colon may be the place: `Skerry: The port …`. */
const OPENING_SENTENCES = 3;

function isLabelled(sentence: string, index: number): boolean {
  return index >= OPENING_SENTENCES && sentence.includes(': ') && LABEL.test(sentence);
}

function unfitQuote(
  text: string,
  sentence: Span,
  stretches: readonly Span[],
  quoted: number,
): Unfit | undefined {
  if (stretches.length === 0) return undefined;
  if (isTorn(sentence, stretches)) return 'inside a quote';
  if (quoted > 0.3 && !namesSpeaker(text, sentence, stretches)) return 'lone quote';
  return undefined;
}

/** A place line stands at the head of the text, or below a subheading or two. */
const OPENING_PARAGRAPHS = 3;

/** `OTTAWA (Reuters) — ` says where a story was written and is no part of its first sentence. */
function placeLineLength(paragraph: string, place: number): number {
  if (place >= OPENING_PARAGRAPHS) return 0;
  const line = placeLineOf(paragraph);
  if (line === undefined) return 0;
  const from = paragraph.indexOf(line) + line.length;
  return from + (/^[\s—–-]+/u.exec(paragraph.slice(from))?.[0].length ?? 0);
}

type Place = Pick<
  Candidate,
  'start' | 'end' | 'index' | 'paragraph' | 'adjoins' | 'sure' | 'quoted' | 'torn'
>;

/** Written out: objects of one shape are what the loops behind this are quick with. */
function read(whole: string, text: string, place: Place, english: boolean): Candidate {
  const { start, end, index, paragraph, adjoins, sure, quoted, torn } = place;
  const words = lexemesOf(whole, start, end);
  const gist = gistOf(whole, words, start, end);
  const { traits } = gist;
  const leans = english && (index === 0 ? opensLeaning(text, gist) : leansBack(text, gist));
  return {
    text,
    start,
    end,
    index,
    paragraph,
    words,
    traits,
    unfit: unfitWords(text, gist),
    torn,
    english,
    adjoins,
    sure,
    quoted,
    leans,
    opens: index === 0 || !english || (!leans && opensWell(text, gist)),
    ownVoice: english && quoted === 0 && (traits & TRAIT.own) !== 0 && OWN_VOICE.test(text),
  };
}

/** What is found in one text, sentence by sentence. */
type Finding = {
  readonly text: string;
  readonly english: boolean;
  readonly found: Candidate[];
  readonly seen: Set<string>;
};

/** Adds the sentences of one paragraph to what was found. */
function readParagraph(
  { text, english, found, seen }: Finding,
  paragraph: number,
  whole: TextSpan,
  spans: readonly Span[],
): void {
  const stretches = quotedStretches(whole.text);
  let startsForSure = true;
  for (const span of spans) {
    const skipped = span.start === 0 ? placeLineLength(whole.text, paragraph) : 0;
    const start = whole.start + span.start + skipped;
    const end = whole.start + span.end;
    const words = text.slice(start, end);
    const ends = !english || span === spans.at(-1) || endsForSure(words);
    const sure = startsForSure && ends && skipped === 0;
    startsForSure = ends;
    if (seen.has(words)) continue;
    seen.add(words);
    const lastEnd = found.at(-1)?.end ?? text.length;
    const adjoins = lastEnd <= start && text.slice(lastEnd, start).trim() === '';
    const quoted = quotedShare(span, stretches);
    const torn = isLabelled(words, found.length)
      ? 'lone quote'
      : unfitQuote(whole.text, span, stretches, quoted);
    const place = { start, end, index: found.length, paragraph, adjoins, sure, quoted, torn };
    found.push(read(text, words, place, english));
  }
}

/** All sentences of an article's paragraphs in reading order, each text once. */
export function findCandidates({ text, paragraphs, language }: Parts): readonly Candidate[] {
  const finding: Finding = { text, english: isEnglish(language), found: [], seen: new Set() };
  for (const [paragraph, whole] of paragraphs.entries()) {
    readParagraph(finding, paragraph, whole, findSentences(whole.text, language));
  }
  return finding.found;
}
