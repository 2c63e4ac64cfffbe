import { analyzeInTurn } from '../adapters/analysis/analyze-in-turn.ts';
import { createOpenAiWriter } from '../adapters/model/openai-writer.ts';
import type { Admission } from '../app/ports/archive.ts';
import { takeIn } from '../app/take-in.ts';
import { writeSummary } from '../app/write-summary.ts';
import type { CleanArticle } from '../domain/article/article.ts';
import { takes } from '../domain/article/route.ts';
import type { FeedKeys } from '../domain/article/story-keys.ts';
import type { Parts } from './parts.ts';

export type Admit = (
  article: CleanArticle,
  source: string,
  how?: { readonly keys?: Omit<FeedKeys, 'source'>; readonly silent?: boolean },
) => Promise<Admission>;

/** What is counted of articles that came in. */
export type ArticleMetrics = {
  readonly articles: { readonly inc: (labels: { readonly admission: Admission['kind'] }) => void };
};

export type AdmittingParts = Pick<Parts, 'archive' | 'clock' | 'log' | 'newId' | 'config' | 'furniture'> & {
  readonly metrics: ArticleMetrics;
};

/** Hands an article to the archive, to wait for every channel that takes it unless its source is silent. */
export function admitting({ archive, clock, log, newId, metrics, config, furniture }: AdmittingParts): Admit {
  const writer = config.model === undefined ? undefined : createOpenAiWriter(config.model);
  const writing =
    writer === undefined ? undefined : (article: CleanArticle) => writeSummary({ writer, log }, article);
  return async (article, source, { keys = {}, silent = false } = {}) => {
    const channelsFor = (): readonly string[] =>
      silent
        ? []
        : config.channels
            .filter(({ route }) => route === undefined || takes(route, article, source))
            .map(({ id }) => id);
    const admission = await takeIn(
      {
        ...{ archive, clock, log, newId, channelsFor, furniture },
        writeSummary: writing,
        analyze: (whole) => analyzeInTurn(whole),
      },
      article,
      source,
      keys,
    );
    metrics.articles.inc({ admission: admission.kind });
    return admission;
  };
}
