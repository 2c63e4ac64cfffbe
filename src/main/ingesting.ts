import { stopReadingPages } from '../adapters/feeds/read-page.ts';
import { watchFolder } from '../adapters/feeds/watch-folder.ts';
import type { Admission } from '../app/ports/archive.ts';
import { takeIn } from '../app/take-in.ts';
import type { CleanArticle } from '../domain/article/article.ts';
import type { FeedKeys } from '../domain/article/story-keys.ts';
import type { Role } from './lifetime.ts';
import type { Parts } from './parts.ts';

/** Takes in articles: from the feeds, and from the watched folder. */
export function ingesting(parts: Parts): Role {
  return {
    name: 'ingest',
    run: async (signal) => {
      await Promise.all([watchingFolder(parts, signal)]);
      await stopReadingPages();
    },
  };
}

/** Hands an article to the archive, to wait for every channel unless its source is silent. */
function admitting(
  parts: Parts,
): (
  article: CleanArticle,
  source: string,
  how: { readonly keys?: Omit<FeedKeys, 'source'>; readonly silent?: boolean },
) => Promise<Admission> {
  const { archive, clock, log, newId, identity, metrics } = parts;
  return async (article, source, { keys = {}, silent = false }) => {
    const channelsFor = (): readonly string[] => (silent ? [] : identity.channels);
    const admission = await takeIn({ archive, clock, log, newId, channelsFor }, article, source, keys);
    metrics.articles.inc({ admission: admission.kind });
    return admission;
  };
}

const FATES = { new: 'taken in', known: 'known', changed: 'changed' } as const;

async function watchingFolder(parts: Parts, signal: AbortSignal): Promise<void> {
  const { config, fates, clock, log, tellDesk } = parts;
  const folder = config.articlesDir;
  if (folder === undefined) return;
  const admit = admitting(parts);
  const watched = watchFolder({
    folder,
    onProblem: (problem) => log.error({ problem }, 'The folder of articles has a problem'),
    onFile: async (dropped) => {
      const { file } = dropped;
      const common = { atMs: clock.now(), source: folder, item: file };
      if (dropped.kind === 'article') {
        const admission = await admit(dropped.article, folder, { keys: { guid: file } });
        const { title } = dropped.article;
        await fates.record({ ...common, title, what: FATES[admission.kind], article: admission.id });
        return;
      }
      const reason = dropped.sentence;
      // The same file with the same fault was told before: a restart is no news.
      const [before] = await fates.find(file, 1);
      if (before?.what === 'failed' && before.reason === reason) return;
      await fates.record({ ...common, what: 'failed', reason });
      await tellDesk({ kind: 'file refused', file, reason });
    },
  });
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await watched.close();
}
