import type { Quote } from '../quotes/quote.ts';
import { type Candidate, isFit } from '../summary/candidates.ts';
import { takesForKnown, toldIn } from '../summary/given.ts';
import { lexemesOf } from '../summary/lexeme.ts';
import { readStory, type Story, type Summarizable } from '../summary/read-story.ts';
import { TRAIT, type Trait } from '../summary/traits.ts';
import { cut, type TextSpan } from '../text/span.ts';

/** What a sentence is told by: its weight, the words that one must have, and the pattern. */
type Cue = readonly [weight: number, among: Trait, pattern: RegExp];

/** What tells background from the news of the day, and by how much; below zero tells the news. */
const CUES: readonly Cue[] = [
  // Earlier times.
  [
    1.2,
    'number',
    /\b(?:in|since|from|until|between|after|before|during|of|by) (?:the )?(?:early |late |mid-)?(?:1[6-9]|20)\d\ds?\b/i,
  ],
  [
    1,
    'earlier',
    /\b(?:last|previous) (?:year|month|summer|winter|autumn|fall|spring|decade|century|election)\b|\b(?:years?|decades?|months?|centur(?:y|ies)) (?:ago|earlier|before)\b/i,
  ],
  [
    0.9,
    'earlier',
    /\b(?:earlier this (?:year|month)|in recent (?:years|months|decades)|for (?:years|decades|centuries|months)|over the (?:past|last) (?!(?:\w+ ){0,3}(?:hours|days|weeks)\b)\w+|in the past|historically|traditionally|previously|formerly|once(?!-| or twice)|originally|until (?:now|then|recently))\b/i,
  ],
  [
    0.7,
    'since',
    /\b(?:since (?:then|the|its|his|her|their|taking|becoming)|first (?!half|quarter|round|set)(?:\w+ )?(?:time|since|became|began|came|appeared|\w+ed)|the (?:first|second|third|latest|last|only) \w+ (?:since|in|to))\b/i,
  ],
  [0.6, 'number', /^(?:in|since|by|until) (?:early |late |mid-)?(?:\w+ )?(?:1[6-9]|20)\d\d\b/i],
  // How things stand, and had stood.
  [
    0.8,
    'has',
    /\b(?:has|have) (?:long|repeatedly|already|previously|often|always|never|since|accused|denied|been (?:accused|charged|linked|used|seen|under)|expressed|faced|struggled|opposed|supported|tried|sought|warned|promised|vowed|refused|spent|killed|claimed)\b/i,
  ],
  [
    0.8,
    'had',
    /\bhad (?:been|\w+ed|long|previously|already|earlier|never|won|lost|led|held|taken|made|become)\b/i,
  ],
  [
    0.7,
    'stands',
    /\b(?:is|are|was|were) (?:(?:more than |about |roughly |some |nearly |only )?\d[\d,.]*|one of|the (?:world|country|nation|region|largest|biggest|oldest|second|third|only|main|state)|home to|known (?:for|as)|founded|established|created|built|born|elected|imposed|introduced|signed|banned|believed to|considered|based in|divided|located)\b/i,
  ],
  [
    0.45,
    'would',
    /\b(?:would|could|may|might) (?:violate|require|mean|need|face|have|give|allow|lead|be the)\b/i,
  ],
  // Who explains.
  [
    1.1,
    'explains',
    /\b(?:analysts?|experts?|observers?|historians?|economists?|critics|scholars|researchers|human rights groups|rights groups|campaigners|estimates?|figures|statistics|data(?! recorder)|studies|(?<!Geological )surveys?|polls?) (?:\w+ )?(?:says?|said|believe|argue|estimate|warn|note|point|suggest|shows?|showed|fear)\b|\b(?:estimates|figures|statistics|data|studies|surveys|polls) (?:from|have|are)\b/i,
  ],
  [
    0.7,
    'according',
    /\baccording to (?:\w+ ){0,3}(?:data|figures|estimates?|statistics|study|survey|poll|report|census|records|bureau|ministry|bank|institute|university)\b/i,
  ],
  // Numbers that measure.
  [
    0.6,
    'number',
    /\b\d[\d,.]*(?: (?:percent|per cent|million|billion|trillion|people|years?|countries|members|troops|km|kilometers|miles|tons|tonnes|acres|homes|jobs|votes|seats|deaths|times))\b|[$£€¥₹]\s?\d|\d%/i,
  ],
  [
    0.4,
    'many',
    /\b(?:millions|billions|thousands|hundreds|tens|dozens|half|two-thirds|a third|a quarter|majority) of\b/i,
  ],
  // The news of the day.
  [
    -1.4,
    'today',
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|tonight|tomorrow|this (?:morning|afternoon|evening|week))\b/i,
  ],
  [
    -0.8,
    'speech',
    /\b(?:said|saying|told|added|announced|tweeted|wrote|posted|says|alleged|claimed|asserted|insisted|asked|acknowledged|declined|noted|decried|conceded)\b/,
  ],
  [
    -0.6,
    'ahead',
    /\b(?:will|is expected to|are expected to|plans to|is set to|is due to|next (?:week|month|year))\b/,
  ],
  // What is being done about it, and what the sentence before has told the day of.
  [
    -1,
    'has',
    /\b(?:has|have) (?:so far |now |already )?(?:managed to|rescued|recovered|arrested|detained|evacuated|identified|confirmed)\b/i,
  ],
  [-0.8, 'midway', /\bthe same (?:day|morning|afternoon|evening|night|weekend)\b/i],
  [-0.8, 'pointing', /\bthat (?:day|morning|afternoon|evening|night|weekend)\b/i],
  // A figure beside that of a year ago is the figure of the day.
  [
    -1,
    'earlier',
    /\b(?:than|from|compared (?:to|with)) (?:\w+ ){0,3}(?:a|one|the) (?:year|month|week) (?:ago|earlier|before)\b/i,
  ],
  // What the day's own poll or study found.
  [-1.1, 'explains', /\b(?:the|this|new|latest) (?:poll|survey|study|data|figures)\b/i],
  // Who they are, an earlier sentence says.
  [-2, 'third', /\b(?:he|she|they) (?:said|says|say|added|argued?|told|claimed|insisted|hopes?)\b/i],
  // Asked is somebody by the press, and what ought to be is an opinion.
  [-1, 'speech', /^asked\b/i],
  [-1, 'opinion', /\b(?:surely|clearly|undoubtedly|unfortunately|should|ought to|must)\b/i],
  [-1, 'addressed', /\b(?:I|we|my|our|you|your)\b/],
];

/** Without English words, years and measures are what is left to tell by. */
const PLAIN_CUES: typeof CUES = [
  [1, 'number', /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/],
  [0.5, 'number', /\d[\d.,\u00a0]*\s?(?:%|€|\$|£|¥)/],
];

/** Speech belongs to its speaker, whatever it recalls. */
const QUOTED_COST = 3;

/** A sentence must be so much more background than news. */
const THRESHOLD = 1;
/** One cue must tell so much by itself: a figure further down is as often the news of the day. */
const STRONG = 0.7;
const MOST_FACTS = 5;
/** Longer ones tell several things, shorter ones none. */
const CHARACTERS = { fewest: 40, most: 420 };

/** What the cues tell of a sentence, each asked whether it holds; nothing where all that hold are weak. */
function sumOfCues({ traits, english }: Candidate, holds: (cue: Cue) => boolean): number {
  let told = 0;
  let strongest = english ? 0 : STRONG;
  for (const cue of english ? CUES : PLAIN_CUES) {
    const [weight, among] = cue;
    if ((traits & TRAIT[among]) === 0 || !holds(cue)) continue;
    told += weight;
    strongest = Math.max(strongest, weight);
  }
  return strongest < STRONG ? Number.NEGATIVE_INFINITY : told;
}

function backgroundOf(sentence: Candidate, count: number): number {
  const { text, index, quoted } = sentence;
  // The news stands at the top; what lies behind it further down.
  const depth = Math.min(1, index / Math.min(12, Math.max(1, count)));
  const aside = 0.5 * depth - QUOTED_COST * quoted;
  // Most sentences have no words that could make them background: their patterns need no look.
  const most = aside + sumOfCues(sentence, ([weight]) => weight > 0);
  return most < THRESHOLD ? most : aside + sumOfCues(sentence, ([, , pattern]) => pattern.test(text));
}

function overlaps(sentence: TextSpan, spans: readonly TextSpan[]): boolean {
  return spans.some(({ start, end }) => start < sentence.end && end > sentence.start);
}

/** Words in marks that are long enough to be somebody's speech. */
const SPEECH = /["“«][^"”»]{20,}["”»]/;

const OPENERS =
  'After|Although|As|At|Before|By|Despite|During|Even|For|From|If|In|Now|On|Once|Over|Since|Then|To|Until|When|While|With';

/** Somebody by a pronoun before anyone is named: who it is, an earlier sentence says. */
const UNNAMED = new RegExp(`^(?:${OPENERS})\\b(?:(?!\\ban?\\b)\\P{Lu})*?\\b(?:he|she|they)\\b`, 'u');
const UNNAMED_OWNER = new RegExp(`^(?:${OPENERS}|(?:All|Many|Most|Much|One|Some) of) (?:his|her|their)\\b`);

function mayStand({ text, index, ownVoice }: Candidate): boolean {
  if (index === 0 || text.length < CHARACTERS.fewest || text.length > CHARACTERS.most) return false;
  if (UNNAMED.test(text) || UNNAMED_OWNER.test(text)) return false;
  return !ownVoice && !text.startsWith('(') && !SPEECH.test(text);
}

/**
 * The article's own background in reading order: history, figures, how things stand, what analysts say; whole sentences,
 * none of the summary's and none that quotes a speaker. Empty where the article gives none. `story` is the article as
 * read, where it has been.
 */
export function findFacts(
  article: Summarizable,
  summary: readonly TextSpan[],
  quotes: readonly Quote[],
  { sentences }: Story = readStory(article),
): readonly TextSpan[] {
  const worths = new Map<Candidate, number>();
  for (const sentence of sentences) {
    if (sentence.leans || !isFit(sentence) || !mayStand(sentence)) continue;
    if (overlaps(sentence, summary) || overlaps(sentence, quotes)) continue;
    const worth = backgroundOf(sentence, sentences.length);
    if (worth >= THRESHOLD) worths.set(sentence, worth);
  }
  if (worths.size === 0) return [];
  // A fact stands by itself, under the headline and the summary: those alone have told of anything.
  const summed = sentences.filter((sentence) => overlaps(sentence, summary));
  const told = toldIn([...lexemesOf(article.title ?? ''), ...summed.flatMap(({ words }) => words)]);
  return [...worths]
    .filter(([{ english, text }]) => !english || !takesForKnown(text, told))
    .sort(([one, worth], [other, otherWorth]) => otherWorth - worth || one.index - other.index)
    .slice(0, MOST_FACTS)
    .sort(([one], [other]) => one.index - other.index)
    .map(([{ start, end }]) => cut(article.text, start, end));
}
