import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Log } from '../../../app/ports/clock.ts';
import type { RedisClient } from '../connect.ts';

/** What every store of the ledger is made from. */
export type DeliveryStore = {
  readonly redis: RedisClient;
  /** The number before the colon of the token. */
  readonly botId: string;
  readonly log: Log;
  /** For waiting; the system's by default. */
  readonly clock?: Clock;
  /** Whose time counts: Redis's, which all machines share (the default), or the clock's, for virtual time. */
  readonly timeFrom?: 'redis' | 'clock';
};

/** Node's own clock. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    if (ms <= 0 || signal?.aborted) return;
    await pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};

/** The first argument of every script: the time in ms, or nothing where Redis is to look at its own clock. */
export function timeArgument({ clock, timeFrom }: Pick<DeliveryStore, 'clock' | 'timeFrom'>): string {
  return timeFrom === 'clock' && clock !== undefined ? String(clock.now()) : '';
}

/** What a script answered, read at the edge: a list of texts and numbers, all as text. */
export function toTexts(reply: unknown): readonly string[] {
  if (!Array.isArray(reply)) throw new Error('Redis answered a script with something else than a list');
  return reply.map((item) => String(item ?? ''));
}
