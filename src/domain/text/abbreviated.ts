import type { SentenceRules } from './abbreviations.ts';
import { isDigit, isOpener, isSpace, isUpper, skipSpace } from './sentence-marks.ts';

/** The first letter, digit or symbol of what may be the next sentence, past quotes and brackets. */
export function skipOpeners(text: string, from: number, rules: SentenceRules): number {
  let at = from;
  while (isOpener(text, at)) at++;
  if (rules.dashOpens && /[-–—]/.test(text.charAt(at))) return skipSpace(text, at + 1);
  return at;
}

function wordFrom(text: string, from: number): string {
  let at = from;
  while (at < text.length && at - from < 24 && !isSpace(text, at) && !/[,;:!?…"”)\]]/.test(text.charAt(at)))
    at++;
  return text.slice(from, at).replace(/\.$/, '').replaceAll('’', "'");
}

/** The word that a full stop stands behind, without the marks before it: `U.S`, `Gen`, `J`. */
function wordBefore(text: string, start: number, stop: number): string {
  let from = stop;
  while (
    from > start &&
    stop - from < 24 &&
    !isSpace(text, from - 1) &&
    !isOpener(text, from - 1) &&
    text[from - 1] !== '’'
  )
    from--;
  return text.slice(from, stop);
}

function startsSentence(next: string, rules: SentenceRules): boolean {
  if (!isUpper(next.charAt(0))) return false;
  const small = next.toLowerCase();
  return rules.starters.has(small) || rules.starters.has(small.replace(/'\w+$/, ''));
}

const DOTTED = /^(?:\p{L}{1,3}\.)+\p{L}{1,2}$/u;
const CLOCK = /^[ap]\.m$/i;
const AFTER_CLOCK =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|^(?:[A-Z]{2,4}(?:\/[A-Z]{2,4})?|Eastern|Central|Mountain|Pacific|Greenwich|Moscow|London|Tokyo|Beijing|Paris)$/;

/** A single capital before a stop is an initial, except where it is the word `I` or ends a sentence of its own. */
function isInitial(word: string): boolean {
  return word.length <= 2 && /^\p{Lu}$/u.test(word) && word !== 'I';
}

/** Whether a word is neither short for another nor a number nor initials, as most words before a stop; or none. */
function isPlain(word: string, rules: SentenceRules): boolean {
  if (word === '') return true;
  if (word.length <= 2 || isDigit(word.charAt(0)) || word.includes('.')) return false;
  return !rules.short.has(word.toLowerCase());
}

/** Whether the full stop at `stop` belongs to an abbreviation, an initial or a number, and ends no sentence. */
export function abbreviates(
  text: string,
  start: number,
  stop: number,
  next: number,
  rules: SentenceRules,
): boolean {
  const word = wordBefore(text, start, stop);
  if (isPlain(word, rules)) return false;
  const opened = /["“„«]/.test(text.charAt(next));
  const at = skipOpeners(text, next, rules);
  const digitNext = isDigit(text.charAt(at));
  if (digitNext && rules.beforeNumber.has(word.toLowerCase())) return true;
  if (rules.titles.has(word)) return !opened || isUpper(word.charAt(0));
  if (/^\d+$/.test(word)) return isNumbering(text, start, stop, word, wordFrom(text, at), rules);
  if (CLOCK.test(word)) return AFTER_CLOCK.test(wordFrom(text, at));
  if (!isInitial(word) && !rules.open.has(word) && !DOTTED.test(word)) return false;
  // Initials go in pairs: the second is no word that starts a sentence.
  if (isInitial(word) && isUpper(text.charAt(at)) && text[at + 1] === '.') return true;
  return !opened && !startsSentence(wordFrom(text, at), rules);
}

/** `1. Vote` at the head of a line, and the ordinals of German. */
function isNumbering(
  text: string,
  start: number,
  stop: number,
  word: string,
  next: string,
  rules: SentenceRules,
): boolean {
  if (start + word.length === stop) return true;
  return rules.ordinals && word.length <= 2 && !startsSentence(next, rules) && text[stop] === '.';
}
