import type { Gender } from '../text/given-names.ts';
import type { Name, NameKind } from '../text/names.ts';

/** A person, body or place that an article names, under all the names it goes by there. */
export type Entity = {
  readonly id: number;
  kind: NameKind;
  gender: Gender | null;
  /** The fullest name's words in small letters. */
  parts: readonly string[];
  /** The name with most words, at its first place. */
  fullest: Name;
  /** In reading order. */
  readonly names: Name[];
};

/** Whether two first names can be one person's: the same, an initial, or a short form of it. */
function firstNamesAgree(a: string, b: string): boolean {
  if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
  return (SHORT_FORMS[a] ?? a) === (SHORT_FORMS[b] ?? b);
}

const SHORT_FORMS: Record<string, string> = {
  joe: 'joseph',
  bill: 'william',
  will: 'william',
  billy: 'william',
  bob: 'robert',
  rob: 'robert',
  bobby: 'robert',
  dick: 'richard',
  rick: 'richard',
  jim: 'james',
  jimmy: 'james',
  jeb: 'john',
  jack: 'john',
  mike: 'michael',
  tom: 'thomas',
  ted: 'edward',
  ed: 'edward',
  chuck: 'charles',
  charlie: 'charles',
  liz: 'elizabeth',
  beth: 'elizabeth',
  betty: 'elizabeth',
  kate: 'katherine',
  kathy: 'katherine',
  meg: 'margaret',
  peggy: 'margaret',
  tony: 'anthony',
  bernie: 'bernard',
  hank: 'henry',
  harry: 'henry',
  sasha: 'alexander',
  volodya: 'vladimir',
  kathleen: 'katherine',
};

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  const [firstA, firstB] = [a[0] ?? '', b[0] ?? ''];
  if (a.at(-1) !== b.at(-1) || a.length < 2 || b.length < 2) return false;
  return firstNamesAgree(firstA, firstB);
}

function isAcronymOf(short: string, parts: readonly string[]): boolean {
  if (parts.length < 2 || short.length < 2) return false;
  const initials = parts
    .filter((part) => !['of', 'the', 'for', 'and'].includes(part))
    .map((part) => part.charAt(0));
  return initials.join('') === short.replaceAll('.', '');
}

function gendersAgree(a: Gender | null, b: Gender | null): boolean {
  return a === null || b === null || a === b;
}

/** The entities of an article as they grow, found by the words of their names. */
export type Register = {
  readonly entities: Entity[];
  readonly byPart: Map<string, Entity[]>;
  /** The first of those that an acronym may stand for. */
  readonly bodies: Entity[];
};

function add(register: Register, name: Name): Entity {
  const entity: Entity = {
    id: register.entities.length,
    kind: name.kind,
    gender: name.gender,
    parts: name.parts,
    fullest: name,
    names: [],
  };
  register.entities.push(entity);
  if (entity.kind === 'body' && entity.parts.length > 1 && register.bodies.length < MOST_BEARERS) {
    register.bodies.push(entity);
  }
  for (const part of new Set(name.parts)) index(register, part, entity);
  return entity;
}

/** More bearers of one word than any story has: looking through them takes no longer in a text made to that end. */
const MOST_BEARERS = 300;

function index(register: Register, part: string, entity: Entity): void {
  const known = register.byPart.get(part);
  if (known === undefined) register.byPart.set(part, [entity]);
  else if (known.length < MOST_BEARERS && !known.includes(entity)) known.push(entity);
}

function findFull(register: Register, name: Name): Entity | null {
  const last = name.parts.at(-1) ?? '';
  for (const entity of register.byPart.get(last) ?? []) {
    if (isSame(entity.parts, name.parts)) return entity;
    const isBody = entity.kind === 'body' || name.kind === 'body';
    if (!isBody && sameFullName(entity.parts, name.parts) && gendersAgree(entity.gender, name.gender))
      return entity;
  }
  return null;
}

/** The best of the entities that a name of one word may stand for: that which the article names in full most often. */
function findShort(register: Register, name: Name): Entity | null {
  const part = name.parts[0] ?? '';
  let best: Entity | null = null;
  let bestScore = -1;
  for (const entity of register.byPart.get(part) ?? []) {
    const score = shortScore(entity, name, part);
    if (score > bestScore) {
      best = entity;
      bestScore = score;
    }
  }
  return best;
}

function shortScore(entity: Entity, name: Name, part: string): number {
  const isLast = entity.parts.at(-1) === part;
  if (!gendersAgree(entity.gender, name.gender) || !(isLast || entity.parts[0] === part)) return -1;
  if (!mayBeShort(entity, name, isLast)) return -1;
  const sameGender = name.gender !== null && entity.gender === name.gender;
  return entity.names.length + (isLast ? 2 : 0) + (entity.kind === 'person' ? 1 : 0) + (sameGender ? 20 : 0);
}

function mayBeShort(entity: Entity, name: Name, isLast: boolean): boolean {
  // `Clinton` is the person rather than `Clinton Foundation`.
  if (entity.kind === 'body' && !isLast) return false;
  if (entity.parts.length < 2) return true;
  return entity.kind !== 'place' && !(entity.kind === 'body' && name.kind === 'person');
}

const isTitled = ({ titleFrom, from }: Name): boolean => titleFrom < from;

/**
 * What an entity is, now that it has one more name. Where the same words stand once behind `the` or `at`, what could be a
 * person's name is a place's, unless it comes with a title: `Charlotte Street` after `the shops of the Charlotte Street`.
 */
function kindWith({ kind, parts, names }: Entity, name: Name): NameKind {
  const isSameName = parts.length > 1 && isSame(parts, name.parts);
  const isPlace = kind === 'place' || name.kind === 'place';
  if (isSameName && isPlace && kind !== 'body') return names.some(isTitled) ? 'person' : 'place';
  return name.kind === 'person' && (kind === 'unknown' || kind === 'place') ? 'person' : kind;
}

function join(register: Register, entity: Entity, name: Name): void {
  entity.names.push(name);
  if (name.gender !== null && entity.gender === null) entity.gender = name.gender;
  entity.kind = kindWith(entity, name);
  if (name.parts.length > entity.parts.length) {
    entity.parts = name.parts;
    entity.fullest = name;
    for (const part of name.parts) index(register, part, entity);
  }
}

export type Named = { readonly entities: readonly Entity[]; readonly entityOf: ReadonlyMap<Name, Entity> };

/** The entity of a name of one word, a new one where it is nobody's yet; nothing where it names nobody. */
function entityOfShort(register: Register, name: Name): Entity | null {
  const known = findShort(register, name) ?? findAcronym(register, name);
  if (known !== null) return known;
  // `the Putin-Kim talks` name two people and are nobody's name, unless a full name ends like that.
  const joinsTwo = (name.parts[0] ?? '').includes('-') && name.kind === 'unknown';
  return joinsTwo ? null : add(register, name);
}

/**
 * Which names are one person's or body's. Full names are read first, so that a last name finds its bearer wherever the
 * article gives the whole name; time grows with the number of names.
 */
export function gatherEntities(names: readonly Name[]): Named {
  const register: Register = { entities: [], byPart: new Map(), bodies: [] };
  const entityOf = new Map<Name, Entity>();
  const take = (name: Name, entity: Entity | null): void => {
    if (entity === null) return;
    join(register, entity, name);
    entityOf.set(name, entity);
  };
  for (const name of names) {
    if (name.parts.length > 1) take(name, findFull(register, name) ?? add(register, name));
  }
  for (const name of names) if (name.parts.length <= 1) take(name, entityOfShort(register, name));
  for (const entity of register.entities) {
    entity.names.sort((a, b) => a.from - b.from);
    if (entity.kind === 'unknown' && entity.parts.length > 1) entity.kind = 'person';
  }
  return { entities: register.entities, entityOf };
}

function findAcronym(register: Register, name: Name): Entity | null {
  const part = name.parts[0] ?? '';
  if (name.kind !== 'body') return null;
  return register.bodies.find(({ kind, parts }) => kind === 'body' && isAcronymOf(part, parts)) ?? null;
}
