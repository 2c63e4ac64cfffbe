import { randomUUID } from 'node:crypto';
import type { Clock, Log } from '../../app/ports/clock.ts';
import type { RedisClient } from './connect.ts';
import { loadScript } from './load-scripts.ts';

/** Long enough that a slow Redis does not take it away, short enough that another process soon takes over. */
const LEASE_MS = 6_000;
const RENEW_MS = 2_000;

export type LeaseOptions = { readonly redis: RedisClient; readonly clock: Clock; readonly log: Log };

/**
 * Lets one process of all run `work` at a time, until the signal fires: whoever holds the key does it, the others wait.
 * When the lease is lost, because Redis could not be reached, the signal given to `work` fires.
 */
export async function whileLeased(
  { redis, clock, log }: LeaseOptions,
  key: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const holder = randomUUID();
  const take = loadScript(redis, 'lease-take');
  const release = loadScript(redis, 'lease-release');
  const mine = async (): Promise<boolean> => (await take([key], [holder, LEASE_MS])) === 1;
  while (!signal.aborted) {
    if (await mine().catch(() => false)) {
      log.debug({ key }, 'This process holds the lease');
      await workWhileHeld(mine, clock, work, signal);
      await release([key], [holder]).catch(() => undefined);
    }
    await clock.sleep(RENEW_MS, signal);
  }
}

async function workWhileHeld(
  mine: () => Promise<boolean>,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  const either = AbortSignal.any([signal, lost.signal]);
  const working = work(either).finally(() => lost.abort());
  while (!either.aborted) {
    await clock.sleep(RENEW_MS, either);
    if (!either.aborted && !(await mine().catch(() => false))) lost.abort();
  }
  await working;
}
