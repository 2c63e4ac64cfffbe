import type { ClueValues } from './clue-model.ts';
import { AT, V } from './clue-places.ts';
import { type Cue, type VerbLink, verbAfter } from './cues.ts';
import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';
import { narrationBetween, type Past, type Scene } from './scene.ts';
import { SPEECH_NOUNS } from './speech-verbs.ts';

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

function openerOf(reading: Reading, mention: Mention, hasCue: boolean): number {
  const last = mention.outerFrom - 1;
  if (last < 0 || reading.sentences[last] !== mention.sentence) return V.opener.sentence;
  if ((reading.runOf[last] ?? -1) >= 0) return V.opener.quote;
  const lower = reading.words[last]?.lower ?? '';
  if (lower === 'to' && reading.words[last - 1]?.lower === 'according') return V.opener.according;
  if (hasCue) return V.opener.verb;
  return OPENERS.get(lower) ?? V.opener.other;
}

function ownsOf(reading: Reading, mention: Mention): number {
  const isPossessive = reading.words[mention.to]?.shape === 'possessive';
  const at = isPossessive ? mention.to + 1 : mention.to;
  const lower = reading.words[mention.from]?.lower ?? '';
  if (!isPossessive && lower !== 'his' && lower !== 'her') return V.owns.no;
  for (let next = at; next < at + 3; next++) {
    if (SPEECH_NOUNS.has(reading.words[next]?.lower ?? '')) return V.owns['speech-noun'];
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
function linkOf(
  link: VerbLink,
  cue: Cue | null,
  mention: Mention,
  between: (from: number, to: number) => number,
): number {
  if (cue === null) return linkToOther(link);
  if (link.cue?.at === cue.at) return subjectLink(link);
  if (mention.from > cue.at) {
    if (mention.outerFrom - cue.at <= 1) return V.link.inverted;
    return between(cue.at, mention.outerFrom) === 0 ? V.link['after-verb'] : V.link['far-after-verb'];
  }
  if (link.cue !== null) return V.link['own-verb'];
  return between(mention.to, cue.at) === 0 ? V.link['near-before-verb'] : V.link['far-before-verb'];
}

function verbOf(cue: Cue | null): number {
  if (cue === null) return V.verb.none;
  const ending = cue.gerund ? '-ing' : '';
  return V.verb[`${cue.class}${ending}`];
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
const NO_LINK: VerbLink = { cue: null, gap: 'none' };

function carryOf(past: Past, mention: Mention): number {
  if (past.mention === null) return V.carry.none;
  if (past.mention === mention) return V.carry['same-mention'];
  return mention.entity !== null && mention.entity === past.entity ? V.carry['same-speaker'] : V.carry.other;
}

/** What candidates need of all mentions: each one's verb, and how many mentions stand before each word. */
export type Mentions = { readonly links: readonly VerbLink[]; readonly counts: Int32Array };

export function linkMentions(reading: Reading): Mentions {
  const counts = new Int32Array(reading.words.length + 1);
  for (const mention of reading.mentions) {
    const after = mention.from + 1;
    counts[after] = (counts[after] ?? 0) + 1;
  }
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return { links: reading.mentions.map((mention) => verbAfter(reading, mention)), counts };
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
  const isBefore = mention.from < run.from;
  const place = placeOf(reading, run, mention);
  const link = mentions.links[index] ?? NO_LINK;
  const cue = cueBeside(scene, place);
  const count = (from: number, to: number): number =>
    (mentions.counts[to] ?? 0) - (mentions.counts[from] ?? 0);
  values[AT.place] = place;
  values[AT.kind] = V.kind[mention.kind];
  values[AT.link] = linkOf(link, cue, mention, count);
  values[AT.verb] = verbOf(cue ?? link.cue);
  values[AT.opener] = openerOf(reading, mention, cue !== null && mention.outerFrom - 1 === cue.at);
  values[AT.owns] = ownsOf(reading, mention);
  values[AT.between] = bucket(isBefore ? count(mention.to, run.from) : count(run.to, mention.from), BETWEEN);
  values[AT.distance] = bucket(
    isBefore
      ? narrationBetween(reading, mention.to, run.from)
      : narrationBetween(reading, run.to, mention.outerFrom),
    DISTANCE,
  );
  values[AT.rank] = RANKS[index - firstOfSentence(reading, index)] ?? V.rank.later;
  values[AT.carry] = carryOf(past, mention);
  values[AT.times] = bucket(mention.entity?.names.length ?? 0, TIMES);
  values[AT.spoke] = bucket(past.spoken.get(mention.entity?.id ?? -1) ?? 0, OFTEN);
  return values;
}

function firstOfSentence(reading: Reading, index: number): number {
  const sentence = reading.mentions[index]?.sentence;
  let first = index;
  while (first > 0 && index - first < 3 && reading.mentions[first - 1]?.sentence === sentence) first--;
  return first;
}

/** The clues for "nobody the article names". */
export function cluesForNobody(scene: Scene): ClueValues {
  return scene.shared;
}
