import { hasTopic } from '../../domain/archive/article-terms.ts';
import { nameTokens } from '../../domain/archive/name-key.ts';
import type { KnownName } from '../ports/archive.ts';
import type { Turn } from './conversation.ts';

/** What a reader can mean by the words they typed. `others` are names that might be meant just as well. */
export type Meaning =
  | { readonly kind: 'name'; readonly name: KnownName; readonly others: readonly KnownName[] }
  | { readonly kind: 'topic'; readonly others: readonly KnownName[] }
  /** Nobody can tell which of them. */
  | { readonly kind: 'several'; readonly names: readonly KnownName[] }
  /** Nothing is called that, but these are a slip away. */
  | { readonly kind: 'near'; readonly names: readonly KnownName[] }
  | { readonly kind: 'nothing' };

/** Names offered at once. */
const OFFERED = 6;
/** Who is spoken of and quoted so many times as much as the next is the one that is meant. */
const OUTSTANDING = 3;
/** A word in so many times more stories than a name of which it is a part is more than that name. */
const WIDER = 2;
/** Stories among which one must have the very words for them to be a topic. */
const LOOKED_AT = 5;

/**
 * Tells names from topics. A person goes by any of their names; a body by most of its name, since `bridge` asks about
 * the bridge and not for what Lantern Bridge says; and a slip of a letter is asked about before it is guessed.
 */
export async function meaningOf(
  turn: Turn,
  query: string,
  isOfUse: (name: KnownName) => boolean = () => true,
): Promise<Meaning> {
  const [found, stories] = await Promise.all([
    turn.bot.archive.findNames(query, OFFERED),
    turn.bot.archive.search(query, { offset: 0, limit: LOOKED_AT }),
  ]);
  const useful = found.filter(isOfUse);
  const isTopic = stories.items.some((story) => hasTopic(story, query));
  const bearing = useful.filter((name) => goesBy(name, query));
  const called = isTopic && isWider(stories.total, bearing, query) ? [] : bearing;
  if (called.length > 0) return among(query, called, useful);
  if (isTopic) return { kind: 'topic', others: useful };
  if (useful.length > 0) return among(query, useful, useful);
  const near = found.length > 0 ? [] : await turn.bot.archive.nearNames(query, OFFERED);
  const meant = near.filter(isOfUse);
  if (meant.length > 0) return { kind: 'near', names: meant };
  return stories.total > 0 ? { kind: 'topic', others: [] } : { kind: 'nothing' };
}

/** Whether these words are what the name is called by, and not the beginning or a part of it. */
function goesBy({ name, kind }: KnownName, query: string): boolean {
  const [typed, whole] = [nameTokens(query), nameTokens(name)];
  if (!typed.every((word) => whole.includes(word))) return false;
  return kind === 'person' || typed.length > whole.length / 2;
}

/** Whether so many stories have a part of the names that it is a word of its own: `water`, of Wend Water. */
function isWider(stories: number, names: readonly KnownName[], query: string): boolean {
  const articles = names.reduce((sum, name) => sum + name.articles, 0);
  return !names.some(({ name }) => isSame(name, query)) && stories >= WIDER * articles;
}

function among(query: string, names: readonly KnownName[], all: readonly KnownName[]): Meaning {
  const [first, second] = bearersFirst(query, names);
  if (first === undefined) return { kind: 'nothing' };
  const isPlain = second === undefined || isSame(first.name, query) || isOutstanding(first, second);
  if (!isPlain) return { kind: 'several', names: all };
  return { kind: 'name', name: first, others: all.filter(({ key }) => key !== first.key) };
}

/** Who goes by this name stands before a name of this one word, under which somebody was once quoted in passing. */
function bearersFirst(query: string, names: readonly KnownName[]): readonly KnownName[] {
  const [first, ...others] = names;
  if (first === undefined || nameTokens(first.name).length > 1 || !isSame(first.name, query)) return names;
  const [bearer] = others
    .filter(({ name, kind }) => kind === 'person' && nameTokens(name).at(-1) === nameTokens(query)[0])
    .sort((a, b) => weightOf(b) - weightOf(a));
  if (bearer === undefined || !isOutstanding(bearer, first)) return names;
  return [bearer, ...others.filter((name) => name !== bearer)];
}

function isOutstanding(first: KnownName, second: KnownName): boolean {
  return weightOf(first) >= OUTSTANDING * weightOf(second);
}

function weightOf({ articles, quotes }: KnownName): number {
  return articles + quotes;
}

function isSame(a: string, b: string): boolean {
  return nameTokens(a).join(' ') === nameTokens(b).join(' ');
}
