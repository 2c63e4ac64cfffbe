import type { Source } from '../ports/sources.ts';
import { type Polling, pollSource } from './poll-source.ts';

/** So many sources are asked at a time; each host still gets one request at a time. */
const AT_ONCE = 24;
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

/** Asks every source that is due, some at a time, and answers how many were asked. A slow one delays no other. */
export async function pollDueSources(polling: Polling, signal?: AbortSignal): Promise<number> {
  const waiting = [...(await polling.store.due(polling.clock.now(), AT_ONCE * 8))];
  let polled = 0;
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      if (signal?.aborted === true) return;
      if (await pollIfFree(polling, source, signal)) polled += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return polled;
}

/** Polls until the signal fires. A store that cannot be reached is waited for. */
export async function pollSources(polling: Polling, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pollDueSources(polling, signal).catch((error: unknown) => {
      polling.log.error({ err: error }, 'The sources could not be polled');
    });
    await polling.clock.sleep(LOOK_EVERY_MS, signal);
  }
}
