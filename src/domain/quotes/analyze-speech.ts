import { LEARNED_JUDGE } from './learned-judge.ts';
import type { QuotableArticle } from './reading.ts';
import { type Speech, speechBy } from './speech.ts';

/** Reads an article once for its quotes, reported speech and people. All spans point into its text. Never throws. */
export function analyzeSpeech(article: QuotableArticle): Speech {
  return speechBy(LEARNED_JUDGE, article);
}
