import { isStop } from '../text/sentence-marks.ts';
import { type Gist, gistOf, MARK } from './gist.ts';
import { TRAIT } from './traits.ts';

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

/** What a rule needs to be tried, any of it: marks, words of a kind, a first word of a kind. */
type Needs = Partial<Gist>;

type Rule = Gist & { readonly why: Unfit; readonly pattern: RegExp };

function rule([why, pattern, { traits = 0, head = 0, marks = 0 }]: readonly [Unfit, RegExp, Needs]): Rule {
  return { why, pattern, traits, head, marks };
}

/** First match counts. English where they have words; the marks are anybody's. */
const RULES: readonly Rule[] = (
  [
    ['fragment', /^["'“‘([]*\p{Ll}(?!\p{Lu})/u, { marks: MARK.opensOddly }],
    ['fragment', /^[^\p{L}]*$/u, { marks: MARK.opensOddly }],
    // A stop apart from its word: the end of a heading, or words left out.
    ['fragment', /\s\.(?:\s|$)/, { marks: MARK.looseStop }],
    // Two or three words of letters are a heading or a date.
    [
      'fragment',
      /^[^\p{L}\p{N}]*(?:[\p{Script=Latin}\p{N}.,'’-]+\s+){0,2}[\p{Script=Latin}\p{N}'’-]+[\s\p{P}]*$/u,
      { marks: MARK.brief },
    ],
    // `“Two years,” said Renn.`: heard, not understood.
    ['lone quote', /^["“'‘](?:\S+\s){0,2}\S*["”'’]\s\S+(?:\s\S+){0,2}\s?$/u, { marks: MARK.opensOddly }],
    ['fragment', /^(?:[#@]|\d{1,2}[.)]\s)/, { marks: MARK.opensOddly }],
    ['fragment', /\?{2}/, { marks: MARK.question }],
    ['question', /[?？؟]["'”’)\]»]*$/, { marks: MARK.endsOddly }],
    // What shouts, and is no quotation, is somebody's words without their marks.
    ['lone quote', /^[^"“”]*!$/, { marks: MARK.endsOddly }],
    // What a page shows of a social network.
    [
      'promotion',
      /\ba (?:post|photo|video|tweet) (?:shared|posted) by\b|\(@\w+\)|\bpic\.twitter\b|#\w+ .*#\w+/i,
      { traits: TRAIT.network, marks: MARK.handle },
    ],
    ['run together', /[.!?](?<=\p{Ll}{2}[.!?])["”']?\p{Lu}\p{L}+ /u, { marks: MARK.runsOn }],
    [
      'run together',
      /(?: (?:--|-|•|\*|\|) .*){3}|^(?:--|[-•*|–—]) /,
      { marks: MARK.looseDash | MARK.opensOddly },
    ],
    [
      'caption',
      /\((?:[^()]{0,40}(?:photo|image|picture|file|released|getty|reuters|afp|handout)[^()]{0,40})\)["”.]*$/i,
      { marks: MARK.bracket },
    ],
    [
      'caption',
      /^(?:photo|image|picture|pictured|caption|video|above|below|left|right|file photo)\b[^.]{0,25}[:(]/i,
      { head: TRAIT.label },
    ],
    ['caption', /^(?:pictured|scroll down|seen here|shown here)\b/i, { head: TRAIT.label }],
    ['caption', /^[^.:"“]{3,40}: .*\bpictured\b/i, { traits: TRAIT.pictured }],
    [
      'byline',
      /^(?:reporting |additional reporting |writing |edited |compiled |words )?by [A-Z]\S+ [A-Z]\S+/i,
      { head: TRAIT.label },
    ],
    ['byline', /^\((?:reporting|writing|editing|additional) /i, { marks: MARK.opensOddly }],
    ['byline', /\b(?:contributed|contributing) to this (?:report|story|article)\b/i, { traits: TRAIT.press }],
    [
      'byline',
      /\bis (?:an?|the) (?:\S+ ){0,5}(?:writer|reporter|columnist|correspondent|editor) (?:at|for|with|based)\b/i,
      { traits: TRAIT.press },
    ],
    [
      'promotion',
      /^(?:read|also read|see|watch|listen|click|tap|sign up|subscribe|follow|join|download|share|like us|visit|check out|for more|to read|learn more|related|more|join us|tune in)\b.{0,30}(?:[:»>]|\bmore\b|\bhere\b|\bus\b|\bon (?:twitter|facebook|instagram|telegram|whatsapp)\b|\bnewsletter\b|\bchannel\b|\bgallery\b|\bvideo\b|\bfull\b|\bapp\b)/i,
      { head: TRAIT.label },
    ],
    [
      'promotion',
      /\b(?:sign up (?:for|to) (?:our|the)|subscribe to (?:our|the)|originally published|all rights reserved|(?:first )?appeared (?:first )?on|reprinted with|this (?:article|story) (?:was|is|has|originally)|follow (?:us|@|him|her)|e-?mail (?:us|him|her)|terms (?:of|and) (?:use|conditions|service))\b/i,
      { traits: TRAIT.inviting },
    ],
    ['promotion', /:\/\/|\bwww\.|@\w+\.\w/i, { traits: TRAIT.network, marks: MARK.colon | MARK.handle }],
  ] as const
).map(rule);

const AFTER_STOP = new Set(`"'”’)]»」』）“`);

/** Where the stop stands that a sentence ends in, marks behind it left out; -1 where it ends in none. */
function lastStop(text: string): number {
  let at = text.length - 1;
  while (at > 0 && AFTER_STOP.has(text.charAt(at))) at--;
  return isStop(text, at) ? at : -1;
}

/** A mark of quotation without its partner: the words are a piece of somebody's speech. */
const UNPAIRED = MARK.oddStraight | MARK.oddCurly;

function isTried(rule: Rule, gist: Gist): boolean {
  return ((rule.traits & gist.traits) | (rule.head & gist.head) | (rule.marks & gist.marks)) !== 0;
}

/** Why the words of a sentence keep it out of a summary, marks of quotation apart; nothing when they do not. */
export function unfitWords(text: string, { traits, head, marks }: Gist = gistOf(text)): Unfit | undefined {
  const stop = lastStop(text);
  if (stop < 0) return 'fragment';
  if ((marks & UNPAIRED) !== 0) return 'inside a quote';
  const gist = text[stop] === '.' ? { traits, head, marks } : { traits, head, marks: marks | MARK.endsOddly };
  for (const rule of RULES) {
    if (isTried(rule, gist) && rule.pattern.test(text)) return rule.why;
  }
  return undefined;
}
