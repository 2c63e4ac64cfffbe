import type { Word } from '../text/words.ts';
import type { Entity } from './entities.ts';
import { nameOf, roleOf } from './entity-name.ts';
import type { Person } from './person.ts';

/** Speaking counts as this many mentions. */
const SPEAKING = 2;

/** Those of the entities that a reader would call people or bodies; `spoken` counts each one's quotes. */
export function peopleOf(
  text: string,
  words: readonly Word[],
  entities: readonly Entity[],
  spoken: ReadonlyMap<number, number>,
): readonly Person[] {
  const ranked = entities
    .filter(
      (entity) => entity.kind === 'person' || entity.kind === 'body' || (spoken.get(entity.id) ?? 0) > 0,
    )
    .map((entity) => ({ entity, weight: entity.names.length + SPEAKING * (spoken.get(entity.id) ?? 0) }))
    .sort((a, b) => b.weight - a.weight || a.entity.fullest.from - b.entity.fullest.from);
  return ranked.map(({ entity }) => toPerson(text, words, entity));
}

function toPerson(text: string, words: readonly Word[], entity: Entity): Person {
  const role = roleOf(text, words, entity);
  const spans = entity.names.map((name) => ({
    start: words[name.from]?.start ?? 0,
    end: words[name.to - 1]?.end ?? 0,
  }));
  return {
    name: nameOf(text, words, entity),
    kind: entity.kind === 'body' || entity.kind === 'place' ? 'body' : 'person',
    ...(role === undefined ? {} : { role }),
    mentions: spans.length,
    spans,
  };
}
