import type { PageWatch, WatchedPage } from '../../app/ports/page-watch.ts';
import type { RedisClient } from './connect.ts';
import { redisKeys } from './keys.ts';
import { loadScript } from './load-scripts.ts';

/** Longer than any page takes with those of its host before it. */
const MINE_MS = 5 * 60_000;

function toPage(json: string | null): WatchedPage | undefined {
  const value: unknown = json === null ? undefined : JSON.parse(json);
  const isPage = typeof value === 'object' && value !== null && 'article' in value && 'item' in value;
  return isPage ? (value as WatchedPage) : undefined;
}

/** Watched pages in Redis: `pages-due` orders the ids of articles by when their pages are due, `pages` is a hash by them. */
export function createPageWatch({
  redis,
  botId,
}: {
  readonly redis: RedisClient;
  readonly botId: string;
}): PageWatch {
  const { own } = redisKeys(botId);
  const [pages, due] = [`${own}:pages`, `${own}:pages-due`];
  const take = loadScript(redis, 'pages-due');
  return {
    watch: async (page, dueAtMs) => {
      await redis.hset(pages, page.article, JSON.stringify(page));
      await redis.zadd(due, dueAtMs, page.article);
    },
    due: async (nowMs, limit) => {
      const answer = await take([due], [nowMs, limit, nowMs + MINE_MS]);
      const ids = Array.isArray(answer) ? answer.map(String) : [];
      if (ids.length === 0) return [];
      return (await redis.hmget(pages, ...ids)).flatMap((json) => toPage(json) ?? []);
    },
    drop: async (article) => {
      await redis.zrem(due, article);
      await redis.hdel(pages, article);
    },
  };
}
