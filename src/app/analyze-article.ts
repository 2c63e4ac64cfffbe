import type { Analysis, CleanArticle } from '../domain/article/article.ts';
import { findFacts } from '../domain/background/facts.ts';
import { analyzeSpeech } from '../domain/quotes/analyze-speech.ts';
import { POST_BUDGET, summarize } from '../domain/summary/summarize.ts';

/** Finds in an article what the bot tells of it. The same article always gives the same. */
export function analyzeArticle(article: CleanArticle): Analysis {
  const { quotes, indirect, people } = analyzeSpeech(article);
  const summary = summarize({ ...article, quotes }, POST_BUDGET);
  return { summary, quotes, indirect, people, facts: findFacts(article, summary, quotes) };
}
