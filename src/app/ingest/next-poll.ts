import type { SourceReading, SourceState } from '../ports/sources.ts';

/** How often sources are asked, in milliseconds. */
export type PollPace = {
  readonly intervalMs: number;
  /** A failing source is asked ever less often, up to this. */
  readonly longestBackOffMs: number;
  /** The desk is told of a source that has failed for so long, and so often. */
  readonly tellAfterMs: number;
  readonly tellAfterFailures: number;
};

export const POLL_PACE: PollPace = {
  intervalMs: 5 * 60_000,
  longestBackOffMs: 2 * 3_600_000,
  tellAfterMs: 15 * 60_000,
  tellAfterFailures: 3,
};

/** Moments are spread by up to this part of the wait, so that a thousand sources do not come at once. */
const JITTER = 0.1;
/** What servers ask for is heeded up to this: a feed that says "a year" would be lost in silence. */
const LONGEST_ASKED_MS = 6 * 3_600_000;

export const FIRST_STATE: SourceState = { dueAtMs: 0, failures: 0, deskWasTold: false };

export type Polled = {
  readonly state: SourceState;
  /** What the desk must be told now. */
  readonly news?: 'failing' | 'recovered';
};

type Moment = { readonly nowMs: number /** From 0 to 1. */; readonly chance: number };

function dueAt(waitMs: number, { nowMs, chance }: Moment): number {
  return Math.round(nowMs + waitMs * (1 + JITTER * chance));
}

function afterFailure(
  before: SourceState,
  { reason, againAfterMs = 0 }: Extract<SourceReading, { kind: 'failed' }>,
  pace: PollPace,
  moment: Moment,
): Polled {
  const failures = before.failures + 1;
  const failingSinceMs = before.failingSinceMs ?? moment.nowMs;
  const backOffMs = Math.min(pace.intervalMs * 2 ** (failures - 1), pace.longestBackOffMs);
  const isLong = moment.nowMs - failingSinceMs >= pace.tellAfterMs && failures >= pace.tellAfterFailures;
  const tells = isLong && !before.deskWasTold;
  return {
    state: {
      ...before,
      dueAtMs: dueAt(Math.max(backOffMs, Math.min(againAfterMs, LONGEST_ASKED_MS)), moment),
      failures,
      failingSinceMs,
      reason,
      deskWasTold: before.deskWasTold || tells,
    },
    ...(tells ? { news: 'failing' } : {}),
  };
}

/** What is remembered of a source after a poll, and whether the desk hears of it: once when it fails, once when it is back. */
export function afterPoll(
  before: SourceState,
  reading: SourceReading,
  pace: PollPace,
  moment: Moment,
): Polled {
  if (reading.kind === 'failed') return afterFailure(before, reading, pace, moment);
  const waitMs = Math.max(pace.intervalMs, Math.min(reading.againAfterMs ?? 0, LONGEST_ASKED_MS));
  const validators = reading.kind === 'items' ? reading : before;
  return {
    state: {
      dueAtMs: dueAt(waitMs, moment),
      ...(validators.etag === undefined ? {} : { etag: validators.etag }),
      ...(validators.lastModified === undefined ? {} : { lastModified: validators.lastModified }),
      failures: 0,
      deskWasTold: false,
      lastOkAtMs: moment.nowMs,
    },
    ...(before.deskWasTold ? { news: 'recovered' } : {}),
  };
}
