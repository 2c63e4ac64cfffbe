import { placeLineOf } from '../article/place-line.ts';
import { findSentences } from '../text/sentences.ts';
import type { Span, TextSpan } from '../text/span.ts';
import { leansBack, OWN_VOICE, opensLeaning, opensWell } from './leans-back.ts';
import { quotedStretches } from './speech-marks.ts';
import { type Unfit, unfitWords } from './unfit.ts';

/** A sentence of an article, with what its surroundings say of it. */
export type Candidate = TextSpan & {
  /** Its place among all sentences of the article, from 0. */
  readonly index: number;
  /** The place of its paragraph, from 0. */
  readonly paragraph: number;
  /** It is a piece of a quotation, or one without a speaker. */
  readonly torn: Unfit | undefined;
  readonly english: boolean;
  /** Nothing but white space stands between it and the sentence before. */
  readonly adjoins: boolean;
  /** How much of it stands between marks of quotation, from 0 to 1. */
  readonly quoted: number;
};

/** A sentence fit to be shown. */
export type Fit = Candidate & {
  /** It is understood only after the sentence before it. */
  readonly leans: boolean;
  /** It may stand first in a summary. */
  readonly opens: boolean;
};

/** Why a sentence may not be shown; nothing when it may. */
export function unfitness(sentence: Candidate): Unfit | undefined {
  return sentence.torn ?? unfitWords(sentence.text);
}

/** The sentence as one that may be shown; nothing when it may not. */
export function judge(sentence: Candidate): Fit | undefined {
  if (unfitness(sentence) !== undefined) return undefined;
  if (!sentence.english) return { ...sentence, leans: false, opens: true };
  const leans = sentence.index === 0 ? opensLeaning(sentence.text) : leansBack(sentence.text);
  return { ...sentence, leans, opens: sentence.index === 0 || (!leans && opensWell(sentence.text)) };
}

/** Whether the writer speaks in these words, as `I` or `we`. */
export function hasOwnVoice(sentence: Candidate): boolean {
  return sentence.english && sentence.quoted === 0 && OWN_VOICE.test(sentence.text);
}

/** What of an article its sentences are found in; `language` is BCP 47. */
type Parts = { readonly text: string; readonly paragraphs: readonly TextSpan[]; readonly language?: string };

/** An article whose language nobody knows is read as English: its rules are the ones that leave most out. */
export function isEnglish(language: string | undefined): boolean {
  return language === undefined || /^en\b/i.test(language);
}

/** Words outside the marks that a quotation needs: less than a name and a verb names no speaker. */
const FEWEST_WORDS_OUTSIDE = 2;

function outsideWords(text: string, sentence: Span, stretches: readonly Span[]): number {
  let at = sentence.start;
  let outside = '';
  for (const { start, end } of stretches) {
    if (start >= sentence.end) break;
    if (end <= sentence.start) continue;
    outside += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  outside += text.slice(at, Math.max(at, sentence.end));
  return outside.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
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

function unfitQuote(
  text: string,
  sentence: Span,
  stretches: readonly Span[],
  quoted: number,
): Unfit | undefined {
  if (stretches.length === 0) return undefined;
  if (isTorn(sentence, stretches)) return 'inside a quote';
  if (quoted > 0.3 && outsideWords(text, sentence, stretches) < FEWEST_WORDS_OUTSIDE) return 'lone quote';
  return undefined;
}

/** A place line stands at the head of the text, or below a subheading or two. */
const OPENING_PARAGRAPHS = 3;

/** `OTTAWA (Reuters) — ` says where a story was written and is no part of its first sentence. */
function placeLineLength(paragraph: string): number {
  const line = placeLineOf(paragraph);
  if (line === undefined) return 0;
  const from = paragraph.indexOf(line) + line.length;
  return from + (/^[\s—–-]+/u.exec(paragraph.slice(from))?.[0].length ?? 0);
}

/** All sentences of an article's paragraphs in reading order, each text once. */
export function findCandidates({ text, paragraphs, language }: Parts): readonly Candidate[] {
  const english = isEnglish(language);
  const found: Candidate[] = [];
  const seen = new Set<string>();
  let lastEnd = text.length;
  for (const [paragraph, whole] of paragraphs.entries()) {
    const stretches = quotedStretches(whole.text);
    for (const span of findSentences(whole.text, language)) {
      const isOpening = paragraph < OPENING_PARAGRAPHS && span.start === 0;
      const start = whole.start + span.start + (isOpening ? placeLineLength(whole.text) : 0);
      const end = whole.start + span.end;
      const adjoins = lastEnd <= start && text.slice(lastEnd, start).trim() === '';
      const words = text.slice(start, end);
      if (seen.has(words)) continue;
      seen.add(words);
      lastEnd = end;
      const quoted = quotedShare(span, stretches);
      const torn = unfitQuote(whole.text, span, stretches, quoted);
      // Written out: objects of one shape are what the loops behind this are quick with.
      found.push({ text: words, start, end, index: found.length, paragraph, torn, english, adjoins, quoted });
    }
  }
  return found;
}
