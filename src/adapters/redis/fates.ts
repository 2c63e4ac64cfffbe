import type { Fate, Fates } from '../../app/ports/sources.ts';
import { canonicalAddress } from '../../domain/article/canonical-address.ts';
import type { RedisClient } from './connect.ts';
import { redisKeys } from './keys.ts';

/** About so many are kept; the oldest are forgotten. */
const MOST = 20_000;
const AT_ONCE = 500;

function toFate(fields: readonly string[]): Fate | undefined {
  try {
    const value: unknown = JSON.parse(fields[1] ?? '');
    const isFate = typeof value === 'object' && value !== null && 'what' in value && 'item' in value;
    return isFate ? (value as Fate) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an editor who wrote `query` means this item. */
function isMeant(query: string): (fate: Fate) => boolean {
  const asked = query.trim();
  const address = canonicalAddress(asked);
  const words = asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (fate) => {
    if (fate.article === asked || fate.item === asked) return true;
    if (address !== undefined) return fate.url !== undefined && canonicalAddress(fate.url) === address;
    const title = fate.title?.toLowerCase() ?? '';
    return words.length > 0 && words.every((word) => title.includes(word));
  };
}

/** The record of what became of items, a stream in Redis that forgets its oldest entries. */
export function createFates({
  redis,
  botId,
}: {
  readonly redis: RedisClient;
  readonly botId: string;
}): Fates {
  const key = `${redisKeys(botId).own}:fates`;
  const find = async (is: (fate: Fate) => boolean, limit: number): Promise<readonly Fate[]> => {
    const found: Fate[] = [];
    let before = '+';
    while (found.length < limit) {
      const entries = await redis.xrevrange(key, before, '-', 'COUNT', AT_ONCE);
      found.push(...entries.flatMap(([, fields]) => toFate(fields) ?? []).filter(is));
      const last = entries.at(-1)?.[0];
      if (entries.length < AT_ONCE || last === undefined) break;
      before = `(${last}`;
    }
    return found.slice(0, limit);
  };
  return {
    record: async (fate) => {
      await redis.xadd(key, 'MAXLEN', '~', MOST, '*', 'fate', JSON.stringify(fate));
    },
    find: (query, limit) => find(isMeant(query), limit),
    recent: (limit) => find(() => true, limit),
  };
}
