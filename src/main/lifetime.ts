import type { Log } from '../app/ports/clock.ts';

/** Platforms kill what has not ended ten seconds after SIGTERM. */
const DEADLINE_MS = 9_000;

/** One thing a process does until it is stopped; it ends by itself once the signal has fired and its work is settled. */
export type Role = { readonly name: string; readonly run: (signal: AbortSignal) => Promise<void> };

/** A signal that fires on SIGTERM or SIGINT. A second one ends the process at once. */
export function stopSignal(): AbortController {
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort();
    });
  }
  return stopping;
}

/**
 * Runs all roles until the process is told to stop, then waits for each to settle what it has in hand. A role that
 * fails stops the others, and the process ends with 1, so that whoever supervises it starts it again.
 */
export async function runUntilStopped(
  roles: readonly Role[],
  stopping: AbortController,
  log: Log,
): Promise<void> {
  const running = roles.map(({ name, run }) =>
    run(stopping.signal).catch((error: unknown) => {
      log.error({ err: error, role: name }, 'A part of the bot failed; stopping');
      process.exitCode = 1;
      stopping.abort();
    }),
  );
  await aborted(stopping.signal);
  log.info({}, 'Stopping: no new work, finishing what is in hand');
  const timer = setTimeout(() => {
    log.warn({ deadlineMs: DEADLINE_MS }, 'Not all work could be settled in time');
    process.exit(1);
  }, DEADLINE_MS);
  await Promise.all(running);
  clearTimeout(timer);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
