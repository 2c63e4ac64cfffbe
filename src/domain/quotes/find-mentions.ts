import type { Entity } from '../background/entities.ts';
import type { Name } from '../text/names.ts';
import type { Word } from '../text/words.ts';
import type { ArticleWords } from './article-words.ts';
import type { Mention, MentionKind } from './mention.ts';
import { nounAfter } from './nouns.ts';

const PRONOUNS: ReadonlyMap<string, MentionKind> = new Map([
  ['he', 'he'],
  ['she', 'she'],
  ['they', 'they'],
  ['it', 'it'],
  ['who', 'who'],
  ['i', 'i'],
  ['we', 'i'],
  ['his', 'he'],
  ['her', 'she'],
  ['him', 'he'],
]);

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
  const cursor = nameCursor(withoutThoseInTitles(names));
  const mentions: Mention[] = [];
  for (const [paragraph, from] of read.paragraphFrom.slice(0, -1).entries()) {
    const limit = read.paragraphFrom[paragraph + 1] ?? from;
    let at = from;
    while (at < limit) {
      const found = mentionAt(read, at, limit, cursor(at), entityOf);
      if (found !== null) mentions.push({ ...found, paragraph, sentence: read.sentences[at] ?? 0 });
      at = found?.to ?? at + 1;
    }
  }
  return mentions;
}

/** The first name at or after a word; to be asked in reading order. */
function nameCursor(names: readonly Name[]): (at: number) => Name | undefined {
  let next = 0;
  return (at) => {
    while (next < names.length && (names[next]?.from ?? 0) < at) next++;
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
  const word = words[at];
  if (word === undefined || (runOf[at] ?? -1) >= 0) return null;
  if (name?.from === at) return namedBy(name, entityOf.get(name) ?? null);
  return nounAt(words, at, limit, name) ?? pronounAt(word, at);
}

function namedBy(name: Name, entity: Entity | null): Found {
  const { from, to, titleFrom: outerFrom } = name;
  return {
    kind: entity?.kind ?? name.kind,
    from,
    to,
    outerFrom,
    entity,
    gender: entity?.gender ?? name.gender,
  };
}

/** A noun that may speak; `name` is the next one, which must not begin within the noun phrase. */
function nounAt(words: readonly Word[], at: number, limit: number, name: Name | undefined): Found | null {
  if (words[at]?.shape === 'mark') return null;
  const stop = name === undefined ? limit : Math.min(limit, name.titleFrom > at ? name.titleFrom : name.from);
  const noun = nounAfter(words, at, stop);
  if (noun === null) return null;
  if (noun.to >= (name?.titleFrom ?? Number.POSITIVE_INFINITY) && noun.to >= stop) return null;
  const { kind, from, to } = noun;
  return { kind, from, to, outerFrom: from, entity: null, gender: genderOfNoun(words, to - 1) };
}

const PRONOUN_GENDERS: Partial<Record<MentionKind, 'female' | 'male'>> = { he: 'male', she: 'female' };

function pronounAt(word: Word, at: number): Found | null {
  const kind = PRONOUNS.get(word.lower);
  if (kind === undefined) return null;
  return { kind, from: at, to: at + 1, outerFrom: at, entity: null, gender: PRONOUN_GENDERS[kind] ?? null };
}

function genderOfNoun(words: readonly Word[], index: number): 'female' | 'male' | null {
  const lower = words[index]?.lower ?? '';
  if (/(?:woman|mother|wife|daughter|sister|actress|girl|queen|aunt|widow)$/.test(lower)) return 'female';
  if (/(?<!wo)man$|father$|husband$|^son$|brother$|^boy$|^king$|^uncle$/.test(lower)) return 'male';
  return null;
}
