import { rulesOf } from '../text/abbreviations.ts';

const { titles, beforeNumber, open } = rulesOf('en');

/** English words that are also written short with a stop: `The Sun.` may be a Sunday. In small letters. */
const SHORT_FORMS: ReadonlySet<string> = new Set([
  ...[...titles, ...beforeNumber, ...open].map((word) => word.toLowerCase()),
  ...'sun mon tue tues wed thu thurs fri sat mar may dec art fig figs cent est ed eds col op al ave det no nos amb'.split(
    ' ',
  ),
]);

const LAST_WORD = /([^\s"“‘([]+?)(\.+|…)["'”’)\]»]*$/u;

/**
 * Whether nobody can read on over the end of an English sentence. An initial, `5 a.m.` and `the company Orr Inc.` may
 * end one, or may not: two readers would cut the text in two ways there.
 */
export function endsForSure(text: string): boolean {
  const [, word, stops] = LAST_WORD.exec(text) ?? [];
  if (word === undefined) return true;
  if (stops !== '.' || /\.|^\P{L}?\p{L}$/u.test(word)) return false;
  return !SHORT_FORMS.has(word.toLowerCase().replace(/^\P{L}+/u, ''));
}
