import type { Source } from '../ports/sources.ts';
import { pollSource } from './poll-source.ts';
import type { Polling } from './polling.ts';

/** So many hosts are asked at a time; each gets one request at a time. */
const AT_ONCE = 64;
/** A publisher may have hundreds of feeds on one host: those of the others must be seen behind them. */
const MOST_DUE = 5_000;
/** So often the sources are looked through for those that are due. */
const LOOK_EVERY_MS = 1_000;

async function pollIfFree(polling: Polling, source: Source, signal?: AbortSignal): Promise<boolean> {
  const { store, log } = polling;
  try {
    return await store.whileLeased(source.id, () => pollSource(polling, source, signal));
  } catch (error) {
    log.error({ err: error, source: source.id }, 'Polling a source failed');
    return false;
  }
}

async function pollOneByOne(
  polling: Polling,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<number> {
  let polled = 0;
  for (const source of sources) {
    if (signal?.aborted === true) break;
    if (await pollIfFree(polling, source, signal)) polled += 1;
  }
  return polled;
}

function hostOf({ url }: Source): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** What is due, a list for each host. */
async function dueByHost({ store, clock }: Polling): Promise<ReadonlyMap<string, readonly Source[]>> {
  const hosts = new Map<string, readonly Source[]>();
  for (const source of await store.due(clock.now(), MOST_DUE)) {
    const host = hostOf(source);
    hosts.set(host, [...(hosts.get(host) ?? []), source]);
  }
  return hosts;
}

/** Asks every source that is due, some hosts at a time, and answers how many were asked. */
export async function pollDueSources(polling: Polling, signal?: AbortSignal): Promise<number> {
  const waiting = [...(await dueByHost(polling)).values()];
  let polled = 0;
  const work = async (): Promise<void> => {
    for (let sources = waiting.shift(); sources !== undefined; sources = waiting.shift()) {
      const asked = await pollOneByOne(polling, sources, signal);
      polled += asked;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return polled;
}

/**
 * Polls until the signal fires, then finishes what is in hand. A slow host delays none but its own sources; a store that
 * cannot be reached is waited for.
 */
export async function pollSources(polling: Polling, signal: AbortSignal): Promise<void> {
  const inHand = new Map<string, Promise<unknown>>();
  const startDue = async (): Promise<void> => {
    for (const [host, sources] of await dueByHost(polling)) {
      if (inHand.has(host) || inHand.size >= AT_ONCE) continue;
      inHand.set(
        host,
        pollOneByOne(polling, sources, signal).finally(() => inHand.delete(host)),
      );
    }
  };
  while (!signal.aborted) {
    await startDue().catch((error: unknown) => {
      polling.log.error({ err: error }, 'The sources could not be polled');
    });
    await polling.clock.sleep(LOOK_EVERY_MS, signal);
  }
  await Promise.all(inHand.values());
}
