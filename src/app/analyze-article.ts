import type { Analysis, CleanArticle } from '../domain/article/article.ts';
import { findFacts } from '../domain/background/facts.ts';
import { analyzeSpeech } from '../domain/quotes/analyze-speech.ts';
import { findCandidates } from '../domain/summary/candidates.ts';
import { POST_BUDGET, summarize } from '../domain/summary/summarize.ts';

/** Finds in an article what the bot tells of it. The same article always gives the same. */
export function analyzeArticle(article: CleanArticle): Analysis {
  const { quotes, indirect, people } = analyzeSpeech(article);
  const read = { ...article, quotes, sentences: findCandidates(article) };
  const summary = summarize(read, POST_BUDGET);
  return { summary, quotes, indirect, people, facts: findFacts(read, summary, quotes) };
}
