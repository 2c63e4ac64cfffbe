import { type Answer, conflict } from '../answer.ts';
import type { Clock } from '../clock.ts';
import type { Bot } from '../world/state.ts';
import { confirm, dropExpired, toUpdate } from './queue.ts';

export type PollRequest = {
  /** 0 for none. */
  readonly offset: number;
  readonly limit: number;
  readonly timeoutSeconds: number;
  /** Runs something when the caller hangs up; the returned function calls it off. */
  readonly onHangUp: (run: () => void) => () => void;
};

/** getUpdates of one bot. */
export type LongPoll = {
  readonly poll: (request: PollRequest) => Promise<Answer>;
  /** A new update has come. */
  readonly wake: () => void;
  /** Ends the call that waits, with 409 for the reason given. */
  readonly end: (reason: string) => void;
};

/** Updates that come together are answered together. */
const COALESCE_MS = 1;
const MAX_COALESCE_MS = 2;
const HOLD_MS = 3000;
const REPEAT_MS = 500;

type Waiting = { readonly limit: number; readonly finish: (answer: Answer) => void; wokenAtMs?: number };

const OTHER_POLLER =
  'Terminated by other getUpdates request; make sure that only one bot instance is running';

export function createLongPoll(bot: Bot, clock: Clock): LongPoll {
  let waiting: Waiting | undefined;
  let last = { offset: Number.NaN, atMs: Number.NEGATIVE_INFINITY };
  let nextConflictAtMs = 0;

  const take = (limit: number): Answer => {
    dropExpired(bot.queue, clock.now());
    return { ok: true, result: bot.queue.items.slice(0, limit).map(toUpdate) };
  };

  /** One prompt conflict in three seconds; the others are told three seconds later. */
  const end = (reason: string): void => {
    const ended = waiting;
    if (ended === undefined) return;
    waiting = undefined;
    const refusal = conflict(reason);
    const answer: Answer = { ok: false, code: 409, description: refusal.message };
    if (clock.now() >= nextConflictAtMs) {
      nextConflictAtMs = clock.now() + HOLD_MS;
      ended.finish(answer);
    } else {
      clock.later(HOLD_MS, () => ended.finish(answer));
    }
  };

  const wait = ({ limit, onHangUp }: PollRequest, timeoutMs: number): Promise<Answer> =>
    new Promise((resolve) => {
      const mine: Waiting = {
        limit,
        finish: (answer) => {
          cancel();
          stay();
          if (waiting === mine) waiting = undefined;
          resolve(answer);
        },
      };
      const cancel = clock.later(timeoutMs, () => mine.finish(take(limit)));
      const stay = onHangUp(() => mine.finish({ ok: true, result: [] }));
      waiting = mine;
    });

  return {
    poll: async (request) => {
      const now = clock.now();
      const isRepeat = request.offset === last.offset;
      const isHeld = isRepeat && request.timeoutSeconds < 3 && now < last.atMs + HOLD_MS;
      const timeoutMs = isHeld ? HOLD_MS : request.timeoutSeconds * 1000;
      const limit = isRepeat && now < last.atMs + REPEAT_MS ? 1 : request.limit;
      last = { offset: request.offset, atMs: now };
      end(OTHER_POLLER);
      dropExpired(bot.queue, now);
      confirm(bot.queue, request.offset);
      if (bot.queue.items.length > 0 || timeoutMs === 0) return take(limit);
      return wait({ ...request, limit }, timeoutMs);
    },
    wake: () => {
      const current = waiting;
      if (current === undefined) return;
      current.wokenAtMs ??= clock.now();
      const wokenAtMs = current.wokenAtMs;
      const isLate = clock.now() - wokenAtMs >= MAX_COALESCE_MS;
      const finish = (): void => {
        if (waiting === current) current.finish(take(current.limit));
      };
      if (isLate) finish();
      else clock.later(COALESCE_MS, finish);
    },
    end,
  };
}
