import { describe, expect, it } from 'vitest';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import type { BroadcastId } from '../../../../src/app/ports/delivery.ts';
import type { BroadcastLedger, Recipient } from '../../../../src/app/ports/ledger.ts';
import { freshBot, imbalance, virtualClock } from './ledger-fixture.ts';

const hello = { text: 'Hello', entities: [] };
const DAY_MS = 86_400_000;
const FAST = { messagesPerSecond: 1_000_000 };

async function newsroom(readers: number, options = {}) {
  const bot = freshBot();
  const clock = virtualClock();
  const store = { ...bot, clock, timeFrom: 'clock' as const, ...FAST, ...options };
  const subscribers = createSubscribers(store);
  for (let chat = 1; chat <= readers; chat++) {
    await subscribers.add({
      chat: 5000 + chat,
      since: clock.now() + chat * 1000,
      language: chat % 2 ? 'de' : 'en-GB',
    });
  }
  return { bot, clock, subscribers, broadcasts: createBroadcasts(store) };
}

async function started(broadcasts: BroadcastLedger): Promise<BroadcastId> {
  const { id } = await broadcasts.draft(hello, 7);
  await broadcasts.command(id, 'start');
  return id;
}

async function claimed(
  broadcasts: BroadcastLedger,
  id: BroadcastId,
  atMost: number,
): Promise<readonly Recipient[]> {
  const claim = await broadcasts.claim(id, atMost);
  return claim.kind === 'claimed' ? claim.recipients : [];
}

describe('a broadcast', () => {
  it('freezes its audience at the start', async () => {
    const { broadcasts, subscribers, clock } = await newsroom(3);
    const id = await started(broadcasts);
    await subscribers.add({ chat: 9999, since: clock.now() });
    expect((await broadcasts.get(id))?.counts).toMatchObject({ audience: 3, waiting: 3 });
    const recipients = await claimed(broadcasts, id, 10);
    expect(recipients.map(({ chat }) => chat)).toEqual([5001, 5002, 5003]);
  });

  it('does not write to who left after the start, and counts them', async () => {
    const { broadcasts, subscribers } = await newsroom(3);
    const id = await started(broadcasts);
    await subscribers.remove(5002, 'stopped');
    expect((await claimed(broadcasts, id, 10)).map(({ chat }) => chat)).toEqual([5001, 5003]);
    expect((await broadcasts.get(id))?.counts).toMatchObject({ unreachable: 1, inFlight: 2, waiting: 0 });
    expect(await broadcasts.undelivered(id)).toEqual([
      { chat: 5002, state: 'unreachable', reason: 'left before it was their turn' },
    ]);
  });

  it('finds again whom a claim gave back while the budget was spent', async () => {
    const { broadcasts, clock } = await newsroom(20, { messagesPerSecond: 1, claimMs: 14_500 });
    const id = await started(broadcasts);
    const [first] = await claimed(broadcasts, id, 1);
    expect(first?.chat).toBe(5001);
    // The others come after it, more than a byte of the bitmap further on.
    for (let second = 0; second < 14; second++) {
      clock.advance(1_000);
      for (const recipient of await claimed(broadcasts, id, 1)) {
        await broadcasts.begin(recipient);
        await broadcasts.settle(recipient, 'sent', '');
      }
    }
    clock.advance(600);
    expect(await broadcasts.claim(id, 1)).toMatchObject({ kind: 'later' });
    clock.advance(1_000);
    expect((await claimed(broadcasts, id, 1)).map(({ chat }) => chat)).toEqual([5001]);
  });

  it('gives who begins late another moment', async () => {
    const { broadcasts, clock } = await newsroom(9, { messagesPerSecond: 30 });
    const id = await started(broadcasts);
    const recipients = await claimed(broadcasts, id, 9);
    const begin = async (recipient: Recipient): Promise<number> => {
      expect(await broadcasts.begin(recipient)).toBe(true);
      return clock.now();
    };
    const fromMs = clock.now();
    expect(recipients.map(({ waitMs }) => waitMs)).toEqual([0, 34, 67, 100]);
    const [first, ...others] = recipients;
    if (first === undefined) throw new Error('nobody was claimed');
    clock.advance(67);
    // The token's next moment lies behind those that were claimed.
    expect((await begin(first)) - fromMs).toBeGreaterThanOrEqual(133);
    for (const other of others) await begin(other);
    expect((await broadcasts.get(id))?.counts).toMatchObject({ inFlight: 4, waiting: 5 });
  });

  it('gives each recipient to one worker only', async () => {
    const { broadcasts } = await newsroom(40);
    const id = await started(broadcasts);
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimed(broadcasts, id, 4)));
    const chats = claims.flat().map(({ chat }) => chat);
    expect(new Set(chats).size).toBe(40);
    expect(chats.length).toBe(40);
  });

  it('starts once however often it is told to', async () => {
    const { broadcasts } = await newsroom(2);
    const { id } = await broadcasts.draft(hello, 7);
    const answers = await Promise.all([1, 2, 3].map(() => broadcasts.command(id, 'start')));
    expect(answers.filter((answer) => answer !== undefined).length).toBe(1);
  });

  it('is finished when nobody waits and nobody is in hand, and its editor is told once', async () => {
    const { broadcasts, clock } = await newsroom(2);
    const id = await started(broadcasts);
    const recipients = await claimed(broadcasts, id, 10);
    for (const recipient of recipients) {
      expect(await broadcasts.begin(recipient)).toBe(true);
      expect(await broadcasts.settle(recipient, 'sent', '')).toBe(true);
    }
    clock.advance(10_000);
    expect(await broadcasts.claim(id, 1)).toEqual({ kind: 'stopped' });
    const [told] = await broadcasts.toTell();
    expect(told).toMatchObject({ status: 'finished', counts: { audience: 2, sent: 2, inFlight: 0 } });
    if (told !== undefined) await broadcasts.told(told);
    expect(await broadcasts.live()).toEqual([]);
    expect(await imbalance(broadcasts)).toEqual([0]);
  });

  it('counts a claim nobody settled as unknown, and ignores a settlement that comes too late', async () => {
    const { broadcasts, clock } = await newsroom(1);
    const id = await started(broadcasts);
    const [recipient] = await claimed(broadcasts, id, 1);
    if (recipient === undefined) throw new Error('nobody was claimed');
    await broadcasts.begin(recipient);
    clock.advance(41_000);
    expect(await broadcasts.claim(id, 1)).toEqual({ kind: 'stopped' });
    expect(await broadcasts.settle(recipient, 'sent', '')).toBe(false);
    expect((await broadcasts.get(id))?.counts).toMatchObject({ unknown: 1, sent: 0 });
    expect(await broadcasts.undelivered(id)).toEqual([
      { chat: 5001, state: 'unknown', reason: 'the process ended while it sent' },
    ]);
  });

  it('gives back a claim that was not begun: nothing can have been sent', async () => {
    const { broadcasts, clock } = await newsroom(1);
    const id = await started(broadcasts);
    const [first] = await claimed(broadcasts, id, 1);
    clock.advance(16_000);
    const [second] = await claimed(broadcasts, id, 1);
    expect(second?.chat).toBe(5001);
    if (first === undefined || second === undefined) throw new Error('nobody was claimed');
    expect(await broadcasts.begin(first)).toBe(false);
    expect(await broadcasts.begin(second)).toBe(true);
  });

  it.each(['pause', 'cancel'] as const)(
    'lets nobody begin after %s, and has them waiting again',
    async (command) => {
      const { broadcasts } = await newsroom(3);
      const id = await started(broadcasts);
      const recipients = await claimed(broadcasts, id, 2);
      await broadcasts.command(id, command);
      expect(await Promise.all(recipients.map((recipient) => broadcasts.begin(recipient)))).toEqual([
        false,
        false,
      ]);
      expect((await broadcasts.get(id))?.counts).toMatchObject({ waiting: 3, inFlight: 0 });
    },
  );

  it('goes on after a pause with those who were left', async () => {
    const { broadcasts } = await newsroom(3);
    const id = await started(broadcasts);
    const [first] = await claimed(broadcasts, id, 1);
    if (first === undefined) throw new Error('nobody was claimed');
    await broadcasts.begin(first);
    await broadcasts.command(id, 'pause');
    await broadcasts.settle(first, 'sent', '');
    expect(await broadcasts.claim(id, 9)).toEqual({ kind: 'stopped' });
    await broadcasts.command(id, 'resume');
    expect((await claimed(broadcasts, id, 9)).map(({ chat }) => chat)).toEqual([5002, 5003]);
  });

  it('pauses by itself when its text is refused from the start', async () => {
    const { broadcasts } = await newsroom(20);
    const id = await started(broadcasts);
    for (const recipient of await claimed(broadcasts, id, 10)) {
      await broadcasts.begin(recipient);
      await broadcasts.settle(recipient, 'failed', 'Bad Request: message is too long');
    }
    expect(await broadcasts.get(id)).toMatchObject({
      status: 'paused',
      note: 'Bad Request: message is too long',
    });
  });

  it('goes once more to those of whom nobody knows, when an editor wants it so', async () => {
    const { broadcasts } = await newsroom(2);
    const id = await started(broadcasts);
    const [first, second] = await claimed(broadcasts, id, 2);
    if (first === undefined || second === undefined) throw new Error('nobody was claimed');
    for (const [recipient, state] of [
      [first, 'unknown'],
      [second, 'sent'],
    ] as const) {
      await broadcasts.begin(recipient);
      await broadcasts.settle(recipient, state, 'reset');
    }
    await broadcasts.claim(id, 1);
    expect(await broadcasts.repeatUnknown(id)).toMatchObject({
      status: 'running',
      counts: { unknown: 0, waiting: 1 },
    });
    expect((await claimed(broadcasts, id, 9)).map(({ chat }) => chat)).toEqual([5001]);
    expect(await imbalance(broadcasts)).toEqual([0]);
  });

  it('goes to a segment: a language, who joined lately, who was active lately', async () => {
    const { broadcasts, subscribers, clock } = await newsroom(6);
    expect(await broadcasts.audienceOf({})).toBe(6);
    expect(await broadcasts.audienceOf({ languages: ['en'] })).toBe(3);
    await subscribers.seen(5003);
    clock.advance(3 * DAY_MS);
    await subscribers.add({ chat: 5007, since: clock.now(), language: 'en' });
    await subscribers.add({ chat: 5008, since: clock.now(), language: 'es' });
    for (const chat of [5004, 5007, 5008, 9999]) await subscribers.seen(chat);
    expect(await broadcasts.audienceOf({ joinedWithinDays: 1 })).toBe(2);
    expect(await broadcasts.audienceOf({ activeWithinDays: 3 })).toBe(3);
    expect(await broadcasts.audienceOf({ activeWithinDays: 4 })).toBe(4);
    const segment = { languages: ['en', 'de'], activeWithinDays: 4 };
    expect(await broadcasts.audienceOf(segment)).toBe(3);
    const { id } = await broadcasts.draft(hello, 7);
    await broadcasts.amend(id, { segment: { languages: ['es'], joinedWithinDays: 1 } });
    await broadcasts.amend(id, { segment });
    await broadcasts.command(id, 'start');
    expect((await claimed(broadcasts, id, 9)).map(({ chat }) => chat)).toEqual([5003, 5004, 5007]);
    expect(await broadcasts.amend(id, { silent: true })).toBeUndefined();
  });

  it('is shown rarer the longer it takes: an edit is a message less', async () => {
    const { bot, broadcasts, clock } = await newsroom(2);
    const id = await started(broadcasts);
    const restMs = async (): Promise<number> => {
      await bot.redis.del(bot.keys.broadcast(id, 'told'));
      expect(await broadcasts.toTell()).toHaveLength(1);
      expect(await broadcasts.toTell()).toEqual([]);
      return bot.redis.pttl(bot.keys.broadcast(id, 'told'));
    };
    expect(await restMs()).toBeLessThanOrEqual(2_000);
    clock.advance(3_600_000);
    const longMs = await restMs();
    expect(longMs).toBeGreaterThan(9_000);
    expect(longMs).toBeLessThanOrEqual(10_000);
  });

  it('takes a share of the budget for each picture of an album', async () => {
    const { broadcasts, clock } = await newsroom(3, { messagesPerSecond: 10 });
    const { id } = await broadcasts.draft({ fromChat: 7, messageId: 1, album: [1, 2, 3, 4] }, 7);
    await broadcasts.command(id, 'start');
    expect(await claimed(broadcasts, id, 9)).toHaveLength(1);
    expect(await broadcasts.claim(id, 9)).toEqual({ kind: 'later', ms: 300 });
    clock.advance(300);
    expect((await claimed(broadcasts, id, 9)).map(({ waitMs }) => waitMs)).toEqual([100]);
  });

  it('goes at the paid rate when it is paid for, and leaves the others their own', async () => {
    const { broadcasts } = await newsroom(300, { messagesPerSecond: 10, paidMessagesPerSecond: 1000 });
    const free = await started(broadcasts);
    const { id } = await broadcasts.draft(hello, 7);
    await broadcasts.amend(id, { paid: true });
    await broadcasts.command(id, 'start');
    expect(await claimed(broadcasts, id, 500)).toHaveLength(101);
    expect(await broadcasts.claim(free, 9)).toMatchObject({ kind: 'later' });
  });

  it('starts by itself at the time it is planned for', async () => {
    const { broadcasts, clock } = await newsroom(1);
    const { id } = await broadcasts.draft(hello, 7);
    await broadcasts.amend(id, { plannedAtMs: clock.now() + 60_000 });
    expect(await broadcasts.startPlanned()).toEqual({ started: [], missed: [] });
    expect((await broadcasts.begun(9)).map(({ status }) => status)).toEqual(['draft']);
    clock.advance(60_000);
    const both = await Promise.all([broadcasts.startPlanned(), broadcasts.startPlanned()]);
    expect(both.flatMap(({ started: begun }) => begun)).toMatchObject([{ id, status: 'running' }]);
  });

  it('waits for its editor again when its time passed while nobody worked', async () => {
    const { broadcasts, clock } = await newsroom(1);
    const { id } = await broadcasts.draft(hello, 7);
    await broadcasts.amend(id, { plannedAtMs: clock.now() + 60_000 });
    clock.advance(2 * 3_600_000);
    const both = await Promise.all([broadcasts.startPlanned(), broadcasts.startPlanned()]);
    expect(both.flatMap(({ missed }) => missed)).toMatchObject([{ id, status: 'draft' }]);
    expect(both.flatMap(({ started: begun }) => begun)).toEqual([]);
    expect((await broadcasts.get(id))?.plannedAtMs).toBeUndefined();
  });

  it('is not among those begun while it is a draft, or was dropped', async () => {
    const { broadcasts, clock } = await newsroom(1);
    const id = await started(broadcasts);
    for (let draft = 0; draft < 60; draft++) {
      clock.advance(1000);
      await broadcasts.draft(hello, 7);
    }
    expect((await broadcasts.begun(5)).map((one) => one.id)).toEqual([id]);
  });
});
