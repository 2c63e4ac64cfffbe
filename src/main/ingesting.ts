import { stopAnalyzing } from '../adapters/analysis/analyze-in-turn.ts';
import { createFetcher } from '../adapters/feeds/fetcher.ts';
import { stopReadingItems } from '../adapters/feeds/items-workers.ts';
import { createCandidateReader } from '../adapters/feeds/read-candidate.ts';
import { stopReadingPages } from '../adapters/feeds/read-page.ts';
import { createSourceReader } from '../adapters/feeds/read-source.ts';
import { createPageRereader } from '../adapters/feeds/reread-page.ts';
import { watchFolder } from '../adapters/feeds/watch-folder.ts';
import { botOf, redisKeys } from '../adapters/redis/keys.ts';
import { whileLeased } from '../adapters/redis/lease.ts';
import type { Conversation } from '../app/conversation/conversation.ts';
import { POLL_PACE } from '../app/ingest/next-poll.ts';
import { pollSources } from '../app/ingest/poll-sources.ts';
import type { Polling } from '../app/ingest/polling.ts';
import { type Rereading, rereadPages } from '../app/ingest/reread-pages.ts';
import { tellChanges } from '../app/ingest/tell-changes.ts';
import { FATE_OF_ADMISSION } from '../app/ports/sources.ts';
import { type ArticleMetrics, admitting } from './admitting.ts';
import { hostOf, USER_AGENT } from './fetching.ts';
import type { Role } from './lifetime.ts';
import type { Parts } from './parts.ts';

/** What taking in articles needs of the bot. */
export type IngestParts = Pick<
  Parts,
  'config' | 'clock' | 'log' | 'redis' | 'archive' | 'posts' | 'sources' | 'fates' | 'pages' | 'furniture'
> &
  Pick<Parts, 'tellDesk' | 'newId'> &
  Pick<Conversation, 'previewPost'> & { readonly metrics: ArticleMetrics };

/** Takes in articles: from the feeds, and from the watched folder. */
export function ingesting(parts: IngestParts): Role {
  return {
    name: 'ingest',
    run: async (signal) => {
      await Promise.all([
        watchingFolder(parts, signal),
        pollingFeeds(parts, signal),
        tellingChanges(parts, signal),
      ]);
      await Promise.all([stopReadingPages(), stopReadingItems(), stopAnalyzing()]);
    },
  };
}

/** One process of all tells the desk of posts that are out of date. */
function tellingChanges(parts: IngestParts, signal: AbortSignal): Promise<void> {
  const { redis, config, clock } = parts;
  const key = `${redisKeys(botOf(config.token)).own}:telling-changes`;
  const world = { ...parts, channels: config.channels.map(({ id }) => id), preview: parts.previewPost };
  return whileLeased({ redis, clock }, key, (held) => tellChanges(world, held), signal);
}

async function watchingFolder(parts: IngestParts, signal: AbortSignal): Promise<void> {
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
        const { title } = dropped.article;
        // Another headline under the same name is another story: some desks write all into `article.txt`.
        const admission = await admit(dropped.article, folder, { keys: { guid: `${file}\n${title}` } });
        await fates.record({
          ...common,
          title,
          what: FATE_OF_ADMISSION[admission.kind],
          article: admission.id,
        });
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

async function pollingFeeds(parts: IngestParts, signal: AbortSignal): Promise<void> {
  const { config, sources, fates, pages, clock, log, tellDesk } = parts;
  await configureSources(parts);
  // Addresses that the operator wrote down may be of their own network; what those lead to may not.
  const allowHosts = config.feeds.map(hostOf);
  const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts, signal });
  const admit = admitting(parts);
  const polling: Polling & Rereading = {
    ...{ store: sources, fates, pages, clock, log, tellDesk },
    readSource: createSourceReader(fetcher),
    readCandidate: createCandidateReader(fetcher, signal),
    rereadPage: createPageRereader(fetcher, signal),
    takeIn: (article, source, { keys, silent }) => admit(article, source.url, { keys, silent }),
    chance: () => Math.random(),
    pace: { ...POLL_PACE, intervalMs: config.feedIntervalMs },
  };
  try {
    await Promise.all([pollSources(polling, signal), rereadPages(polling, signal)]);
  } finally {
    fetcher.close();
  }
}

/**
 * The feeds of the configuration become sources; those that were, and are no longer named, are read no more. What
 * editors added or paused stays as they left it.
 */
async function configureSources({ config, sources }: IngestParts): Promise<void> {
  const before = new Map((await sources.list()).map((source) => [source.id, source]));
  const wanted = new Set(config.feeds);
  for (const { id, configured } of before.values()) {
    if (configured && !wanted.has(id)) await sources.remove(id);
  }
  for (const url of wanted) {
    const fresh = { id: url, url, kind: 'feed', paused: false } as const;
    const source = { ...fresh, ...before.get(url), startsSilent: config.backlogIsArchive, configured: true };
    await sources.put(source);
  }
}
