import { isEmptyWord } from '../background/terms.ts';

/** Pronouns of one person: `they` and `it` mostly stand for a thing that their own sentence names. */
const PRONOUN = /\b(?:he|she|him|his|her|hers|himself|herself)\b/;

/** `On Monday, she`, `A Democrat, he`: whoever is meant is not in the words before the comma. */
const AFTER_OPENING =
  /^(?!(?:when|while|after|before|as|if|since|because|although|though|once|until|with|despite|following|for|like|unlike|according)\b)[^,"“]{2,70}, (?:he|she)\b/i;

/** Those who tell, and so are not the one who is told of: `Police said he was arrested.` */
const TELLERS = new Set(
  'police officials authorities prosecutors investigators detectives doctors lawyers friends relatives neighbors neighbours critics aides experts witnesses sources reports records'.split(
    ' ',
  ),
);

/** `At a week old`, `the next day`: a time is nobody either. */
const ARTICLE =
  /\b(?:an?|the|one|another|every|each)\s(?!(?:same |next |first |last |past |following )?(?:moment|minute|hour|day|night|morning|week|weekend|month|year|decade|time)s?\b)/i;
/** Where and when something was: no person. */
const NAME =
  /(?<!\b(?:in|at|on|near|since|until|during|by)\s)\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}\p{L}/u;
/** `On his website, Sanders …`: the name comes behind the pronoun. */
const NAMED_BEHIND =
  /^(?:about|after|although|as|asked|at|because|before|by|despite|during|following|for|from|if|in|like|on|once|since|speaking|though|to|under|unlike|until|when|while|with|without)\s[^,]*,\s(?:\p{L}+\s)?(?:\p{Lu}|the\s)/u;

/** Whether words that come before a pronoun name somebody or something that it may stand for. */
export function namesSomebody(words: string): boolean {
  const [first = ''] = /^\P{L}*(\p{L}+)/u.exec(words)?.slice(1) ?? [];
  const lower = first.toLowerCase();
  const opens = first !== '' && !isEmptyWord(lower) && !TELLERS.has(lower) && !lower.endsWith('ly');
  const rest = words.slice(words.indexOf(first) + first.length);
  return opens || ARTICLE.test(words) || NAME.test(rest);
}

/** Whether an English sentence speaks of a `he` or `she` whom it does not name; speech in it is left aside. */
export function hasLoosePronoun(text: string): boolean {
  if (AFTER_OPENING.test(text)) return true;
  const mark = text.search(/["“]/);
  const told = mark < 0 ? text : text.slice(0, mark);
  const at = told.search(PRONOUN);
  if (at < 0 || namesSomebody(told.slice(0, at))) return false;
  return !NAMED_BEHIND.test(told.charAt(0).toLowerCase() + told.slice(1));
}
