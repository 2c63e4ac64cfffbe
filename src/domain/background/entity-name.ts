import type { Name } from '../text/names.ts';
import { textOf, type Words } from '../text/words.ts';
import { appositionOf } from './apposition.ts';
import type { Entity } from './entities.ts';

/** The fullest name as the article writes it. */
export function nameOf(words: Words, { fullest }: Entity): string {
  return onOneLine(textOf(words, fullest.from, fullest.to));
}

function onOneLine(text: string): string {
  return / \s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
}

/** Said of many: what stands beside the name tells more. */
const COURTESIES = /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|rev)\.?$/i;

/** The office that stands before one of the names, the longest of them; else what stands beside one; undefined where the article gives none. */
export function roleOf(words: Words, entity: Entity): string | undefined {
  const before = titleOf(words, entity);
  if (before !== undefined && !COURTESIES.test(before)) return before;
  const beside = entity.kind === 'person' ? besideNames(words, entity) : undefined;
  return beside ?? (before !== undefined && /^(?:mr|mrs|ms|miss)\b/i.test(before) ? undefined : before);
}

/**
 * The longest title, of the full names where they have one: `President Lund` in a story about Governor Ada Lund may be
 * another of her family.
 */
function titleOf(words: Words, { names }: Entity): string | undefined {
  const titleBefore = ({ titleFrom, from }: Name): string | undefined => wordsAt(words, titleFrom, from);
  const full = longest(names.filter(({ parts }) => parts.length > 1).map(titleBefore));
  return full !== undefined && !COURTESIES.test(full) ? full : longest(names.map(titleBefore));
}

/** The first that stands beside one of the names. */
function besideNames(words: Words, { names }: Entity): string | undefined {
  for (const name of names) {
    const found = appositionOf(words.words, name);
    if (found !== undefined) return wordsAt(words, found.from, found.to);
  }
  return undefined;
}

function longest(roles: readonly (string | undefined)[]): string | undefined {
  return roles.reduce((best, role) => ((role?.length ?? 0) > (best?.length ?? 0) ? role : best), undefined);
}

function wordsAt(words: Words, from: number, to: number): string | undefined {
  return from < to ? onOneLine(textOf(words, from, to)) : undefined;
}

/** What an article calls those it names. */
export type Nameplate = { readonly name: string; readonly role?: string };

/** Tells what the article calls an entity; each is looked up once. */
export function nameplatesOf(words: Words): (entity: Entity) => Nameplate {
  const known = new Map<Entity, Nameplate>();
  return (entity) => {
    const found = known.get(entity) ?? nameplateOf(words, entity);
    known.set(entity, found);
    return found;
  };
}

function nameplateOf(words: Words, entity: Entity): Nameplate {
  const name = nameOf(words, entity);
  const role = roleOf(words, entity);
  return role === undefined ? { name } : { name, role };
}
