import type { ArticleId } from '../../domain/article/article.ts';

/** Of how many waiting articles the most important is looked for. */
export const RANKED = 50;

/** The most important first; those that matter alike, and those beyond `RANKED`, in the order in which they wait. */
export async function rankWaiting<Waiting extends { readonly article: ArticleId }>(
  waiting: readonly Waiting[],
  importance: (article: ArticleId) => Promise<number>,
): Promise<readonly Waiting[]> {
  const looked = waiting.slice(0, RANKED);
  const weighed = await Promise.all(
    looked.map(async (one) => ({ one, weight: await importance(one.article) })),
  );
  const ranked = weighed.toSorted((a, b) => b.weight - a.weight).map(({ one }) => one);
  return [...ranked, ...waiting.slice(RANKED)];
}
