import type { Analysis, CleanArticle } from '../domain/article/article.ts';
import { findFacts } from '../domain/background/facts.ts';
import { analyzeSpeech } from '../domain/quotes/analyze-speech.ts';
import { readStory } from '../domain/summary/read-story.ts';
import { POST_BUDGET, summarize } from '../domain/summary/summarize.ts';

/** Finds in an article what the bot tells of it. The same article always gives the same. */
export function analyzeArticle(article: CleanArticle): Analysis {
  const { quotes, indirect, people } = analyzeSpeech(article);
  const story = readStory(article);
  const summary = summarize(article, POST_BUDGET, story);
  return { summary, quotes, indirect, people, facts: findFacts(article, summary, quotes, story) };
}
