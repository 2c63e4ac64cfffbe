import { randomUUID } from 'node:crypto';
import type { Clock } from '../../app/ports/clock.ts';
import type { RedisClient } from './connect.ts';
import { loadScript } from './load-scripts.ts';

/** Long enough that a slow Redis does not take it away, short enough that another process soon takes over. */
const LEASE_MS = 6_000;
const RENEW_MS = 2_000;

export type LeaseOptions = { readonly redis: RedisClient; readonly clock: Clock };

/**
 * Does `work` unless another holds the key; answers whether it was done. The lease is renewed while the work lasts, and
 * free again within seconds after a process that died. When it is lost, because Redis could not be reached, the signal
 * given to `work` fires, as it does with `signal`.
 */
export async function onceLeased(
  { redis, clock }: LeaseOptions,
  key: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): Promise<boolean> {
  const holder = randomUUID();
  const take = loadScript(redis, 'lease-take');
  const release = loadScript(redis, 'lease-release');
  const isMine = async (): Promise<boolean> =>
    (await take([key], [holder, LEASE_MS]).catch(() => undefined)) === 1;
  if (!(await isMine())) return false;
  try {
    await workWhileHeld(isMine, clock, work, signal);
  } finally {
    await release([key], [holder]).catch(() => undefined);
  }
  return true;
}

/** Lets one process of all run `work` at a time, until the signal fires: whoever holds the key does it, the others wait. */
export async function whileLeased(
  options: LeaseOptions,
  key: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await onceLeased(options, key, work, signal);
    await options.clock.sleep(RENEW_MS, signal);
  }
}

async function workWhileHeld(
  isMine: () => Promise<boolean>,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const lost = new AbortController();
  const either = signal === undefined ? lost.signal : AbortSignal.any([signal, lost.signal]);
  const working = work(either).finally(() => lost.abort());
  // Told where it is awaited, at the end.
  working.catch(() => undefined);
  while (!either.aborted) {
    await clock.sleep(RENEW_MS, either);
    if (!either.aborted && !(await isMine())) lost.abort();
  }
  await working;
}
