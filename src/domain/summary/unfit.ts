import { isStop } from '../text/sentence-marks.ts';
import { lexemesOf, traitsAmong } from './lexeme.ts';
import { TRAIT, type Trait } from './traits.ts';

/** Why a sentence does not belong in a summary, whatever it is worth. */
export type Unfit =
  | 'fragment'
  | 'question'
  | 'caption'
  | 'byline'
  | 'promotion'
  | 'lone quote'
  | 'inside a quote'
  | 'run together';

/** What a rule needs to be tried: a character of the text, or a word of this kind in it. */
type Needs = { readonly mark: string } | { readonly trait: Trait };

type Rule = readonly [Unfit, RegExp, Needs?];

/** First match counts. English where they have words; the marks are anybody's. */
const RULES: readonly Rule[] = [
  ['fragment', /^["'“‘([]*\p{Ll}(?!\p{Lu})/u],
  ['fragment', /^[^\p{L}]*$/u],
  // A stop apart from its word: the end of a heading, or words left out.
  ['fragment', /\s\.(?:\s|$)/],
  // Two or three words of letters are a heading or a date.
  [
    'fragment',
    /^[^\p{L}\p{N}]*(?:[\p{Script=Latin}\p{N}.,'’-]+\s+){0,2}[\p{Script=Latin}\p{N}'’-]+[\s\p{P}]*$/u,
  ],
  // `“Two years,” said Renn.`: heard, not understood.
  ['lone quote', /^["“'‘](?:[^\s]+\s){0,2}[^\s]*["”'’]\s(?:[^\s]+\s?){1,3}$/u],
  ['fragment', /^(?:[#@]|\d{1,2}[.)]\s)/],
  ['fragment', /\?{2}/, { mark: '?' }],
  ['question', /[?？؟]["'”’)\]»]*$/],
  // What shouts, and is no quotation, is somebody's words without their marks.
  ['lone quote', /^[^"“”]*!$/],
  // What a page shows of a social network.
  [
    'promotion',
    /\ba (?:post|photo|video|tweet) (?:shared|posted) by\b|\(@\w+\)|\bpic\.twitter\b|#\w+ .*#\w+/i,
  ],
  ['run together', /[.!?](?<=\p{Ll}{2}[.!?])["”']?\p{Lu}\p{L}+ /u],
  ['run together', /(?: (?:--|-|•|\*|\|) .*){3}|^(?:--|[-•*|–—]) /],
  [
    'caption',
    /\((?:[^()]{0,40}(?:photo|image|picture|file|released|getty|reuters|afp|handout)[^()]{0,40})\)["”.]*$/i,
    { mark: '(' },
  ],
  [
    'caption',
    /^(?:photo|image|picture|pictured|caption|video|above|below|left|right|file photo)\b[^.]{0,25}[:(]/i,
  ],
  ['caption', /^(?:pictured|scroll down|seen here|shown here)\b/i],
  ['caption', /^[^.:"“]{3,40}: .*\bpictured\b/i],
  ['byline', /^(?:reporting |additional reporting |writing |edited |compiled |words )?by [A-Z]\S+ [A-Z]\S+/i],
  ['byline', /^\((?:reporting|writing|editing|additional) /i],
  ['byline', /\b(?:contributed|contributing) to this (?:report|story|article)\b/i, { trait: 'press' }],
  [
    'byline',
    /\bis (?:an?|the) (?:\S+ ){0,5}(?:writer|reporter|columnist|correspondent|editor) (?:at|for|with|based)\b/i,
    { trait: 'press' },
  ],
  [
    'promotion',
    /^(?:read|also read|see|watch|listen|click|tap|sign up|subscribe|follow|join|download|share|like us|visit|check out|for more|to read|learn more|related|more|join us|tune in)\b.{0,30}(?:[:»>]|\bmore\b|\bhere\b|\bus\b|\bon (?:twitter|facebook|instagram|telegram|whatsapp)\b|\bnewsletter\b|\bchannel\b|\bgallery\b|\bvideo\b|\bfull\b|\bapp\b)/i,
  ],
  [
    'promotion',
    /\b(?:sign up (?:for|to) (?:our|the)|subscribe to (?:our|the)|originally published|all rights reserved|(?:first )?appeared (?:first )?on|reprinted with|this (?:article|story) (?:was|is|has|originally)|follow (?:us|@|him|her)|e-?mail (?:us|him|her)|terms (?:of|and) (?:use|conditions|service))\b/i,
    { trait: 'inviting' },
  ],
  ['promotion', /:\/\/|\bwww\.|@\w+\.\w/i],
];

const DOUBLE_MARK = /["“”]/;

/** A mark of quotation without its partner: the words are a piece of somebody's speech. */
function isUnpaired(text: string): boolean {
  if (!DOUBLE_MARK.test(text)) return false;
  const straight = text.split('"').length - 1;
  const curly = text.split(/[“”]/).length - 1;
  return straight % 2 === 1 || curly % 2 === 1;
}

function endsInStop(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && /["'”’)\]»」』）“]/.test(text.charAt(at))) at--;
  return at >= 0 && isStop(text, at);
}

function isTried(needs: Needs | undefined, text: string, traits: number): boolean {
  if (needs === undefined) return true;
  return 'mark' in needs ? text.includes(needs.mark) : (traits & TRAIT[needs.trait]) !== 0;
}

/**
 * Why the words of a sentence keep it out of a summary, marks of quotation apart; nothing when they do not. `traits` are
 * those of its words.
 */
export function unfitWords(text: string, traits: number = traitsAmong(lexemesOf(text))): Unfit | undefined {
  if (!endsInStop(text)) return 'fragment';
  if (isUnpaired(text)) return 'inside a quote';
  return RULES.find(([, pattern, needs]) => isTried(needs, text, traits) && pattern.test(text))?.[0];
}
