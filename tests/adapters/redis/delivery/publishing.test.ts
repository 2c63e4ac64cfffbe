import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../../src/adapters/redis/delivery/budget.ts';
import { createPosts } from '../../../../src/adapters/redis/delivery/posts.ts';
import type { ChannelPlan, Publishing } from '../../../../src/app/delivery/channel-plan.ts';
import type { DeskNotice } from '../../../../src/app/delivery/desk-notice.ts';
import { findPost } from '../../../../src/app/delivery/find-post.ts';
import { publishDue } from '../../../../src/app/delivery/publish-due.ts';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { nextSlot } from '../../../../src/domain/delivery/slots.ts';
import { freshBot, virtualClock } from './ledger-fixture.ts';
import { telegramFake } from './telegram-fake.ts';

const CHANNEL = '@harbour_news';
const article = (name: string): ArticleId => name as ArticleId;
const start = DateTime.fromISO('2026-05-04T09:59:30Z').toMillis();
const HOURLY = {
  channel: CHANNEL,
  schedule: '0 * * * *',
  timezone: 'UTC',
  postsPerSlot: 1,
} satisfies ChannelPlan;

function desk(answer?: Parameters<typeof telegramFake>[0], plan: Partial<ChannelPlan> = {}, startMs = start) {
  const bot = freshBot();
  const clock = virtualClock(startMs);
  const store = { ...bot, clock, timeFrom: 'clock' as const };
  const telegram = telegramFake(answer);
  const notices: DeskNotice[] = [];
  const posts = createPosts(store);
  const full: ChannelPlan = { ...HOURLY, ...plan };
  const world: Publishing = {
    plans: [full],
    posts,
    budget: createBudget({ ...store, messagesPerSecond: 1000 }),
    sender: telegram.sender,
    clock,
    log: bot.log,
    deskChat: 7,
    desk: async (notice) => {
      notices.push(notice);
    },
    compose: async (id) =>
      id === 'empty' ? undefined : { text: id, entities: [], photoUrl: 'https://img.test/a.jpg' },
  };
  const wait = async (...ids: string[]): Promise<void> => {
    for (const [index, id] of ids.entries()) await bot.redis.zadd(bot.keys.waiting(CHANNEL), index + 1, id);
  };
  const due = (): Promise<void> => publishDue(world, full);
  const at = async (ms: number): Promise<void> => {
    clock.advance(ms - clock.now());
    await due();
  };
  const texts = (): string[] => telegram.channel.map(({ message }) => message.text);
  return { bot, clock, posts, telegram, notices, world, wait, due, at, texts, plan: full };
}

describe('the posts of a channel', () => {
  it('wait for a slot, go one a slot, the oldest first', async () => {
    const { due, at, wait, texts } = desk();
    await wait('old', 'new');
    await due();
    expect(texts()).toEqual([]);
    await at(start + 31_000);
    expect(texts()).toEqual(['old']);
    await at(start + 60_000);
    expect(texts()).toEqual(['old']);
    await at(start + 3_631_000);
    expect(texts()).toEqual(['old', 'new']);
  });

  it('go newest first, or the most important first, where it is so configured', async () => {
    const newest = desk(undefined, { order: 'newest first' });
    await newest.due();
    await newest.wait('old', 'new');
    await newest.at(start + 31_000);
    expect(newest.texts()).toEqual(['new']);
    const important = desk(undefined, { order: 'most important first' });
    await important.due();
    await important.wait('a', 'bbb', 'cc');
    const world = { ...important.world, importance: async (id: string) => id.length };
    important.clock.advance(31_000);
    await publishDue(world, important.plan);
    expect(important.texts()).toEqual(['bbb']);
  });

  it('keep their gap when a slot holds several', async () => {
    const { due, at, wait, texts } = desk(undefined, { postsPerSlot: 2, minGapMs: 60_000 });
    await due();
    await wait('a', 'b', 'c');
    await at(start + 31_000);
    expect(texts()).toEqual(['a']);
    await at(start + 100_000);
    expect(texts()).toEqual(['a', 'b']);
    await at(start + 200_000);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('let a slot pass at which nothing waited', async () => {
    const { due, at, wait, texts } = desk();
    await due();
    await at(start + 31_000);
    await wait('late');
    await at(start + 60_000);
    expect(texts()).toEqual([]);
  });

  it('go once to the channel with two workers on every slot', async () => {
    const { due, wait, texts, clock, world, plan } = desk();
    await due();
    await wait('a', 'b', 'c');
    clock.advance(31_000);
    await Promise.all([publishDue(world, plan), publishDue(world, plan), publishDue(world, plan)]);
    expect(texts()).toEqual(['a']);
  });

  it('make up one missed slot after an outage, not all of them at once', async () => {
    const { due, at, wait, texts } = desk();
    await due();
    await wait('a', 'b', 'c');
    await at(start + 5 * 3_600_000);
    await at(start + 5 * 3_600_000 + 10_000);
    expect(texts()).toEqual(['a']);
  });

  it('do not burst after hours in which Telegram could not be reached', async () => {
    let isDown = true;
    const { due, at, wait, texts } = desk(() =>
      isDown ? { kind: 'rate-limited', retryAfterMs: 1000 } : undefined,
    );
    await due();
    await wait('a', 'b', 'c', 'd');
    for (let hour = 0; hour < 4; hour++) await at(start + 31_000 + hour * 3_600_000);
    isDown = false;
    for (let minute = 1; minute < 30; minute++) await at(start + 31_000 + 3 * 3_600_000 + minute * 60_000);
    expect(texts()).toEqual(['a']);
  });

  it('are held back in the quiet hours and released at their end', async () => {
    const quietHours = { fromMinute: 10 * 60, toMinute: 12 * 60 + 30 };
    const { due, at, wait, texts } = desk(undefined, { quietHours });
    await due();
    await wait('a', 'b');
    await at(start + 31_000);
    await at(start + 3_631_000);
    expect(texts()).toEqual([]);
    await at(DateTime.fromISO('2026-05-04T12:30:01Z').toMillis());
    expect(texts()).toEqual(['a']);
  });

  it('are dropped with a reason when there is nothing to post, and the slot goes to the next', async () => {
    const { due, at, wait, texts, posts } = desk();
    await due();
    await wait('empty', 'full');
    await at(start + 31_000);
    expect(texts()).toEqual(['full']);
    expect(await posts.get(CHANNEL, article('empty'))).toMatchObject({ state: 'dropped' });
  });

  it('are dropped when they are no news any more', async () => {
    const { due, at, bot, texts, posts } = desk(undefined, { maxAgeMs: 3_600_000 });
    await due();
    await bot.redis.zadd(bot.keys.waiting(CHANNEL), start - 7_200_000, 'stale', start, 'fresh');
    await at(start + 31_000);
    expect(texts()).toEqual(['fresh']);
    expect((await posts.get(CHANNEL, article('stale')))?.state).toBe('dropped');
  });

  it('go without their picture when it is refused', async () => {
    const { due, at, wait, telegram } = desk(({ message }) =>
      message.photoUrl === undefined ? undefined : { kind: 'rejected', reason: 'wrong file identifier' },
    );
    await due();
    await wait('a');
    await at(start + 31_000);
    expect(telegram.channel.map(({ message }) => message)).toEqual([{ text: 'a', entities: [] }]);
  });

  it('that Telegram refuses are told to the desk, and do not block the queue', async () => {
    const { due, at, wait, texts, notices } = desk(({ message }) =>
      message.text === 'bad' ? { kind: 'rejected', reason: 'too long' } : undefined,
    );
    await due();
    await wait('bad', 'good');
    await at(start + 31_000);
    await at(start + 45_000);
    expect(texts()).toEqual(['good']);
    expect(notices).toEqual([{ kind: 'post failed', channel: CHANNEL, article: 'bad', reason: 'too long' }]);
  });

  it('wait while the bot may not write to the channel, and the desk is told once', async () => {
    const { due, at, wait, notices, posts } = desk(() => ({ kind: 'unreachable', reason: 'bot was kicked' }));
    await due();
    await wait('a');
    for (let minute = 1; minute < 30; minute++) await at(start + minute * 60_000);
    expect(notices).toEqual([{ kind: 'channel unreachable', channel: CHANNEL, reason: 'bot was kicked' }]);
    expect((await posts.waiting(CHANNEL, 9)).ids).toEqual(['a']);
  });

  it('have a history that an editor can read', async () => {
    const { due, at, wait, posts } = desk();
    await due();
    await wait('a');
    await at(start + 31_000);
    const record = await posts.get(CHANNEL, article('a'));
    expect(record?.history.map(({ what }) => what)).toEqual([
      'taken in hand for the slot',
      'being sent',
      'sent as message 1',
    ]);
    expect(record?.messageId).toBe(1);
  });
});

describe('a post without an answer', () => {
  const silent = { kind: 'no-answer', reason: 'reset' } as const;

  it('is found by forwarding the next message to the desk, and not sent again', async () => {
    const { due, at, wait, texts, posts, telegram, world, notices } = desk(({ message }) =>
      message.text === 'b' ? silent : undefined,
    );
    await due();
    await wait('a', 'b');
    await at(start + 31_000);
    await at(start + 3_631_000);
    expect((await posts.get(CHANNEL, article('b')))?.state).toBe('unknown');
    await at(start + 3_650_000);
    await findPost(world, CHANNEL);
    expect(telegram.forwarded).toEqual([2]);
    expect(await posts.get(CHANNEL, article('b'))).toMatchObject({ state: 'sent', messageId: 2 });
    expect(notices).toEqual([{ kind: 'post found', channel: CHANNEL, article: 'b', messageId: 2 }]);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('is not taken for another that nobody knew of either and that stands in its place', async () => {
    let tries = 0;
    const { due, at, wait, texts, posts, telegram, world } = desk(({ message }) =>
      message.text === 'a' || (message.text === 'b' && tries++ > 0) ? undefined : silent,
    );
    await due();
    await wait('a', 'b', 'c');
    await at(start + 31_000);
    await at(start + 3_631_000);
    telegram.channel.pop(); // b was lost on its way, and c takes its number
    await at(start + 7_231_000);
    await at(start + 7_250_000);
    await findPost(world, CHANNEL);
    await findPost(world, CHANNEL);
    expect(await posts.get(CHANNEL, article('c'))).toMatchObject({ state: 'sent', messageId: 2 });
    await at(start + 7_260_000);
    expect(texts()).toEqual(['a', 'c', 'b']);
    expect(await posts.get(CHANNEL, article('b'))).toMatchObject({ state: 'sent', messageId: 3 });
  });

  it('goes again when it is not there, and the last known message is', async () => {
    let tries = 0;
    const { due, at, wait, texts, posts, telegram, world } = desk(({ message }) => {
      if (message.text !== 'b' || tries++ > 0) return undefined;
      telegram.channel.length = 1; // lost on its way
      return silent;
    });
    await due();
    await wait('a', 'b');
    await at(start + 31_000);
    await at(start + 3_631_000);
    telegram.channel.pop();
    await at(start + 3_650_000);
    await findPost(world, CHANNEL);
    expect(telegram.forwarded).toEqual([1]);
    await at(start + 3_660_000);
    expect(texts()).toEqual(['a', 'b']);
    expect((await posts.get(CHANNEL, article('b')))?.state).toBe('sent');
  });

  it.each([
    ['it is there', 'sent', 1],
    ['post it', 'sent', 2],
  ] as const)('that cannot be looked for is an editor’s to decide: %s', async (word, state, copies) => {
    let tries = 0;
    const { due, at, wait, texts, posts, world, notices } = desk(() => (tries++ === 0 ? silent : undefined));
    await due();
    await wait('a');
    await at(start + 31_000);
    await at(start + 60_000);
    await findPost(world, CHANNEL);
    expect(notices).toEqual([{ kind: 'post unknown', channel: CHANNEL, article: 'a' }]);
    expect(await posts.decide(CHANNEL, article('a'), word)).toBe(true);
    expect(await posts.decide(CHANNEL, article('a'), word)).toBe(false);
    await at(start + 70_000);
    expect((await posts.get(CHANNEL, article('a')))?.state).toBe(state);
    expect(texts().length).toBe(copies);
  });
});

describe('the queue of a channel', () => {
  it('is in an editor’s hand: up, down, now, hold, release, drop', async () => {
    const { due, at, wait, posts, texts } = desk();
    await due();
    await wait('a', 'b', 'c', 'd');
    const move = (id: string, what: Parameters<typeof posts.move>[2]) =>
      posts.move(CHANNEL, article(id), what, 'oldest first');
    const queue = async () =>
      (await posts.queue(CHANNEL, 'oldest first', 9)).map((p) => `${p.article} ${p.where}`);
    expect(await move('c', 'up')).toBe(true);
    expect(await move('a', 'up')).toBe(false);
    expect(await move('b', 'hold')).toBe(true);
    expect(await move('d', 'now')).toBe(true);
    expect(await queue()).toEqual(['d breaking', 'a waiting', 'c waiting', 'b held']);
    expect(await move('a', 'drop')).toBe(true);
    expect(await move('a', 'up')).toBe(false);
    expect(await move('b', 'release')).toBe(true);
    expect(await queue()).toEqual(['d breaking', 'c waiting', 'b waiting']);
    await at(start + 1000);
    expect(texts()).toEqual(['d']);
    expect((await posts.get(CHANNEL, article('a')))?.state).toBe('dropped');
  });
});

describe('three workers for a virtual year', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'])(
    'use every slot once over both clock changes in %s',
    async (timezone) => {
      const schedule = '30 2 * * *';
      const from = DateTime.fromISO('2026-01-01T00:00', { zone: timezone }).toMillis();
      const { bot, world, clock, plan, telegram } = desk(undefined, { schedule, timezone }, from);
      await publishDue(world, plan);
      const days: string[] = [];
      for (
        let slot = nextSlot(schedule, timezone, from);
        slot !== undefined;
        slot = nextSlot(schedule, timezone, slot)
      ) {
        if (slot >= from + 364 * 86_400_000) break;
        await bot.redis.zadd(bot.keys.waiting(CHANNEL), slot, `a${slot}`);
        clock.advance(slot + 5_000 - clock.now());
        await Promise.all([publishDue(world, plan), publishDue(world, plan), publishDue(world, plan)]);
        days.push(`a${slot}`);
      }
      expect(telegram.channel.map(({ message }) => message.text)).toEqual(days);
      expect(days.length).toBe(364);
    },
  );
});
