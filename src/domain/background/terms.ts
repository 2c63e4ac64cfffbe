import { stem } from './stems.ts';

/** English words that tell nothing of what a story is about. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against ago all almost along already also although always am among an and another any
  anyone anything are around as ask asked at away back be became because become been before began behind being below best
  better between both but by call called came can cannot come comes could day days did didn do does doesn doing don done
  down during each early either else end enough even ever every everyone everything far few first five for former found
  four from full further gave get gets getting give given go goes going good got great had half has have having he her
  here hers herself high him himself his hour hours how however i if in including inside into is isn it its itself just
  keep kept know known last late later least left less let like likely little ll long look made make makes making man many
  may me mean might million minutes month months more most much must my near need never new next night no nor not nothing
  now number of off often old on once one only onto or other others our out outside over own part people per perhaps place
  put rather re really report reported right s said same saw say saying says second see seem seen several shall she should
  show since six small so some someone something soon still such t take taken tell ten than that the their them themselves
  then there these they thing things think this those though thousand three through thus time times to today together told
  too took toward towards try two under until up upon us use used ve very via want was wasn way we week weeks well went were
  weren what when where whether which while who whole whom whose why will with within without won work would yes yesterday
  yet you your
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december mr mrs ms dr according added statement spokesman spokeswoman officials official`
    .trim()
    .split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+/gu;

export function isEmptyWord(lower: string): boolean {
  return EMPTY_WORDS.has(lower) || (lower.length === 1 && /[a-z]/.test(lower));
}

/**
 * What a text is about, in order and with repetition: its words in lower case, empty ones left out, English ones by their
 * stems. Accents are kept.
 */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (!isEmptyWord(word)) terms.push(stem(word));
  }
  return terms;
}
