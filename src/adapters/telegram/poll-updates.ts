import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock, Log } from '../../app/ports/clock.ts';
import { ALLOWED_UPDATES } from './read-update.ts';
import { outcomeOfError } from './send-outcome.ts';

/** How long Telegram holds a poll open, in seconds. */
const POLL_S = 25;
const FIRST_PAUSE_MS = 500;
/** A reader who writes as an outage ends should not wait much longer than for any answer. */
const LONGEST_PAUSE_MS = 5_000;

/** grammY's types know the signal of a polyfill; at run time it takes Node's own. */
type GrammySignal = Parameters<Api['getUpdates']>[1];

export type Polling = {
  readonly api: Api;
  /** Keeps updates before they are confirmed: only then are they asked for with the next offset. */
  readonly keep: (updates: readonly Update[]) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Takes updates by long polling until the signal fires. Failures are waited out and told once each. */
export async function pollUpdates({ api, keep, clock, log }: Polling, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      const request = { offset, timeout: POLL_S, limit: 100, allowed_updates: [...ALLOWED_UPDATES] };
      const updates = await api.getUpdates(request, signal as unknown as GrammySignal);
      if (updates.length > 0) await keep(updates);
      offset = updates.reduce((next, { update_id }) => Math.max(next, update_id + 1), offset);
      pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      if (signal.aborted) return;
      tell(log, error, pauseMs);
      await clock.sleep(waitFor(error, pauseMs), signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
}

function waitFor(error: unknown, pauseMs: number): number {
  const outcome = outcomeOfError(error);
  return outcome.kind === 'rate-limited' ? outcome.retryAfterMs : pauseMs;
}

function tell(log: Log, error: unknown, pauseMs: number): void {
  const outcome = outcomeOfError(error);
  const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
  if (error instanceof GrammyError && error.error_code === 409) {
    log.warn({ reason }, 'Another process takes the updates of this bot; trying again');
  } else {
    log.warn({ reason, pauseMs }, 'Telegram could not be asked for updates; trying again');
  }
}
