import type { Entity } from '../background/entities.ts';
import type { Name } from '../text/names.ts';
import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';
import type { ArticleWords } from './article-words.ts';
import type { Mention } from './mention.ts';
import { BEGINS_NOUN, nounAfter, nounBehind } from './nouns.ts';

/** `Lund` in `Lund campaign manager Rita Moss` is part of a title and no mention of its own. */
function withoutThoseInTitles(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  for (const name of names) {
    while ((kept.at(-1)?.from ?? -1) >= name.titleFrom) kept.pop();
    kept.push(name);
  }
  return kept;
}

type Found = Omit<Mention, 'paragraph' | 'sentence'>;

/**
 * Who is named in the narration, by whatever words, in reading order. `names` are those of the article; `entityOf` tells
 * whose they are.
 */
export function findMentions(
  read: ArticleWords,
  names: readonly Name[],
  entityOf: ReadonlyMap<Name, Entity>,
): Mention[] {
  const { sentences, paragraphFrom } = read;
  const nameFrom = nameCursor(withoutThoseInTitles(names));
  const mentions: Mention[] = [];
  for (let paragraph = 0; paragraph + 1 < paragraphFrom.length; paragraph++) {
    const limit = paragraphFrom[paragraph + 1] ?? 0;
    for (let at = paragraphFrom[paragraph] ?? 0; at < limit; at++) {
      const found = mentionAt(read, at, limit, nameFrom(at), entityOf);
      if (found === null) continue;
      const { kind, from, to, outerFrom, entity, gender } = found;
      mentions.push({ kind, from, to, outerFrom, entity, gender, paragraph, sentence: sentences[at] ?? 0 });
      at = to - 1;
    }
  }
  return mentions;
}

/** The first name at or after a word; to be asked in reading order. */
function nameCursor(names: readonly Name[]): (at: number) => Name | undefined {
  let next = 0;
  return (at) => {
    while ((names[next]?.from ?? at) < at) next++;
    return names[next];
  };
}

function mentionAt(
  { words, runOf }: ArticleWords,
  at: number,
  limit: number,
  name: Name | undefined,
  entityOf: ReadonlyMap<Name, Entity>,
): Found | null {
  if ((runOf[at] ?? -1) >= 0) return null;
  if (name?.from === at) {
    const entity = entityOf.get(name) ?? null;
    return bodyOfPlace(words, name, entity, limit) ?? namedBy(name, entity);
  }
  const word = words[at];
  if (is(word, BEGINS_NOUN)) {
    const noun = nounAt(words, at, limit, name);
    if (noun !== null) return noun;
  }
  return is(word, TRAIT.pronoun) ? pronounAt(word, at) : null;
}

/** What speaks for a place: `Port Amity police`, `Northland and Eastland officials`. */
const OF_PLACES: ReadonlyMap<string, Mention['kind']> = new Map([
  ...['police', 'officials', 'authorities', 'prosecutors', 'lawmakers'].map(
    (word): [string, Mention['kind']] => [word, 'roles'],
  ),
  ...['government', 'court', 'ministry', 'administration', 'army', 'military', 'embassy'].map(
    (word): [string, Mention['kind']] => [word, 'thing'],
  ),
]);

function bodyOfPlace(
  words: readonly Word[],
  { from, to }: Name,
  entity: Entity | null,
  limit: number,
): Found | null {
  if (entity?.kind !== 'place') return null;
  if (words[to]?.shape === 'possessive') return ownedByPlace(words, from, to, limit);
  const goesOn = words[to]?.lower === 'and' && is(words[to + 1], TRAIT.place | TRAIT.demonym);
  const head = goesOn ? to + 2 : to;
  const kind = OF_PLACES.get(words[head]?.lower ?? '');
  if (kind === undefined || head >= limit || words[head + 1]?.shape === 'possessive') return null;
  return { kind, from, to: head + 1, outerFrom: from, entity: null, gender: null };
}

/** `Northland’s top police officer`, unless a name goes on with it: `Northland’s Foreign Minister Ada Lund`. */
function ownedByPlace(words: readonly Word[], from: number, possessive: number, limit: number): Found | null {
  const noun = nounBehind(words, possessive, limit);
  if (noun === null || is(words[noun.to], TRAIT.capital)) return null;
  const gender = genderOfNoun(words[noun.to - 1]?.lower ?? '');
  return { kind: noun.kind, from, to: noun.to, outerFrom: from, entity: null, gender };
}

function namedBy(name: Name, entity: Entity | null): Found {
  const { from, to, titleFrom: outerFrom } = name;
  const kind = entity?.kind ?? name.kind;
  return { kind, from, to, outerFrom, entity, gender: entity?.gender ?? name.gender };
}

/** A noun that may speak; `name` is the next one, which must not begin within the noun phrase. */
function nounAt(words: readonly Word[], at: number, limit: number, name: Name | undefined): Found | null {
  const stop = name === undefined ? limit : Math.min(limit, name.titleFrom > at ? name.titleFrom : name.from);
  const noun = nounAfter(words, at, stop);
  if (noun === null) return null;
  if (noun.to >= (name?.titleFrom ?? Number.POSITIVE_INFINITY) && noun.to >= stop) return null;
  const { kind, from, to } = noun;
  return { kind, from, to, outerFrom: from, entity: null, gender: genderOfNoun(words[to - 1]?.lower ?? '') };
}

type Pronoun = Pick<Mention, 'kind' | 'gender'>;

const HE: Pronoun = { kind: 'he', gender: 'male' };
const SHE: Pronoun = { kind: 'she', gender: 'female' };
const I: Pronoun = { kind: 'i', gender: null };

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', HE],
  ['his', HE],
  ['him', HE],
  ['she', SHE],
  ['her', SHE],
  ['they', { kind: 'they', gender: null }],
  ['it', { kind: 'it', gender: null }],
  ['who', { kind: 'who', gender: null }],
  ['i', I],
  ['we', I],
]);

function pronounAt(word: Word | undefined, at: number): Found | null {
  const pronoun = PRONOUNS.get(word?.lower ?? '');
  if (pronoun === undefined) return null;
  const { kind, gender } = pronoun;
  return { kind, from: at, to: at + 1, outerFrom: at, entity: null, gender };
}

const WOMEN = /(?:woman|mother|wife|daughter|sister|actress|girl|queen|aunt|widow)$/;
const MEN = /(?<!wo)man$|father$|husband$|^son$|brother$|^boy$|^king$|^uncle$/;

function genderOfNoun(lower: string): Mention['gender'] {
  if (WOMEN.test(lower)) return 'female';
  return MEN.test(lower) ? 'male' : null;
}
