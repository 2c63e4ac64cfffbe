import type { Quote } from '../quotes/quote.ts';
import { type Candidate, findCandidates, hasOwnVoice, isEnglish, judge } from '../summary/candidates.ts';
import { takesForKnown } from '../summary/given.ts';
import { storyStems } from '../summary/story-words.ts';
import { cut, type TextSpan } from '../text/span.ts';

type Article = {
  readonly text: string;
  readonly title?: string;
  readonly paragraphs: readonly TextSpan[];
  readonly language?: string;
  /** What `findCandidates` found in it, where that is known already. */
  readonly sentences?: readonly Candidate[];
};

/** What tells background from the news of the day, and by how much; below zero tells the news. */
const CUES: readonly (readonly [weight: number, pattern: RegExp])[] = [
  // Earlier times.
  [
    1.2,
    /\b(?:in|since|from|until|between|after|before|during|of|by) (?:the )?(?:early |late |mid-)?(?:1[6-9]|20)\d\ds?\b/i,
  ],
  [
    1,
    /\b(?:last|previous) (?:year|month|summer|winter|autumn|fall|spring|decade|century|election)\b|\b(?:years?|decades?|months?|centur(?:y|ies)) (?:ago|earlier|before)\b/i,
  ],
  [
    0.9,
    /\b(?:earlier this (?:year|month)|in recent (?:years|months|decades)|for (?:years|decades|centuries|months)|over the (?:past|last) \w+|in the past|historically|traditionally|previously|formerly|once|originally|until (?:now|then|recently))\b/i,
  ],
  [
    0.7,
    /\b(?:since (?:then|the|its|his|her|their|taking|becoming)|first (?:\w+ )?(?:time|since|became|began|came|appeared|\w+ed)|the (?:first|second|third|latest|last|only) \w+ (?:since|in|to))\b/i,
  ],
  // How things stand, and had stood.
  [
    0.8,
    /\b(?:has|have) (?:long|repeatedly|already|previously|often|always|never|since|accused|denied|been (?:accused|charged|linked|used|seen|under)|expressed|faced|struggled|opposed|supported|tried|sought|warned|promised|vowed|refused|spent|killed|claimed)\b/i,
  ],
  [0.8, /\bhad (?:been|\w+ed|long|previously|already|earlier|never|won|lost|led|held|taken|made|become)\b/i],
  [
    0.7,
    /\b(?:is|are|was|were) (?:one of|the (?:world|country|nation|region|largest|biggest|oldest|second|third|only|main|state)|home to|known (?:for|as)|founded|established|created|built|born|elected|imposed|introduced|signed|banned|believed to|considered|based in|divided|located)\b/i,
  ],
  [0.7, /\b(?:would|could|may|might) (?:violate|require|mean|need|face|have|give|allow|lead|be the)\b/i],
  // Who explains.
  [
    1.1,
    /\b(?:analysts?|experts?|observers?|historians?|economists?|critics|scholars|researchers|human rights groups|rights groups|campaigners|estimates?|figures|statistics|data|studies|surveys?|polls?) (?:\w+ )?(?:says?|said|believe|argue|estimate|warn|note|point|suggest|shows?|showed|fear|from|have|are)\b/i,
  ],
  [
    0.6,
    /\baccording to (?:\w+ ){0,3}(?:data|figures|estimates?|statistics|study|survey|poll|report|census|records|bureau|ministry|bank|institute|university)\b/i,
  ],
  // Numbers that measure.
  [
    0.6,
    /\b\d[\d,.]*(?: (?:percent|per cent|million|billion|trillion|people|years?|countries|members|troops|km|kilometers|miles|tons|tonnes|acres|homes|jobs|votes|seats|deaths|times))\b|[$£€¥₹]\s?\d|\d%/i,
  ],
  [
    0.4,
    /\b(?:millions|billions|thousands|hundreds|tens|dozens|half|two-thirds|a third|a quarter|majority) of\b/i,
  ],
  // The news of the day.
  [
    -0.9,
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|tonight|tomorrow|this (?:morning|afternoon|evening|week))\b/i,
  ],
  [-0.5, /\b(?:said|told|added|announced|tweeted|wrote|posted|says)\b/],
  [-0.6, /\b(?:will|is expected to|are expected to|plans to|is set to|is due to|next (?:week|month|year))\b/],
  [-1, /\b(?:I|we|my|our|you|your)\b/],
];

/** Without English words, years and measures are what is left to tell by. */
const PLAIN_CUES: typeof CUES = [
  [1, /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/],
  [0.5, /\d[\d.,\u00a0]*\s?(?:%|€|\$|£|¥)/],
];

/** Speech belongs to its speaker, whatever it recalls. */
const QUOTED_COST = 3;

/** A sentence must be so much more background than news. */
const THRESHOLD = 1;
const MOST_FACTS = 5;
/** Longer ones tell several things, shorter ones none. */
const CHARACTERS = { fewest: 40, most: 420 };

function backgroundOf(sentence: Candidate, count: number, english: boolean): number {
  const cues = english ? CUES : PLAIN_CUES;
  const told = cues.reduce((sum, [weight, pattern]) => (pattern.test(sentence.text) ? sum + weight : sum), 0);
  // The news stands at the top; what lies behind it further down.
  const depth = Math.min(1, sentence.index / Math.min(12, Math.max(1, count)));
  return told + 0.5 * depth - QUOTED_COST * sentence.quoted;
}

function overlaps(sentence: TextSpan, spans: readonly TextSpan[]): boolean {
  return spans.some(({ start, end }) => start < sentence.end && end > sentence.start);
}

/** A fact stands by itself, under the headline and the summary: those alone have told of anything. */
function needsMore(sentence: Candidate, told: ReadonlySet<string>): boolean {
  return judge(sentence)?.leans !== false || (sentence.english && takesForKnown(sentence.text, told));
}

/** Words in marks that are long enough to be somebody's speech. */
const SPEECH = /["“«][^"”»]{20,}["”»]/;

function mayStand(sentence: Candidate): boolean {
  const { length } = sentence.text;
  if (SPEECH.test(sentence.text) || hasOwnVoice(sentence) || sentence.text.startsWith('(')) return false;
  return sentence.index > 0 && length >= CHARACTERS.fewest && length <= CHARACTERS.most;
}

/**
 * The article's own background in reading order: history, figures, how things stand, what analysts say; whole sentences,
 * none of the summary's and none that quotes a speaker. Empty where the article gives none.
 */
export function findFacts(
  article: Article,
  summary: readonly TextSpan[],
  quotes: readonly Quote[],
): readonly TextSpan[] {
  const english = isEnglish(article.language);
  const sentences = article.sentences ?? findCandidates(article);
  const told = new Set([article.title ?? '', ...summary.map(({ text }) => text)].flatMap(storyStems));
  return sentences
    .filter((sentence) => mayStand(sentence) && !overlaps(sentence, summary) && !overlaps(sentence, quotes))
    .map((sentence) => ({ sentence, worth: backgroundOf(sentence, sentences.length, english) }))
    .filter(({ sentence, worth }) => worth >= THRESHOLD && !needsMore(sentence, told))
    .sort((one, other) => other.worth - one.worth || one.sentence.index - other.sentence.index)
    .slice(0, MOST_FACTS)
    .sort((one, other) => one.sentence.index - other.sentence.index)
    .map(({ sentence }) => cut(article.text, sentence.start, sentence.end));
}
