import type { Entity } from '../background/entities.ts';
import { TRAIT } from '../text/traits.ts';
import { is } from '../text/word.ts';
import type { Mention } from './mention.ts';
import type { Reading } from './reading.ts';

/** Offices as they are written short before a name. */
const LONG_FORMS: Record<string, string> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  prof: 'professor',
  dr: 'doctor',
  adm: 'admiral',
  col: 'colonel',
  lt: 'lieutenant',
  sgt: 'sergeant',
  capt: 'captain',
  rev: 'reverend',
  maj: 'major',
};

function officeOf(lower: string): string {
  return LONG_FORMS[lower] ?? lower;
}

/** Whom a description means: `a spokeswoman, Ada Lund`, `Ada Lund, who`, `the senator`; null where that cannot be told. */
export function bearerOf(reading: Reading, index: number): Entity | null {
  const mention = reading.mentions[index];
  if (mention === undefined) return null;
  if (mention.kind === 'who') return namedBefore(reading, index, mention);
  if (mention.kind === 'it') return bodyBefore(reading, index, mention);
  if (mention.kind !== 'role') return null;
  return namedAfter(reading, index, mention) ?? holderOf(reading, mention);
}

/** The body that the sentence or the one before is about: `The ministry denied it. “The letter is false,” it said.` */
function bodyBefore(reading: Reading, index: number, it: Mention): Entity | null {
  let at = index - 1;
  while (at >= 0 && reading.mentions[at]?.sentence === it.sentence) {
    const { entity = null } = reading.mentions[at] ?? {};
    if (entity?.kind === 'body') return entity;
    at--;
  }
  const last = reading.mentions[at]?.sentence;
  if (last !== it.sentence - 1) return null;
  while (reading.mentions[at - 1]?.sentence === last) at--;
  const { entity: subject = null } = reading.mentions[at] ?? {};
  return subject?.kind === 'body' ? subject : null;
}

function namedBefore(reading: Reading, index: number, who: Mention): Entity | null {
  const before = reading.mentions[index - 1];
  const isNext = before !== undefined && before.sentence === who.sentence && who.from - before.to <= 1;
  return isNext ? before.entity : null;
}

/** The name right after the comma that ends the description. */
function namedAfter(reading: Reading, index: number, role: Mention): Entity | null {
  for (let next = index + 1; next < index + 4; next++) {
    const mention = reading.mentions[next];
    if (mention === undefined || mention.sentence !== role.sentence || mention.from - role.to > 8)
      return null;
    const comma = reading.words[mention.outerFrom - 1]?.text;
    if (comma === ',' && mention.entity?.kind === 'person') return mention.entity;
  }
  return null;
}

/** The only person to whom the article gives that office before the name. */
function holderOf(reading: Reading, role: Mention): Entity | null {
  if (reading.words[role.from]?.lower !== 'the') return null;
  const office = officeOf(reading.words[role.to - 1]?.lower ?? '');
  let holder: Entity | null = null;
  for (const entity of reading.holders.get(office) ?? []) {
    if (holder !== null) return null;
    if (role.gender === null || entity.gender === null || role.gender === entity.gender) holder = entity;
  }
  return holder;
}

/** The people of an article by the offices that stand before their names. */
export function holdersOf(
  entities: readonly Entity[],
  words: Reading['words'],
): ReadonlyMap<string, ReadonlySet<Entity>> {
  const holders = new Map<string, Set<Entity>>();
  for (const entity of entities) {
    for (const name of entity.names) {
      for (let at = name.titleFrom; at < name.from; at++) {
        const word = words[at];
        if (word === undefined || !is(word, TRAIT.office)) continue;
        const office = officeOf(word.bare);
        holders.set(office, (holders.get(office) ?? new Set<Entity>()).add(entity));
      }
    }
  }
  return holders;
}
