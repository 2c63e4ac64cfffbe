import type { Entity } from '../background/entities.ts';
import { antecedentsOf, type Thread } from './antecedents.ts';
import type { Judge } from './attribute.ts';
import type { Mentions } from './clues.ts';
import { bearerOf } from './descriptions.ts';
import type { Mention } from './mention.ts';
import type { Reading } from './reading.ts';

/** Whom a mention stands for, and how sure that is, from 0 to 1. */
export type Meaning = { readonly entity: Entity | null; readonly sureness: number };

const NAMED = 1;

/** Whom the mention at `index` stands for; a pronoun is judged by what the thread knows so far. */
export function meaningOf(
  reading: Reading,
  mentions: Mentions,
  index: number,
  thread: Thread,
  judge: Pick<Judge, 'antecedent'>,
): Meaning {
  const mention = reading.mentions[index];
  if (mention === undefined) return { entity: null, sureness: 0 };
  if (mention.entity !== null) return { entity: mention.entity, sureness: NAMED };
  if (mention.kind !== 'he' && mention.kind !== 'she') {
    return { entity: bearerOf(reading, index), sureness: NAMED };
  }
  const antecedents = antecedentsOf(reading, mentions, index, thread);
  const verdict = judge.antecedent(mention, antecedents);
  return { entity: antecedents[verdict.chosen]?.entity ?? null, sureness: verdict.sureness };
}

/** Notes that the mention's entity has spoken in a paragraph. */
export function remember(
  thread: Thread,
  mention: Mention | null,
  entity: Entity | null,
  paragraph: number,
): void {
  if (mention === null || entity === null) return;
  thread.speaker = entity;
  thread.speakerParagraph = paragraph;
  thread.spoken.add(entity);
  if (mention.entity === null) thread.pronouns.set(mention.kind, entity);
}
