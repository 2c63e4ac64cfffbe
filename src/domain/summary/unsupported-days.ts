const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `${MONTHS.join('|')}|${SHORT.join('|')}|sept`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const DATES: readonly (readonly [pattern: RegExp, day: 1 | 2, month: 1 | 2])[] = [
  [new RegExp(`\\b${DAY}(?: of)? (${MONTH})\\b`, 'gi'), 1, 2],
  [new RegExp(`\\b(${MONTH})\\.? ${DAY}\\b`, 'gi'), 2, 1],
];
/** Days that are named alone. `May` and `March` are words too, but a capital in the middle of a sentence tells. */
const NAMED = new RegExp(
  `\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|${MONTHS.map((month) => month[0]?.toUpperCase() + month.slice(1)).join('|')})\\b`,
  'g',
);
const RELATIVE =
  /\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this) (?:week|month|year|night|weekend))\b/gi;

function monthOf(word: string): number {
  return SHORT.indexOf(word.toLowerCase().slice(0, 3));
}

/** The dates of a text, each as a key, with the words it was written in. */
export function findDays(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [pattern, day, month] of DATES) {
    for (const match of text.matchAll(pattern)) {
      found.set(`${Number(match[day])} ${monthOf(match[month] ?? '')}`, match[0]);
      // With its day a month is named too.
      found.set(`month ${monthOf(match[month] ?? '')}`, match[0]);
    }
  }
  for (const [word] of text.matchAll(NAMED)) {
    found.set(word.endsWith('day') ? word : `month ${monthOf(word)}`, word);
  }
  for (const [words] of text.matchAll(RELATIVE)) found.set(words.toLowerCase(), words);
  return found;
}
