/** Little words by which a language is known: each list has words that its neighbours lack. */
const LITTLE_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in that is was for with said has his her were from they which this would',
  de: 'der die und den das von mit dem für sich nicht auch ein eine ist wird wurde zu nach bei',
  fr: 'le la les des et du est une dans pour que qui sur pas au avec par son ses cette',
  es: 'el los las del que y en una por con para su se fue como más pero sus este',
  pt: 'o os as do da dos das que e em uma por com para não mais foi seu sua pelo',
  it: 'il lo gli della di che e un una per con non del sono nel alla più dei ha',
  nl: 'de het een van en in is dat op te voor met zijn niet aan er om ook maar worden',
  pl: 'i w na się z do nie że jest to o jak przez od po dla który oraz są był',
  sv: 'och att det som en på är av för med den till inte har om ett var vid från',
  tr: 've bir bu için ile da de olarak çok olan daha sonra gibi kadar dedi göre ancak',
  ru: 'и в не на что с по как это из у за от для его был также к о',
  uk: 'і в не на що з до як це та у за від для його був також про є',
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Letters beyond Latin and Cyrillic: without one the scripts need not be counted. */
const OTHER_SCRIPT = /[\u0370-\u03ff\u0590-\u1fff\u2e80-\uffff]/;

const CODES = Object.keys(LITTLE_WORDS);

/** The places in CODES of the languages that have a little word. */
const CODES_OF: ReadonlyMap<string, readonly number[]> = placesByWord();

function placesByWord(): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, words] of Object.values(LITTLE_WORDS).entries()) {
    for (const word of new Set(words.split(' '))) places.set(word, [...(places.get(word) ?? []), at]);
  }
  return places;
}

const LONGEST = Math.max(...[...CODES_OF.keys()].map((word) => word.length));

/** So many letters of the text are looked at. */
const SAMPLE = 4000;

/** What is known of a code unit: nothing yet, that it is a letter, that it is none. */
const KNOWN = { not: 0, letter: 1, other: 2 } as const;
const known = new Uint8Array(0x10000);

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Half of a surrogate pair is what the pair is.
  if ((code & 0xf800) === 0xd800) return isHalfLetter(text, at);
  if (known[code] === KNOWN.not) known[code] = /\p{L}/u.test(text.charAt(at)) ? KNOWN.letter : KNOWN.other;
  return known[code] === KNOWN.letter;
}

function isHalfLetter(text: string, at: number): boolean {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return /^\p{L}/u.test(text.slice(isSecond ? at - 1 : at, at + 2));
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The language of a script that one language writes, or that is taken for its most usual one. */
function byScript(sample: string, letters: number): string | undefined {
  return SCRIPTS.find(([, pattern]) => countOf(sample, pattern) > letters * 0.2)?.[0];
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length && (known[text.charCodeAt(at)] === KNOWN.letter || isLetter(text, at))) at++;
  return at;
}

const NO_LANGUAGE: readonly number[] = [];

/** How many words a text in small letters has, and how many of each language's little words. */
function countWords(small: string): { readonly words: number; readonly counts: Int32Array } {
  const counts = new Int32Array(CODES.length);
  let words = 0;
  for (let at = 0; at < small.length; at++) {
    const start = at;
    at = endOfLetters(small, start);
    if (at === start) continue;
    words++;
    if (at - start > LONGEST) continue;
    for (const place of CODES_OF.get(small.slice(start, at)) ?? NO_LANGUAGE) {
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return { words, counts };
}

function byLittleWords(sample: string): string | undefined {
  const { words, counts } = countWords(sample.toLowerCase());
  if (words < 12) return undefined;
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  const second = Math.max(...counts.filter((_count, at) => at !== best));
  return most >= words * 0.08 && most > second * 1.2 ? CODES[best] : undefined;
}

/** A text's language as BCP 47 (`en`, `de`); undefined when it is too short or mixed to tell. */
function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  if (OTHER_SCRIPT.test(sample)) {
    const letters = countOf(sample, /\p{L}/gu);
    const script = byScript(sample, letters);
    if (script !== undefined) return letters >= 10 ? script : undefined;
  }
  return byLittleWords(sample);
}

/**
 * A text's language, given what its page or feed says of it. Templates say `en` of whatever they hold: where the text
 * itself is plainly in another language that we tell apart from the stated one, it is believed.
 */
export function languageOfText(text: string, stated: string | undefined): string | undefined {
  const read = languageOf(text);
  if (stated === undefined || read === undefined) return stated ?? read;
  const [primary = ''] = stated.toLowerCase().split(/[-_]/, 1);
  const isTold = primary in LITTLE_WORDS || SCRIPTS.some(([code]) => code === primary);
  return isTold && primary !== read ? read : stated;
}
