import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { deliveryKeys } from '../../../../src/adapters/redis/delivery/delivery-keys.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import type { BroadcastId } from '../../../../src/app/ports/delivery.ts';
import type { BroadcastLedger, Recipient, Settlement } from '../../../../src/app/ports/ledger.ts';
import { freshBot, imbalance, virtualClock } from './ledger-fixture.ts';

/** What the world looks like from outside: who is in hand, and to whom a message went for certain or perhaps. */
type Model = {
  readonly broadcasts: BroadcastLedger;
  readonly id: BroadcastId;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly hand: Recipient[];
  readonly written: Set<number>;
};

type Step = (model: Model) => Promise<unknown>;

const claim =
  (atMost: number): Step =>
  async ({ broadcasts, id, hand }) => {
    const found = await broadcasts.claim(id, atMost);
    if (found.kind === 'claimed') hand.push(...found.recipients);
  };

const begin =
  (index: number): Step =>
  async ({ broadcasts, hand, written }) => {
    const recipient = hand[index];
    if (recipient === undefined || !(await broadcasts.begin(recipient))) return;
    expect(written.has(recipient.chat)).toBe(false);
  };

const settle =
  (index: number, as: Settlement): Step =>
  async ({ broadcasts, hand, written }) => {
    const recipient = hand[index];
    if (recipient === undefined) return;
    const counted = await broadcasts.settle(recipient, as, 'a reason');
    if (counted && as !== 'waiting') written.add(recipient.chat);
  };

const command =
  (name: 'pause' | 'resume'): Step =>
  ({ broadcasts, id }) =>
    broadcasts.command(id, name);

const wait =
  (ms: number): Step =>
  async ({ clock }) =>
    clock.advance(ms);

const inHand = fc.nat(20);
const endings = fc.constantFrom<Settlement[]>('sent', 'unreachable', 'failed', 'unknown', 'waiting');
const steps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 1, max: 7 }).map((n) => ({ name: `claim ${n}`, run: claim(n) })),
  },
  { weight: 6, arbitrary: inHand.map((n) => ({ name: `begin ${n}`, run: begin(n) })) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(inHand, endings)
      .map(([n, as]) => ({ name: `settle ${n} as ${as}`, run: settle(n, as) })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1_000, 16_000, 61_000).map((ms) => ({ name: `wait ${ms}`, run: wait(ms) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('pause' as const, 'resume' as const)
      .map((name) => ({ name, run: command(name) })),
  },
);

describe('the sum of a broadcast', () => {
  const bot = freshBot();
  let made = 0;

  it('is its audience whatever workers and editors do, and nobody is begun again who was settled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 60 }), async (sequence) => {
        const clock = virtualClock();
        const botId = `${bot.botId}${made++}`;
        const keys = deliveryKeys(botId);
        const store = { ...bot, botId, clock, timeFrom: 'clock' as const, messagesPerSecond: 1_000_000 };
        const subscribers = createSubscribers(store);
        for (let chat = 1; chat <= 12; chat++) await subscribers.add({ chat, since: 0 });
        const broadcasts = createBroadcasts(store);
        const { id } = await broadcasts.draft({ text: 'Hello', entities: [] }, 7);
        await broadcasts.command(id, 'start');
        const model: Model = { broadcasts, id, clock, hand: [], written: new Set() };
        for (const { run } of sequence) {
          await run(model);
          expect(await imbalance(broadcasts)).toEqual([0]);
          const counts = (await broadcasts.get(id))?.counts;
          expect(await bot.redis.bitcount(keys.broadcast(id, 'todo'))).toBe(counts?.waiting);
          expect(await bot.redis.hlen(keys.broadcast(id, 'claims'))).toBe(counts?.inFlight);
        }
      }),
      { numRuns: 60 },
    );
  });
});
