import type { Entity } from '../background/entities.ts';
import { ANTECEDENT_CLUES, ANTECEDENT_MODEL } from './antecedent-clues.ts';
import type { ClueValues } from './clue-model.ts';
import { placesOf } from './clue-table.ts';
import type { Mentions } from './clues.ts';
import type { Mention } from './mention.ts';
import type { Reading } from './reading.ts';

/** How many mentions and paragraphs back a pronoun can reach. */
const REACH = 40;
const REACH_PARAGRAPHS = 6;

/** Who spoke last, where, and for whom the last "he" and "she" stood. */
export type Thread = {
  speaker: Entity | null;
  speakerParagraph: number;
  readonly spoken: Set<Entity>;
  readonly pronouns: Map<string, Entity>;
};

export function newThread(): Thread {
  return { speaker: null, speakerParagraph: -9, spoken: new Set(), pronouns: new Map() };
}

/** One whom a pronoun may stand for. */
export type Antecedent = { readonly entity: Entity; readonly clues: ClueValues };

const AT = ANTECEDENT_MODEL.indexOf;
const V = {
  subject: placesOf(ANTECEDENT_CLUES.subject),
  speaker: placesOf(ANTECEDENT_CLUES.speaker),
  chain: placesOf(ANTECEDENT_CLUES.chain),
};

function fits(entity: Entity, pronoun: Mention): boolean {
  if (entity.kind === 'body' || entity.kind === 'place') return false;
  return entity.gender === null || entity.gender === pronoun.gender;
}

/** Those whom the pronoun at `index` may stand for, the nearest first; empty for other mentions. */
export function antecedentsOf(
  reading: Reading,
  mentions: Mentions,
  index: number,
  thread: Thread,
): Antecedent[] {
  const pronoun = reading.mentions[index];
  if (pronoun === undefined || (pronoun.kind !== 'he' && pronoun.kind !== 'she')) return [];
  const nearest = new Map<Entity, number>();
  for (let at = index - 1; at >= 0 && at > index - REACH; at--) {
    const mention = reading.mentions[at];
    if (mention === undefined || mention.paragraph < pronoun.paragraph - REACH_PARAGRAPHS) break;
    const { entity } = mention;
    if (entity !== null && fits(entity, pronoun) && !nearest.has(entity)) nearest.set(entity, at);
  }
  const found = [...nearest];
  return found.map(([entity, at], rank) => ({
    entity,
    clues: cluesFor(reading, mentions, thread, { pronoun, entity, at, rank, rivals: found.length - 1 }),
  }));
}

type Case = { pronoun: Mention; entity: Entity; at: number; rank: number; rivals: number };

function cluesFor(reading: Reading, mentions: Mentions, thread: Thread, seen: Case): ClueValues {
  const { pronoun, entity, at } = seen;
  const values = ANTECEDENT_MODEL.blank();
  const mention = reading.mentions[at] ?? pronoun;
  const link = mentions.standings[at]?.link;
  values[AT.sentences] = Math.min(4, pronoun.sentence - mention.sentence);
  values[AT.paragraphs] = Math.min(3, pronoun.paragraph - mention.paragraph);
  values[AT.recency] = Math.min(3, seen.rank);
  values[AT.gender] = entity.gender === null ? 1 : 0;
  values[AT.subject] = subjectOf(reading, at, link?.gap === 'direct' || link?.gap === 'other-verb');
  values[AT.owner] = reading.words[mention.to]?.shape === 'possessive' ? 1 : 0;
  values[AT.speaker] = speakerOf(thread, entity, pronoun);
  values[AT.times] = timesOf(entity.names.length);
  values[AT.kind] = entity.kind === 'person' ? 0 : 1;
  values[AT.chain] = chainOf(thread, entity, pronoun);
  values[AT.rivals] = Math.min(2, seen.rivals);
  values[AT.said] = link?.cue === null ? 0 : 1;
  return values;
}

function subjectOf(reading: Reading, at: number, hasVerb: boolean): number {
  if (reading.mentions[at - 1]?.sentence !== reading.mentions[at]?.sentence) return V.subject.first;
  return hasVerb ? V.subject.direct : V.subject.other;
}

function speakerOf(thread: Thread, entity: Entity, pronoun: Mention): number {
  if (thread.speaker !== entity) return thread.spoken.has(entity) ? V.speaker.earlier : V.speaker.no;
  const back = pronoun.paragraph - thread.speakerParagraph;
  if (back <= 0) return V.speaker['last-here'];
  return back === 1 ? V.speaker['last-near'] : V.speaker['last-far'];
}

function timesOf(names: number): number {
  if (names < 2) return 0;
  if (names < 4) return 1;
  return names < 9 ? 2 : 3;
}

function chainOf(thread: Thread, entity: Entity, pronoun: Mention): number {
  const last = thread.pronouns.get(pronoun.kind);
  if (last === undefined) return V.chain.none;
  return last === entity ? V.chain.same : V.chain.other;
}
