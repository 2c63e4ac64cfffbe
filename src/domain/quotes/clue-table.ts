import { MENTION_KINDS } from './mention.ts';

/**
 * What is looked at to tell whether a mention names a quote's speaker: each clue with the values it can take. The first
 * value is that of the candidate "nobody".
 */
export const CLUES = {
  place: [
    'nobody',
    'before',
    'after',
    'sentence-before',
    'sentence-after',
    'earlier',
    'later',
    'paragraph-before',
    'far-before',
    'two-before',
    'paragraph-after',
    'long-ago',
  ],
  kind: ['nobody', ...MENTION_KINDS],
  link: [
    'nobody',
    'none',
    'subject',
    'apposed-subject',
    'relative-subject',
    'inverted',
    'near-before-verb',
    'far-before-verb',
    'after-verb',
    'far-after-verb',
    'own-verb',
    'other-verb',
  ],
  verb: [
    'nobody',
    'none',
    'say',
    'tell',
    'speak',
    'call',
    'think',
    'say-ing',
    'tell-ing',
    'speak-ing',
    'call-ing',
    'think-ing',
  ],
  opener: [
    'nobody',
    'sentence',
    'comma',
    'according',
    'by',
    'to',
    'of',
    'about',
    'in',
    'verb',
    'that',
    'and',
    'as',
    'quote',
    'other',
  ],
  owns: ['nobody', 'no', 'noun', 'speech-noun'],
  between: ['nobody', '0', '1', '2', '3', '5'],
  distance: ['nobody', '0', '1', '3', '6', '12', '25', 'more'],
  rank: ['nobody', 'first', 'second', 'later'],
  lead: ['paragraph', 'sentence', 'comma', 'colon', 'that', 'verb', 'as', 'dash', 'word'],
  tail: ['comma', 'question', 'plain', 'sentence-end', 'paragraph-end', 'paragraph-full', 'open'],
  carry: ['nobody', 'none', 'same-mention', 'same-speaker', 'other'],
  gap: ['first', 'continues', 'same-sentence', 'touching', 'same-paragraph', 'next-paragraph', 'far'],
  around: [
    'none',
    'tight-before',
    'loose-before',
    'tight-after',
    'loose-after',
    'both-tight-before',
    'both-tight-after',
    'both-loose',
  ],
  times: ['nobody', '0', '1', '2', '4', '9'],
  spoke: ['nobody', 'no', 'once', 'often'],
  length: ['short', 'middle', 'long'],
  narration: ['none', 'few', 'many'],
} as const satisfies Record<string, readonly string[]>;

export type ClueName = keyof typeof CLUES;

export const CLUE_NAMES = Object.keys(CLUES) as readonly ClueName[];

/** The value of each clue, as its place in `CLUES`, in the order of `CLUE_NAMES`. */
export type ClueValues = Uint8Array;

/** Which clues are weighed together; those of one are weighed alone. */
export const COMBINATIONS: readonly (readonly ClueName[])[] = [
  ['place'],
  ['kind'],
  ['link'],
  ['verb'],
  ['opener'],
  ['owns'],
  ['between'],
  ['distance'],
  ['rank'],
  ['carry'],
  ['times'],
  ['spoke'],
  ['place', 'kind'],
  ['place', 'link'],
  ['link', 'verb'],
  ['place', 'opener'],
  ['place', 'between'],
  ['place', 'distance'],
  ['place', 'rank'],
  ['place', 'tail'],
  ['place', 'lead'],
  ['place', 'around'],
  ['place', 'gap'],
  ['place', 'carry'],
  ['carry', 'gap'],
  ['carry', 'tail'],
  ['carry', 'lead'],
  ['carry', 'around'],
  ['kind', 'link'],
  ['kind', 'opener'],
  ['kind', 'verb'],
  ['link', 'around'],
  ['link', 'lead'],
  ['link', 'tail'],
  ['link', 'between'],
  ['link', 'distance'],
  ['link', 'opener'],
  ['opener', 'around'],
  ['kind', 'tail'],
  ['kind', 'around'],
  ['rank', 'link'],
  ['rank', 'opener'],
  ['owns', 'place'],
  ['owns', 'link'],
  ['times', 'kind'],
  ['spoke', 'place'],
  ['spoke', 'kind'],
  ['carry', 'length'],
  ['place', 'narration'],
  ['carry', 'narration'],
  ['place', 'length'],
  ['place', 'link', 'around'],
  ['place', 'gap', 'tail'],
  ['carry', 'gap', 'tail'],
  ['carry', 'gap', 'lead'],
  ['place', 'lead', 'tail'],
  ['place', 'gap', 'around'],
  ['carry', 'gap', 'around'],
  ['place', 'carry', 'gap'],
  ['place', 'between', 'around'],
  ['link', 'verb', 'lead'],
];

const INDEX = new Map(CLUE_NAMES.map((name, index): [ClueName, number] => [name, index]));

/** Where a clue stands among the values. */
export function clueIndex(name: ClueName): number {
  return INDEX.get(name) ?? 0;
}

/** The place of a value among those of its clue. */
export function valueOf<N extends ClueName>(name: N, value: (typeof CLUES)[N][number]): number {
  const values: readonly string[] = CLUES[name];
  return Math.max(0, values.indexOf(value));
}
