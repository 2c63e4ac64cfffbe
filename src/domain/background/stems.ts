/** A suffix, what stands in its place, and the fewest vowel-consonant groups that the rest must have. */
type Rule = readonly [suffix: string, replacement: string, fewestGroups: number];

/** Steps 2 to 4 of Porter's algorithm (Program 14, 1980), the longest suffix first within a step. */
const STEPS: readonly (readonly Rule[])[] = [
  [
    ['ational', 'ate', 1],
    ['ization', 'ize', 1],
    ['iveness', 'ive', 1],
    ['fulness', 'ful', 1],
    ['ousness', 'ous', 1],
    ['tional', 'tion', 1],
    ['biliti', 'ble', 1],
    ['entli', 'ent', 1],
    ['ousli', 'ous', 1],
    ['ation', 'ate', 1],
    ['alism', 'al', 1],
    ['aliti', 'al', 1],
    ['iviti', 'ive', 1],
    ['fulli', 'ful', 1],
    ['enci', 'ence', 1],
    ['anci', 'ance', 1],
    ['izer', 'ize', 1],
    ['alli', 'al', 1],
    ['ator', 'ate', 1],
    ['bli', 'ble', 1],
    ['eli', 'e', 1],
  ],
  [
    ['icate', 'ic', 1],
    ['ative', '', 1],
    ['alize', 'al', 1],
    ['iciti', 'ic', 1],
    ['ical', 'ic', 1],
    ['ness', '', 1],
    ['ful', '', 1],
  ],
  [
    ['ement', '', 2],
    ['ance', '', 2],
    ['ence', '', 2],
    ['able', '', 2],
    ['ible', '', 2],
    ['ment', '', 2],
    ['sion', 's', 2],
    ['tion', 't', 2],
    ['ant', '', 2],
    ['ent', '', 2],
    ['ism', '', 2],
    ['ate', '', 2],
    ['iti', '', 2],
    ['ous', '', 2],
    ['ive', '', 2],
    ['ize', '', 2],
    ['al', '', 2],
    ['ou', '', 2],
    ['er', '', 2],
    ['ic', '', 2],
  ],
];

function isConsonant(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if (letter === 'y') return at === 0 || !isConsonant(word, at - 1);
  return !'aeiou'.includes(letter);
}

/** How many times a vowel is followed by a consonant, groups taken as one: Porter's measure. */
function groups(word: string): number {
  let count = 0;
  for (let at = 1; at < word.length; at++) {
    if (isConsonant(word, at) && !isConsonant(word, at - 1)) count++;
  }
  return count;
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isConsonant(word, at)) return true;
  return false;
}

/** `hop`, `fil`: short enough that a dropped `e` belongs back. */
function isShort(word: string): boolean {
  const last = word.length - 1;
  if (last === 1) return !isConsonant(word, 0) && isConsonant(word, 1);
  return (
    last >= 2 &&
    isConsonant(word, last - 2) &&
    !isConsonant(word, last - 1) &&
    isConsonant(word, last) &&
    !/[wxy]$/.test(word)
  );
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function mended(stem: string): string {
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiou])\1$/.test(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return groups(stem) === 1 && isShort(stem) ? `${stem}e` : stem;
}

function withoutTense(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith('eed')) return groups(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : undefined;
  return stem !== undefined && hasVowel(stem) ? mended(stem) : word;
}

function apply(word: string, step: readonly Rule[]): string {
  const rule = step.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const [suffix, replacement, fewest] = rule;
  const stem = word.slice(0, word.length - suffix.length);
  // "-sion" and "-tion" are Porter's "-ion" behind an s or t, which counts as the stem's.
  const counted = suffix.endsWith('ion') && fewest > 1 ? stem + replacement : stem;
  return groups(counted) >= fewest ? stem + replacement : word;
}

function withoutE(word: string): string {
  if (word.endsWith('ll') && groups(word) > 1) return word.slice(0, -1);
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  return groups(stem) > 1 || (groups(stem) === 1 && !isShort(stem)) ? stem : word;
}

function stemOf(word: string): string {
  const plain = withoutTense(withoutPlural(word));
  const soft = /.[^aeiou]y$/.test(plain) ? `${plain.slice(0, -1)}i` : plain;
  return withoutE(STEPS.reduce(apply, soft));
}

/** Words that the rules would join with others. */
const EXCEPTIONS: readonly (readonly [string, string])[] = [
  ['news', 'news'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['proceed', 'proceed'],
  ['succeed', 'succeed'],
];

/** Memory for the words of some thousand articles; emptied when full. */
const MOST_KEPT = 60_000;
const kept = new Map<string, string>(EXCEPTIONS);

function refresh(): void {
  kept.clear();
  for (const [word, exception] of EXCEPTIONS) kept.set(word, exception);
}

/** The stem that an English word in lower case shares with its other forms; other words as they are. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const known = kept.get(word);
  if (known !== undefined) return known;
  const found = /^[a-z]+$/.test(word) ? stemOf(word) : word;
  if (kept.size >= MOST_KEPT) refresh();
  kept.set(word, found);
  return found;
}
