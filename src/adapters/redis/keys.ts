/**
 * Every key that Dateline has in Redis, in one table. `bot` is the number before the colon of the token, so that
 * several bots share a server without meeting.
 *
 * Keys with `{bot}` share one hash tag: what must change in one atomic step lives together. Keys with another tag, or
 * none, spread over all shards of a cluster. Whatever comes from outside stands at the end of its key.
 */
export type RedisKeys = {
  /** What all keys of the first kind begin with: `dateline:{bot}`. */
  readonly own: string;

  // One atomic step: seen, numbered, queued.
  /** zset: article id → `sortAtMs`; what waits for a slot of the channel. */
  readonly waiting: (channel: string) => string;
  /** hash: rest of a story key → number of the article; `bucket` is the key's end. */
  readonly stories: (bucket: string) => string;
  /** hash, expiring: rest of a fingerprint's band → number of the newest article that has it. */
  readonly bands: (epoch: number, bucket: string) => string;
  /** counter: the last number given to an article. */
  readonly lastNumber: string;
  /** string: the id of article n in 24 bytes from 24 n. */
  readonly ids: string;
  /** zset: number of an article → seconds before 1970 of `sortAtMs` (newest first). */
  readonly latest: string;
  /** zset: id of an article whose indexes are not known to be written → milliseconds of its admission. */
  readonly unindexed: string;
  /** zset: id of an article that changed and whose change nobody has settled → milliseconds of the change. */
  readonly changes: string;
  /** string: a name that changes whenever answers may. */
  readonly edition: string;
  /** hash: id of a retracted article → its retraction as JSON. */
  readonly retractions: string;

  // Of one article.
  /** string: the compressed record. */
  readonly article: (id: string) => string;
  /** list: earlier versions as compressed records, newest first. */
  readonly versions: (id: string) => string;

  // Of one source.
  /** list, expiring: its latest articles with hashes of their lines. */
  readonly furniture: (source: string) => string;

  // Of one name.
  /** hash: name, kind, role and its time. */
  readonly name: (key: string) => string;
  /** zset: number of an article that names it → seconds before 1970 (newest first). */
  readonly naming: (key: string) => string;
  /** zset: `number:index` of a quote → seconds before 1970 (newest first). */
  readonly said: (key: string) => string;

  // The way from what is typed to names.
  /** zset: key of a name with this token → in how many articles it stands. */
  readonly token: (token: string) => string;
  /** zset, all scores 0: every token, in order of letters. */
  readonly tokens: string;

  // Search.
  /** string: the postings of a term, a few bytes each, oldest first. */
  readonly term: (term: string) => string;
};

export function redisKeys(bot: string): RedisKeys {
  const own = `dateline:{${bot}}`;
  const spread = `dateline:${bot}`;
  return {
    own,
    waiting: (channel) => `${own}:waiting:${channel}`,
    stories: (bucket) => `${own}:stories:${bucket}`,
    bands: (epoch, bucket) => `${own}:bands:${epoch}:${bucket}`,
    lastNumber: `${own}:last-number`,
    ids: `${own}:ids`,
    latest: `${own}:latest`,
    unindexed: `${own}:unindexed`,
    changes: `${own}:changes`,
    edition: `${own}:edition`,
    retractions: `${own}:retractions`,
    article: (id) => `${spread}:article:{${id}}`,
    versions: (id) => `${spread}:versions:{${id}}`,
    furniture: (source) => `${spread}:furniture:${source}`,
    name: (key) => `${spread}:name:{${key}}`,
    naming: (key) => `${spread}:naming:{${key}}`,
    said: (key) => `${spread}:said:{${key}}`,
    token: (token) => `${spread}:token:${token}`,
    tokens: `${spread}:tokens`,
    term: (term) => `${spread}:term:${term}`,
  };
}

/** The number that Telegram gave the bot: the part of its token that is no secret. Whole input when it has no colon. */
export function botOf(token: string): string {
  return token.split(':', 1)[0] ?? token;
}
