import type { Encyclopedia, Lookup } from '../../app/ports/encyclopedia.ts';
import type { RedisClient } from './connect.ts';

const WEEK_S = 7 * 86_400;
/** After a failure, so that nobody is made to wait for the next one. */
const PAUSE_S = 60;

/** Keeps what an encyclopedia said, and that it said nothing, for a week; that it could not be asked for a minute. */
export function cachedEncyclopedia(
  encyclopedia: Encyclopedia,
  redis: RedisClient,
  own: string,
): Encyclopedia {
  return {
    look: async (name, language) => {
      const key = `${own}:encyclopedia:${language}:${name}`;
      const kept = await redis.get(key);
      // The cache wrote it itself.
      if (kept !== null) return JSON.parse(kept) as Lookup;
      const lookup = await encyclopedia.look(name, language);
      await redis.set(key, JSON.stringify(lookup), 'EX', lookup.kind === 'failed' ? PAUSE_S : WEEK_S);
      return lookup;
    },
  };
}
