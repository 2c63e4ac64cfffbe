import type { Clock } from '../../../app/ports/clock.ts';
import type { RedisClient } from '../connect.ts';
import type { RedisKeys } from '../keys.ts';
import { loadScript, type Script } from '../load-scripts.ts';

/** What every part of the archive works with. */
export type ArchiveContext = {
  readonly redis: RedisClient;
  readonly keys: RedisKeys;
  readonly clock: Pick<Clock, 'now'>;
  readonly scripts: { readonly admit: Script; readonly replace: Script };
};

/** Scripts that are called by name in a batch, beside those of the context. */
export const NAME_SCRIPT = 'archive-name';
export const CUT_SCRIPT = 'archive-cut';

export function archiveContext({ redis, keys, clock }: Omit<ArchiveContext, 'scripts'>): ArchiveContext {
  loadScript(redis, NAME_SCRIPT);
  loadScript(redis, CUT_SCRIPT);
  const scripts = {
    admit: loadScript(redis, 'archive-admit'),
    replace: loadScript(redis, 'archive-replace'),
  };
  return { redis, keys, clock, scripts };
}
