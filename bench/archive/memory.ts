import type { Redis } from 'ioredis';
import type { Figure } from '../archive.ts';

/** Keys that are looked at of each kind. */
const LOOKED_AT = 4_000;
const SCANNED = 200_000;

type Kind = { keys: number; measured: number; bytes: number };

/** What each kind of key takes of an article's memory, by a sample of them. */
export async function memoryByKind(redis: Redis, articles: number): Promise<readonly Figure[]> {
  const kinds = new Map<string, Kind>();
  let cursor = '0';
  let scanned = 0;
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 2_000);
    cursor = next;
    scanned += keys.length;
    await Promise.all(keys.map((key) => weigh(redis, key, kinds)));
  } while (cursor !== '0' && scanned < SCANNED);
  const times = (await redis.dbsize()) / scanned / articles;
  return [...kinds]
    .map(([kind, { keys, measured, bytes }]) => ({ kind, keys: keys * times, each: bytes / measured }))
    .sort((a, b) => b.keys * b.each - a.keys * a.each)
    .map(({ kind, keys, each }) => ({
      name: `archive of ${articles.toLocaleString('en')}: memory of ${kind}, of an article`,
      figure: `${Math.round(keys * each)} B`,
      floor: `${keys.toFixed(2)} keys of ${Math.round(each)} B`,
      ratio: '',
    }));
}

async function weigh(redis: Redis, key: string, kinds: Map<string, Kind>): Promise<void> {
  const name = key.split(':')[2] ?? key;
  const kind = kinds.get(name) ?? { keys: 0, measured: 0, bytes: 0 };
  kinds.set(name, kind);
  kind.keys++;
  if (kind.measured >= LOOKED_AT) return;
  kind.measured++;
  const bytes = Number(await redis.memory('USAGE', key, 'SAMPLES', 0));
  kind.bytes += bytes;
}
