import { randomBytes } from 'node:crypto';
import type { ArticleId } from '../domain/article/article.ts';

export function newArticleId(): ArticleId {
  return randomBytes(12).toString('base64url') as ArticleId;
}
