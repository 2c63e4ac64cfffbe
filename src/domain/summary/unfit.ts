import { isStop } from '../text/sentence-marks.ts';

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

type Rule = readonly [Unfit, RegExp];

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
  ['fragment', /^(?:[#@]|\d{1,2}[.)]\s)|\?{2}|\?[^?"'”’)\]]*\?\?/],
  ['question', /[?？؟]["'”’)\]»]*$/],
  ['run together', /\p{Ll}{2}[.!?]["”']?\p{Lu}\p{L}+ /u],
  ['run together', /(?: (?:--|-|•|\*|\|) .*){3}|^(?:--|[-•*|–—]) /],
  [
    'caption',
    /\((?:[^()]{0,40}(?:photo|image|picture|file|released|getty|reuters|afp|handout)[^()]{0,40})\)["”.]*$/i,
  ],
  [
    'caption',
    /^(?:photo|image|picture|pictured|caption|video|above|below|left|right|file photo)\b[^.]{0,25}[:(]/i,
  ],
  ['caption', /^(?:pictured|scroll down|seen here|shown here)\b/i],
  ['byline', /^(?:reporting |additional reporting |writing |edited |compiled |words )?by [A-Z]\S+ [A-Z]\S+/i],
  ['byline', /^\((?:reporting|writing|editing|additional) /i],
  ['byline', /\b(?:contributed|contributing) to this (?:report|story|article)\b/i],
  [
    'byline',
    /\bis (?:an?|the) (?:\S+ ){0,5}(?:writer|reporter|columnist|correspondent|editor) (?:at|for|with|based)\b/i,
  ],
  [
    'promotion',
    /^(?:read|also read|see|watch|listen|click|tap|sign up|subscribe|follow|join|download|share|like us|visit|check out|for more|to read|learn more|related|more|join us|tune in)\b.{0,30}(?:[:»>]|\bmore\b|\bhere\b|\bus\b|\bon (?:twitter|facebook|instagram|telegram|whatsapp)\b|\bnewsletter\b|\bchannel\b|\bgallery\b|\bvideo\b|\bfull\b|\bapp\b)/i,
  ],
  [
    'promotion',
    /\b(?:sign up (?:for|to) (?:our|the)|subscribe to (?:our|the)|originally published|all rights reserved|(?:first )?appeared (?:first )?on|reprinted with|this (?:article|story) (?:was|is|has|originally)|follow (?:us|@|him|her)|e-?mail (?:us|him|her)|terms (?:of|and) (?:use|conditions|service))\b/i,
  ],
  ['promotion', /:\/\/|\bwww\.|@\w+\.\w/i],
];

/** A mark of quotation without its partner: the words are a piece of somebody's speech. */
function isUnpaired(text: string): boolean {
  let straight = 0;
  let curly = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) straight++;
    else if (code === 0x201c || code === 0x201d) curly++;
  }
  return straight % 2 === 1 || curly % 2 === 1;
}

function endsInStop(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && /["'”’)\]»」』）“]/.test(text.charAt(at))) at--;
  return at >= 0 && isStop(text, at);
}

/** Why the words of a sentence keep it out of a summary, marks of quotation apart; nothing when they do not. */
export function unfitWords(text: string): Unfit | undefined {
  if (!endsInStop(text)) return 'fragment';
  if (isUnpaired(text)) return 'inside a quote';
  return RULES.find(([, pattern]) => pattern.test(text))?.[0];
}
