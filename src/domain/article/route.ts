import { storyStems } from '../summary/story-words.ts';
import type { CleanArticle } from './article.ts';

/** Which articles a channel takes. What is absent asks nothing. */
export type Route = {
  /** Beginnings of the addresses of sources, or of folders. */
  readonly sources?: readonly string[];
  /** BCP 47: `es` takes `es-AR` too. An article whose language cannot be told passes. */
  readonly languages?: readonly string[];
  /** It is about at least one of these, each some words of which one is in the headline or the first paragraph, or comes again and again. */
  readonly topics?: readonly (readonly string[])[];
  /** At least one stands in the headline or the text, in whatever form: `strike` finds `strikes`. */
  readonly words?: readonly string[];
  /** None of them does. */
  readonly without?: readonly string[];
};

/** A word that comes so often is what an article is about, wherever it stands. */
const AGAIN_AND_AGAIN = 4;

/** Whether a channel with this route takes an article of this source. */
export function takes(route: Route, article: CleanArticle, source: string): boolean {
  const { sources, languages, topics, words, without } = route;
  if (sources !== undefined && !sources.some((beginning) => source.startsWith(beginning))) return false;
  if (languages !== undefined && !speaksOneOf(languages, article.language)) return false;
  if (topics === undefined && words === undefined && without === undefined) return true;
  const has = phrasesOf(article);
  const isWanted = words === undefined || words.some((word) => has.anywhere(word) > 0);
  const isAbout = topics === undefined || topics.some((topic) => isTopic(has, topic));
  return isWanted && isAbout && !(without ?? []).some((word) => has.anywhere(word) > 0);
}

type Phrases = {
  /** How often a phrase stands in the headline and the text, in whatever form. */
  readonly anywhere: (phrase: string) => number;
  /** Whether it stands in the headline or the first paragraph. */
  readonly atTheTop: (phrase: string) => boolean;
};

function phrasesOf({ title, paragraphs }: CleanArticle): Phrases {
  const stemmed = [title, ...paragraphs.map(({ text }) => text)].map(
    (text) => ` ${storyStems(text).join(' ')} `,
  );
  const count = (text: string, phrase: string): number =>
    text.split(` ${storyStems(phrase).join(' ')} `).length - 1;
  return {
    anywhere: (phrase) => stemmed.reduce((sum, text) => sum + count(text, phrase), 0),
    atTheTop: (phrase) => stemmed.slice(0, 2).some((text) => count(text, phrase) > 0),
  };
}

function isTopic({ anywhere, atTheTop }: Phrases, words: readonly string[]): boolean {
  const times = words.reduce((sum, word) => sum + anywhere(word), 0);
  return times >= AGAIN_AND_AGAIN || words.some(atTheTop);
}

function speaksOneOf(languages: readonly string[], language: string | undefined): boolean {
  if (language === undefined) return true;
  return languages.some((wanted) => language === wanted || language.startsWith(`${wanted}-`));
}
