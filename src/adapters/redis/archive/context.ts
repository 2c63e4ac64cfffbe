import type { Clock } from '../../../app/ports/clock.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import type { RedisClient } from '../connect.ts';
import type { RedisKeys } from '../keys.ts';
import { loadScript, type Script } from '../load-scripts.ts';
import { type RankOnce, rankingOnce } from './rank-once.ts';
import { type UnpackOnce, unpackingOnce } from './unpack-once.ts';

/** What every part of the archive works with. */
export type ArchiveContext = {
  readonly redis: RedisClient;
  readonly keys: RedisKeys;
  readonly clock: Pick<Clock, 'now'>;
  readonly scripts: { readonly admit: Script; readonly replace: Script };
  readonly unpackOnce: UnpackOnce;
  readonly rankOnce: RankOnce;
  /** What this process has read of the list of ids. */
  readonly idsByNumber: Map<number, ArticleId>;
};

/** Scripts that are called by name in a batch, beside those of the context. */
export const NAME_SCRIPT = 'archive-name';
export const CUT_SCRIPT = 'archive-cut';
export const POSTINGS_SCRIPT = 'archive-postings';
export const KNOWN_SCRIPT = 'archive-known';

export function archiveContext({
  redis,
  keys,
  clock,
}: Omit<ArchiveContext, 'scripts' | 'unpackOnce' | 'rankOnce' | 'idsByNumber'>): ArchiveContext {
  for (const script of [NAME_SCRIPT, CUT_SCRIPT, POSTINGS_SCRIPT, KNOWN_SCRIPT]) loadScript(redis, script);
  const scripts = {
    admit: loadScript(redis, 'archive-admit'),
    replace: loadScript(redis, 'archive-replace'),
  };
  const idsByNumber = new Map<number, ArticleId>();
  // A Redis that comes back may have lost the last it was told, and give a number anew.
  for (const change of ['close', '+node', '-node']) redis.on(change, () => idsByNumber.clear());
  return { redis, keys, clock, scripts, unpackOnce: unpackingOnce(), rankOnce: rankingOnce(), idsByNumber };
}
