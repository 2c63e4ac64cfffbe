import type { CleanArticle } from '../domain/article/article.ts';
import { canonicalAddress } from '../domain/article/canonical-address.ts';
import { furnitureCandidates, withoutRepeated } from '../domain/article/repeated.ts';
import type { FurnitureBook } from './ports/furniture.ts';

/** Leaves out of an article what its source repeats in others, and says so in what was removed. */
export async function leaveOutFurniture(
  book: FurnitureBook,
  article: CleanArticle,
  source: string,
): Promise<CleanArticle> {
  const lines = furnitureCandidates(article);
  if (lines.length === 0) return article;
  const address = article.url === undefined ? undefined : canonicalAddress(article.url);
  const counts = await book.note(
    source,
    address ?? article.title,
    lines.map(({ text }) => text),
  );
  const byLine = new Map(lines.map((line, i) => [line, counts[i] ?? 0]));
  return withoutRepeated(article, (paragraph) => byLine.get(paragraph) ?? 0);
}
