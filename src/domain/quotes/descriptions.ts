import { appositionOf, type Stretch } from '../background/apposition.ts';
import type { Entity } from '../background/entities.ts';
import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';
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

/** The only person to whom the article gives that office, and no other kind of it: `the finance minister`, `the minister`. */
function holderOf({ words, holders }: Reading, role: Mention): Entity | null {
  if (words[role.from]?.lower !== 'the') return null;
  const office = officeOf(words[role.to - 1]?.lower ?? '');
  let holder: Entity | null = null;
  for (const [entity, said] of holders.get(office) ?? []) {
    const fits = role.gender === null || entity.gender === null || role.gender === entity.gender;
    if (!fits || !tellsAll(words, role, said)) continue;
    if (holder !== null) return null;
    holder = entity;
  }
  return holder;
}

/** Whether all that stands between `the` and the office is said of the holder too. */
function tellsAll(words: readonly Word[], role: Mention, said: ReadonlySet<string>): boolean {
  for (let at = role.from + 1; at < role.to - 1; at++) {
    const word = words[at];
    if (word !== undefined && word.shape !== 'mark' && !said.has(word.lower)) return false;
  }
  return true;
}

/** The people of an article by the offices that stand before or beside their names, each with all words that do. */
export type Holders = ReadonlyMap<string, ReadonlyMap<Entity, ReadonlySet<string>>>;

export function holdersOf(entities: readonly Entity[], words: readonly Word[]): Holders {
  const holders = new Map<string, Map<Entity, Set<string>>>();
  const note = (entity: Entity, from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const word = words[at];
      if (word === undefined || !is(word, TRAIT.office)) continue;
      const office = officeOf(word.bare);
      const known = holders.get(office) ?? new Map<Entity, Set<string>>();
      const said = known.get(entity) ?? new Set<string>();
      for (const each of words.slice(from, to)) said.add(each.lower);
      holders.set(office, known.set(entity, said));
    }
  };
  for (const entity of entities) {
    for (const name of entity.names) {
      note(entity, name.titleFrom, name.from);
      const beside = entity.kind === 'person' ? appositionOf(words, name) : undefined;
      if (beside !== undefined) note(entity, beside.from, headEnd(words, beside));
    }
  }
  return holders;
}

/** Where what stands beside a name comes to its `of`: `mayor |of Port Amity`. */
function headEnd(words: readonly Word[], { from, to }: Stretch): number {
  let at = from;
  while (at < to && !is(words[at], TRAIT.function)) at++;
  return at;
}
