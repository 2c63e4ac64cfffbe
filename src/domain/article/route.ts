import { storyStems } from '../summary/story-words.ts';
import type { CleanArticle } from './article.ts';

/** Which articles a channel takes. What is absent asks nothing. */
export type Route = {
  /** Beginnings of the addresses of sources, or of folders. */
  readonly sources?: readonly string[];
  /** BCP 47: `es` takes `es-AR` too. An article whose language cannot be told passes. */
  readonly languages?: readonly string[];
  /** At least one stands in the headline or the text, in whatever form: `strike` finds `strikes`. */
  readonly words?: readonly string[];
  /** None of them does. */
  readonly without?: readonly string[];
};

/** Whether a channel with this route takes an article of this source. */
export function takes(route: Route, article: CleanArticle, source: string): boolean {
  const { sources, languages, words, without } = route;
  if (sources !== undefined && !sources.some((beginning) => source.startsWith(beginning))) return false;
  if (languages !== undefined && !speaksOneOf(languages, article.language)) return false;
  if (words === undefined && without === undefined) return true;
  const stems = [...storyStems(article.title), ...article.paragraphs.flatMap(({ text }) => storyStems(text))];
  const text = ` ${stems.join(' ')} `;
  const has = (phrase: string): boolean => text.includes(` ${storyStems(phrase).join(' ')} `);
  return (words === undefined || words.some(has)) && !(without ?? []).some(has);
}

function speaksOneOf(languages: readonly string[], language: string | undefined): boolean {
  if (language === undefined) return true;
  return languages.some((wanted) => language === wanted || language.startsWith(`${wanted}-`));
}
