import type { Archive, ArchiveDesk } from '../../../app/ports/archive.ts';
import type { Clock, Log } from '../../../app/ports/clock.ts';
import type { RedisClient } from '../connect.ts';
import { redisKeys } from '../keys.ts';
import { admit } from './admit.ts';
import { before } from './before.ts';
import { archiveContext } from './context.ts';
import { archiveDesk } from './desk.ts';
import { readingEdition } from './edition.ts';
import { findNames, findNearNames } from './find-names.ts';
import { articlesNaming, namesIn, quotesBy, readNames, readRange } from './names.ts';
import { readArticles, readRecord } from './read-articles.ts';
import { repairing } from './repair.ts';
import { search } from './search.ts';

export type CreateArchive = {
  readonly redis: RedisClient;
  /** The number before the colon of the bot's token: bots that share a Redis keep their own archives. */
  readonly bot: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
};

/** The archive of all stories, kept in Redis. */
export function createArchive({ redis, bot, clock, log }: CreateArchive): Archive & ArchiveDesk {
  const keys = redisKeys(bot);
  const context = archiveContext({ redis, keys, clock });
  const repairNowAndThen = repairing(context, log);
  return {
    ...archiveDesk(context),
    admit: async (article, storyKeys, channels) => {
      await repairNowAndThen();
      return admit(context, article, storyKeys, channels);
    },
    get: async (id) => (await readRecord(context, id))?.article,
    latest: async ({ offset, limit }) => {
      const [numbers, total] = await Promise.all([
        readRange(context, keys.latest, offset, limit),
        redis.zcard(keys.latest),
      ]);
      return { items: await readArticles(context, numbers.map(Number)), total };
    },
    findNames: (query, limit) => findNames(context, query, limit),
    nearNames: (query, limit) => findNearNames(context, query, limit),
    name: async (key) => (await readNames(context, [key]))[0],
    namesIn: (id) => namesIn(context, id),
    articlesNaming: (key, page) => articlesNaming(context, key, page),
    quotesBy: (key, page) => quotesBy(context, key, page),
    search: (query, page) => search(context, query, page),
    before: (id, limit) => before(context, id, limit),
    edition: readingEdition(context),
    size: () => redis.zcard(keys.latest),
  };
}
