import { isInWord, type Lexeme, lexemesOf } from './lexeme.ts';

/** A sentence at a glance: a rule that needs what is not in it is not tried. */
export type Gist = {
  /** A bit of TRAIT for each that any of its words has. */
  readonly traits: number;
  /** Those of its first word. */
  readonly head: number;
  /** A bit of MARK for each that it has. */
  readonly marks: number;
};

/** What its marks tell of a sentence, a bit each. */
export const MARK = {
  /** An odd number of straight marks of quotation. */
  oddStraight: 0x1,
  /** An odd number of curly ones. */
  oddCurly: 0x2,
  question: 0x4,
  bracket: 0x8,
  colon: 0x10,
  /** `@` or `#`. */
  handle: 0x20,
  /** A full stop that stands behind no letter. */
  looseStop: 0x40,
  /** A dash or a bullet that stands behind no letter. */
  looseDash: 0x80,
  /** A stop with a letter right behind it, or behind one mark more. */
  runsOn: 0x100,
  /** It begins with anything but one of the letters from A to Z. */
  opensOddly: 0x200,
  /** The stop that it ends in is no full stop. */
  endsOddly: 0x400,
  /** It has a dozen words at most. */
  brief: 0x800,
} as const;

/** What a mark says wherever it stands. */
const ANYWHERE = tableOf({ '?': MARK.question, '(': MARK.bracket, ':': MARK.colon, '@#': MARK.handle });
/** What a mark says where no letter stands before it. */
const LOOSE = tableOf({ '.': MARK.looseStop, '-•*|': MARK.looseDash });
/** What a mark says unless it comes in pairs. */
const IN_PAIRS = tableOf({ '"': MARK.oddStraight, '“”': MARK.oddCurly });
const STOPS = tableOf({ '.!?': MARK.runsOn });

function tableOf(bits: Readonly<Record<string, number>>): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [marks, bit] of Object.entries(bits)) {
    for (const mark of marks) table[mark.charCodeAt(0)] = bit;
  }
  return table;
}

/** The marks of a text from `from` to `to` between its words. */
function marksOf(text: string, words: readonly Lexeme[], from: number, to: number): number {
  let marks = 0;
  let word = 0;
  let behindWord = false;
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (isInWord(code)) {
      at += words[word++]?.text.length ?? 1;
      behindWord = true;
      continue;
    }
    marks = (marks | (ANYWHERE[code] ?? 0)) ^ (IN_PAIRS[code] ?? 0);
    if (!behindWord) marks |= LOOSE[code] ?? 0;
    if (STOPS[code] !== 0) marks |= goingOn(text, at, to);
    behindWord = false;
    at++;
  }
  return marks;
}

function goingOn(text: string, stop: number, to: number): number {
  const next = stop + 1 < to && isInWord(text.charCodeAt(stop + 1));
  const second = stop + 2 < to && isInWord(text.charCodeAt(stop + 2));
  return next || second ? MARK.runsOn : 0;
}

function headMarks(text: string, from: number): number {
  const first = text.charCodeAt(from);
  return first > 64 && first < 91 ? 0 : MARK.opensOddly;
}

/** The traits that any of the words has. */
function traitsAmong(words: readonly Lexeme[]): number {
  let traits = 0;
  for (const word of words) traits |= word.traits;
  return traits;
}

const BRIEF = 12;

/** A text at a glance, or what stands in it from `from` to `to`, with its words. */
export function gistOf(
  text: string,
  words: readonly Lexeme[] = lexemesOf(text),
  from = 0,
  to: number = text.length,
): Gist {
  const brief = words.length > BRIEF ? 0 : MARK.brief;
  const marks = headMarks(text, from) | marksOf(text, words, from, to) | brief;
  return { traits: traitsAmong(words), head: words[0]?.traits ?? 0, marks };
}
