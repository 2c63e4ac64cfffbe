import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../../src/adapters/redis/delivery/budget.ts';
import type { Lane } from '../../../../src/app/ports/delivery.ts';
import { freshBot } from './ledger-fixture.ts';

/** Questions to Redis that somebody who was woken may ask one after the other before sleeping again. */
const ROUNDS = 4;

/**
 * A clock whose sleepers are woken in the order of their times, so that many senders share it. Time stands still while
 * somebody is awake: whoever waits for Redis is answered before a question that is asked later on the same connection.
 */
function sharedClock(redis: { readonly ping: () => Promise<unknown> }): {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
} {
  let nowMs = 1_750_000_000_000;
  const sleepers: { atMs: number; wake: () => void }[] = [];
  let isIdle = false;
  const wakeNext = async (): Promise<void> => {
    isIdle = true;
    for (let round = 0; round < ROUNDS; round++) await redis.ping();
    isIdle = false;
    const next = sleepers.sort((a, b) => a.atMs - b.atMs).shift();
    if (next === undefined) return;
    nowMs = Math.max(nowMs, next.atMs);
    next.wake();
    if (sleepers.length > 0 && !isIdle) void wakeNext();
  };
  return {
    now: () => nowMs,
    sleep: (ms) =>
      ms <= 0
        ? Promise.resolve()
        : new Promise((wake) => {
            sleepers.push({ atMs: nowMs + ms, wake });
            if (!isIdle) void wakeNext();
          }),
  };
}

function worstSecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1000).length));
}

function budgetOf(messagesPerSecond: number) {
  const bot = freshBot();
  const clock = sharedClock(bot.redis);
  const store = { ...bot, clock, timeFrom: 'clock' as const, messagesPerSecond };
  // Two stores on one Redis are two processes as far as the budget can see.
  const budgets = [createBudget(store), createBudget(store)] as const;
  const times: number[] = [];
  const send = async (lane: Lane, chat: number, worker = 0, isGroup = false): Promise<number> => {
    await clock.sleep(await budgets[worker % 2 === 0 ? 0 : 1].reserve({ lane, chat, isGroup }));
    times.push(clock.now());
    return clock.now();
  };
  return { clock, send, times, budget: budgets[0], store };
}

describe('the budget', () => {
  it('spaces what all processes send evenly: no second holds more than its limit and one', async () => {
    const { send, times } = budgetOf(30);
    await Promise.all(Array.from({ length: 120 }, (_, chat) => send('reply', chat, chat)));
    expect(worstSecond(times)).toBeLessThanOrEqual(31);
    const tookMs = Math.max(...times) - Math.min(...times);
    expect(119_000 / tookMs).toBeGreaterThan(30 * 0.99);
  });

  it('lets a chat have three replies at once and then one a second', async () => {
    const { send, times } = budgetOf(1000);
    for (let message = 0; message < 6; message++) await send('reply', 7);
    const first = times[0] ?? 0;
    expect(times.map((at) => Math.round((at - first) / 1000))).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it('lets a channel have twenty a minute', async () => {
    const { send, times } = budgetOf(1000);
    for (let message = 0; message < 5; message++) await send('post', -100, 0, true);
    expect(times.map((at) => Math.round((at - (times[0] ?? 0)) / 1000))).toEqual([0, 3, 6, 9, 12]);
  });

  it('does not let a chat that must wait keep the others waiting', async () => {
    const { send, clock } = budgetOf(10);
    const startMs = clock.now();
    const greedy = Array.from({ length: 8 }, () => send('reply', 7));
    const other = await send('reply', 8);
    expect(other - startMs).toBeLessThan(1000);
    await Promise.all(greedy);
  });

  it('stops everyone while Telegram asked for a pause, and does not end it in a burst', async () => {
    const { send, times, clock, budget } = budgetOf(10);
    const startMs = clock.now();
    const sleeping = Array.from({ length: 20 }, (_, chat) => send('reply', chat));
    await budget.hold(5000);
    await budget.hold(1000);
    await Promise.all(sleeping);
    const late = times.filter((at) => at > startMs + 10);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(startMs + 5000);
    expect(worstSecond(late)).toBeLessThanOrEqual(11);
  });

  it('lets who missed the moment take another, and not leave together with the next', async () => {
    const { clock, times, budget: punctual, store } = budgetOf(30);
    let isStuck = true;
    const sleepLong = async (ms: number): Promise<void> => {
      await clock.sleep(isStuck && ms > 0 ? ms + 60 : ms);
      isStuck &&= ms <= 0;
    };
    const late = createBudget({ ...store, clock: { ...clock, sleep: sleepLong } });
    const send = async (budget: typeof late, chat: number): Promise<void> => {
      await budget.reserve({ lane: 'reply', chat, isGroup: false });
      times.push(clock.now());
    };
    await send(punctual, 1);
    await Promise.all([send(late, 2), ...[3, 4, 5, 6, 7].map((chat) => send(punctual, chat))]);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(33);
  });

  it('lets a post go before broadcasts that wait, within a second', async () => {
    const { send, clock } = budgetOf(10);
    const broadcast = Array.from({ length: 12 }, (_, chat) => send('broadcast', chat));
    await clock.sleep(500);
    const askedMs = clock.now();
    expect((await send('post', -100, 1, true)) - askedMs).toBeLessThan(1000);
    await Promise.all(broadcast);
  });
});
