import type { Words } from '../text/words.ts';
import type { Entity } from './entities.ts';
import type { Nameplate } from './entity-name.ts';
import type { Person } from './person.ts';

/** Speaking counts as this many mentions. */
const SPEAKING = 2;

/** Those of the entities that a reader would call people or bodies; `spoken` counts each one's quotes. */
export function peopleOf(
  words: Words & { readonly entities: readonly Entity[] },
  spoken: ReadonlyMap<number, number>,
  nameplate: (entity: Entity) => Nameplate,
): readonly Person[] {
  const ranked = words.entities
    .filter(
      (entity) => entity.kind === 'person' || entity.kind === 'body' || (spoken.get(entity.id) ?? 0) > 0,
    )
    .map((entity) => ({ entity, weight: entity.names.length + SPEAKING * (spoken.get(entity.id) ?? 0) }))
    .sort((a, b) => b.weight - a.weight || a.entity.fullest.from - b.entity.fullest.from);
  return ranked.map(({ entity }) => toPerson(words, entity, nameplate(entity)));
}

function toPerson({ starts, ends }: Words, entity: Entity, { name, role }: Nameplate): Person {
  const spans = entity.names.map(({ from, to }) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }));
  return {
    name,
    kind: entity.kind === 'body' || entity.kind === 'place' ? 'body' : 'person',
    ...(role === undefined ? {} : { role }),
    mentions: spans.length,
    spans,
  };
}
