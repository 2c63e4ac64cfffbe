import { analyzeArticle } from '../../app/analyze-article.ts';
import type { Analysis, CleanArticle } from '../../domain/article/article.ts';

/** What a worker thread does with an article. */
export function analyzeAside(article: CleanArticle): Analysis {
  return analyzeArticle(article);
}
