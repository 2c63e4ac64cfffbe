import type { CueClass } from '../text/speech-verbs.ts';
import { TRAIT } from '../text/traits.ts';
import { is } from '../text/word.ts';
import type { ClueValues } from './clue-model.ts';
import { AT, V } from './clue-places.ts';
import { type VerbLink, verbAfter } from './cues.ts';
import type { Cue } from './find-cues.ts';
import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';
import { narrationBetween, type Past, type Scene } from './scene.ts';

function placeOf(reading: Reading, run: Run, mention: Mention): number {
  const byParagraph = mention.paragraph - run.paragraph;
  if (byParagraph === 0) return placeInParagraph(reading, run, mention);
  if (byParagraph > 0) return V.place['paragraph-after'];
  if (byParagraph < -2) return V.place['long-ago'];
  if (byParagraph < -1) return V.place['two-before'];
  const lastSentence = reading.sentences[(reading.paragraphFrom[run.paragraph] ?? 1) - 1];
  return mention.sentence === lastSentence ? V.place['paragraph-before'] : V.place['far-before'];
}

function placeInParagraph(reading: Reading, run: Run, mention: Mention): number {
  const first = reading.sentences[run.from] ?? 0;
  const last = reading.sentences[run.to - 1] ?? 0;
  if (mention.from < run.from) {
    if (mention.sentence === first) return V.place.before;
    return mention.sentence === first - 1 ? V.place['sentence-before'] : V.place.earlier;
  }
  if (mention.sentence === last) return V.place.after;
  return mention.sentence === last + 1 ? V.place['sentence-after'] : V.place.later;
}

const OPENERS: ReadonlyMap<string, number> = new Map([
  ['by', V.opener.by],
  ['to', V.opener.to],
  ['with', V.opener.to],
  ['of', V.opener.of],
  ['for', V.opener.of],
  ['from', V.opener.by],
  ['about', V.opener.about],
  ['on', V.opener.about],
  ['against', V.opener.about],
  ['over', V.opener.about],
  ['in', V.opener.in],
  ['at', V.opener.in],
  ['that', V.opener.that],
  ['and', V.opener.and],
  ['but', V.opener.and],
  ['or', V.opener.and],
  ['as', V.opener.as],
  ['when', V.opener.as],
  ['while', V.opener.as],
  [',', V.opener.comma],
  ['(', V.opener.comma],
  [':', V.opener.comma],
  ['—', V.opener.comma],
  ['–', V.opener.comma],
]);

function openerOf(reading: Reading, mention: Mention): number {
  const last = mention.outerFrom - 1;
  if (last < 0 || reading.sentences[last] !== mention.sentence) return V.opener.sentence;
  if ((reading.runOf[last] ?? -1) >= 0) return V.opener.quote;
  const lower = reading.words[last]?.lower ?? '';
  if (lower === 'to' && reading.words[last - 1]?.lower === 'according') return V.opener.according;
  return OPENERS.get(lower) ?? V.opener.other;
}

/** These tell more than that the verb beside the run stands before the mention. */
function outweighsVerb(opener: number): boolean {
  return opener === V.opener.sentence || opener === V.opener.quote || opener === V.opener.according;
}

function ownsOf(reading: Reading, mention: Mention): number {
  const isPossessive = reading.words[mention.to]?.shape === 'possessive';
  const at = isPossessive ? mention.to + 1 : mention.to;
  const lower = reading.words[mention.from]?.lower ?? '';
  if (!isPossessive && lower !== 'his' && lower !== 'her') return V.owns.no;
  for (let next = at; next < at + 3; next++) {
    if (is(reading.words[next], TRAIT.speechNoun)) return V.owns['speech-noun'];
  }
  return V.owns.noun;
}

/** The relation of a mention to verbs that are not beside the run. */
function linkToOther(link: VerbLink): number {
  if (link.cue !== null) return V.link['own-verb'];
  return link.gap === 'other-verb' ? V.link['other-verb'] : V.link.none;
}

function subjectLink(link: VerbLink): number {
  if (link.gap === 'direct') return V.link.subject;
  return link.gap === 'apposition' ? V.link['apposed-subject'] : V.link['relative-subject'];
}

/** The relation of a mention to the verb on its side of the run, or to its own verb in another sentence. */
function linkOf(mentions: Mentions, link: VerbLink, cue: Cue | null, mention: Mention): number {
  if (cue === null) return linkToOther(link);
  if (link.cue === cue) return subjectLink(link);
  if (mention.from > cue.at) {
    if (mention.outerFrom - cue.at <= 1) return V.link.inverted;
    const isNext = mentionsBetween(mentions, cue.at, mention.outerFrom) === 0;
    return isNext ? V.link['after-verb'] : V.link['far-after-verb'];
  }
  if (link.cue !== null) return V.link['own-verb'];
  const isNext = mentionsBetween(mentions, mention.to, cue.at) === 0;
  return isNext ? V.link['near-before-verb'] : V.link['far-before-verb'];
}

const VERBS: Readonly<Record<CueClass, number>> = V.verb;
const GERUNDS: Readonly<Record<CueClass, number>> = {
  say: V.verb['say-ing'],
  tell: V.verb['tell-ing'],
  speak: V.verb['speak-ing'],
  call: V.verb['call-ing'],
  think: V.verb['think-ing'],
};

function verbOf(cue: Cue | null): number {
  if (cue === null) return V.verb.none;
  return cue.gerund ? GERUNDS[cue.class] : VERBS[cue.class];
}

function bucket(amount: number, limits: readonly number[]): number {
  let index = 0;
  while (index < limits.length && amount > (limits[index] ?? 0)) index++;
  return index + 1;
}

const BETWEEN = [0, 1, 2, 4];
const DISTANCE = [0, 1, 3, 6, 12, 25];
const TIMES = [0, 1, 3, 8];
const OFTEN = [0, 2];
const RANKS = [V.rank.first, V.rank.second];

function carryOf(past: Past, mention: Mention): number {
  if (past.mention === null) return V.carry.none;
  if (past.mention === mention) return V.carry['same-mention'];
  return mention.entity !== null && mention.entity === past.entity ? V.carry['same-speaker'] : V.carry.other;
}

/** What the clues need of a mention, whatever run it is a candidate for. */
type Standing = {
  /** The verb that it is the subject of. */
  readonly link: VerbLink;
  readonly kind: number;
  readonly opener: number;
  readonly owns: number;
  readonly rank: number;
  readonly times: number;
};

/** What candidates need of all mentions: how each one stands, and how many of them stand before each word. */
export type Mentions = { readonly standings: readonly Standing[]; readonly counts: Int32Array };

export function linkMentions(reading: Reading): Mentions {
  const counts = new Int32Array(reading.words.length + 1);
  for (const mention of reading.mentions) {
    const after = mention.from + 1;
    counts[after] = (counts[after] ?? 0) + 1;
  }
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return { standings: reading.mentions.map((mention, index) => standingOf(reading, mention, index)), counts };
}

function standingOf(reading: Reading, mention: Mention, index: number): Standing {
  return {
    link: verbAfter(reading, mention),
    kind: V.kind[mention.kind],
    opener: openerOf(reading, mention),
    owns: ownsOf(reading, mention),
    rank: RANKS[index - firstOfSentence(reading, index)] ?? V.rank.later,
    times: bucket(mention.entity?.names.length ?? 0, TIMES),
  };
}

function firstOfSentence(reading: Reading, index: number): number {
  const sentence = reading.mentions[index]?.sentence;
  let first = index;
  while (first > 0 && index - first < 3 && reading.mentions[first - 1]?.sentence === sentence) first--;
  return first;
}

/** How many mentions begin from one word to before another. */
function mentionsBetween({ counts }: Mentions, from: number, to: number): number {
  return (counts[to] ?? 0) - (counts[from] ?? 0);
}

/** The reporting verb on the candidate's side of the run, where both stand in one sentence. */
function cueBeside(scene: Scene, place: number): Cue | null {
  if (place === V.place.before) return scene.before;
  return place === V.place.after ? scene.after : null;
}

/** The clues for one candidate. */
export function cluesFor(
  reading: Reading,
  mentions: Mentions,
  scene: Scene,
  index: number,
  mention: Mention,
): ClueValues {
  const { run, past } = scene;
  const values = scene.shared.slice();
  const standing = mentions.standings[index];
  if (standing === undefined) return values;
  const place = placeOf(reading, run, mention);
  const cue = cueBeside(scene, place);
  const isAfterCue = cue !== null && mention.outerFrom - 1 === cue.at;
  // What stands between the mention and the run, whichever comes first.
  const [from, to, outerTo] =
    mention.from < run.from ? [mention.to, run.from, run.from] : [run.to, mention.from, mention.outerFrom];
  values[AT.place] = place;
  values[AT.kind] = standing.kind;
  values[AT.link] = linkOf(mentions, standing.link, cue, mention);
  values[AT.verb] = verbOf(cue ?? standing.link.cue);
  values[AT.opener] = isAfterCue && !outweighsVerb(standing.opener) ? V.opener.verb : standing.opener;
  values[AT.owns] = standing.owns;
  values[AT.between] = bucket(mentionsBetween(mentions, from, to), BETWEEN);
  values[AT.distance] = bucket(narrationBetween(reading, from, outerTo), DISTANCE);
  values[AT.rank] = standing.rank;
  values[AT.carry] = carryOf(past, mention);
  values[AT.times] = standing.times;
  values[AT.spoke] = bucket(past.spoken.get(mention.entity?.id ?? -1) ?? 0, OFTEN);
  return values;
}

/** The clues for "nobody the article names". */
export function cluesForNobody(scene: Scene): ClueValues {
  return scene.shared;
}
