import type { FurnitureBook } from '../../app/ports/furniture.ts';
import { shortHash } from '../../domain/article/fingerprint.ts';
import type { RedisClient } from './connect.ts';
import { redisKeys } from './keys.ts';
import { loadScript } from './load-scripts.ts';

/** So many articles of a source are compared: about 30 kB of Redis a source at the most. */
const ARTICLES = 50;
/** A source that was silent for so long is begun anew. */
const FORGET_SECONDS = 60 * 24 * 3600;

/** What sources repeat, in Redis: hashes of the lines of each one's latest articles. */
export function createFurnitureBook({
  redis,
  botId,
}: {
  readonly redis: RedisClient;
  readonly botId: string;
}): FurnitureBook {
  const { furniture } = redisKeys(botId);
  const note = loadScript(redis, 'furniture-note');
  return {
    note: async (source, story, lines) => {
      const hashes = lines.map((line) => shortHash(line));
      const answer = await note(
        [furniture(shortHash(source))],
        [shortHash(story), ARTICLES, FORGET_SECONDS, ...hashes],
      );
      return Array.isArray(answer) ? answer.map(Number) : [];
    },
  };
}
