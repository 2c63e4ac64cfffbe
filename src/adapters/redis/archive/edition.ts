import { randomBytes } from 'node:crypto';
import { gather } from '../gather.ts';
import type { ArchiveContext } from './context.ts';

/** Questions that are answered by one look. */
const MOST_AT_ONCE = 1_000;
const UNDER_WAY = 2;

/** Reads the archive's edition; questions of one moment share a trip. */
export function readingEdition({ redis, keys }: ArchiveContext): () => Promise<string> {
  return gather<void, string>(
    async (asked) => {
      const edition = (await redis.get(keys.edition)) ?? '';
      return asked.map(() => edition);
    },
    { most: MOST_AT_ONCE, underWay: UNDER_WAY },
  );
}

/**
 * Says that answers may have changed; called once a change can be read. An edition is a name and no count, since a Redis
 * that comes back without the last it was told would give a count a second time.
 */
export async function newEdition({ redis, keys }: ArchiveContext): Promise<void> {
  await redis.set(keys.edition, randomBytes(9).toString('base64url'));
}
