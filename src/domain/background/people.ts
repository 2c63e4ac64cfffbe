import { analyzeSpeech } from '../quotes/analyze-speech.ts';
import type { QuotableArticle } from '../quotes/reading.ts';
import type { Person } from './person.ts';

/** The people and bodies that an article names, the most important first. Empty for an article that names nobody. */
export function findPeople(article: QuotableArticle): readonly Person[] {
  return analyzeSpeech(article).people;
}
