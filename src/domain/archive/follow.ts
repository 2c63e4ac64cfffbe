import type { ArchivedArticle } from '../article/article.ts';
import { shortHash } from '../article/fingerprint.ts';
import { searchTerms } from './article-terms.ts';
import { nameTokens } from './name-key.ts';
import { namesOf } from './names-of-article.ts';

/**
 * What a subscriber is told of: a person or body under the archive's key, or a topic by the words for it. `key` has at
 * most 33 bytes, so that a button can carry it.
 */
export type Follow = { readonly key: string; readonly label: string; readonly terms?: readonly string[] };

/** More words than these are a sentence, and no story would ever have them all. */
const MOST_WORDS = 5;
const LONGEST_LABEL = 60;
/** Whoever is named in passing is not what a story is about. */
const MENTIONS = 2;

export function followOfName({ key, name }: { readonly key: string; readonly name: string }): Follow {
  return { key: `n${key}`, label: name };
}

/** Undefined for words that say nothing, or too many of them. The same words in another order or form are the same topic. */
export function followOfTopic(words: string): Follow | undefined {
  const label = words.replaceAll(/\s+/g, ' ').trim();
  if (label.length > LONGEST_LABEL || label.split(' ').length > MOST_WORDS) return undefined;
  const terms = [...new Set(searchTerms(label))].sort();
  if (terms.length === 0) return undefined;
  return { key: `t${shortHash(terms.join(' '))}`, label, terms };
}

/** What a story is about: keys of follows of names, and the words that a followed topic must all be among. */
export type StoryMatter = { readonly names: readonly string[]; readonly words: ReadonlySet<string> };

/**
 * Names that are quoted, stand in the headline or come up twice; words of the headline and the summary, since those are
 * what the post says.
 */
export function matterOf(article: ArchivedArticle): StoryMatter {
  const headline = new Set(nameTokens(article.title));
  const names = namesOf(article).filter(
    ({ name, quotes, mentions }) =>
      quotes.length > 0 || mentions >= MENTIONS || headline.has(nameTokens(name).at(-1) ?? ''),
  );
  const post = [article.title, ...article.summary.map(({ text }) => text)];
  return { names: names.map(({ key }) => `n${key}`), words: new Set(post.flatMap(searchTerms)) };
}
