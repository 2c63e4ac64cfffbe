import { describe, expect, it } from 'vitest';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { createBudget } from '../../../../src/adapters/redis/delivery/budget.ts';
import { createPosts } from '../../../../src/adapters/redis/delivery/posts.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import { publishDue } from '../../../../src/app/delivery/publish-due.ts';
import { sendToRecipient } from '../../../../src/app/delivery/send-to-recipient.ts';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { freshBot, virtualClock } from './ledger-fixture.ts';
import { telegramFake } from './telegram-fake.ts';

const CHANNEL = '@harbour_news';
const A_MINUTE_MS = 60_000;

function scene() {
  const bot = freshBot();
  const clock = virtualClock();
  const store = { ...bot, clock, timeFrom: 'clock' as const, messagesPerSecond: 1000 };
  /** The process is stopped for a minute while the answer of Redis is on its way. */
  const stoppedAfter =
    <Args extends readonly unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      const answer = await ask(...args);
      clock.advance(A_MINUTE_MS);
      return answer;
    };
  return { bot, clock, store, stoppedAfter, telegram: telegramFake() };
}

describe('a process that was stopped between the beginning of a send and the send', () => {
  it('sends no post, which another may have found missing and sent', async () => {
    const { bot, clock, store, stoppedAfter, telegram } = scene();
    const posts = createPosts(store);
    const plan = { channel: CHANNEL, schedule: '* * * * * *', timezone: 'UTC', postsPerSlot: 1 };
    const world = {
      ...{ plans: [plan], clock, log: bot.log, sender: telegram.sender, desk: async () => undefined },
      posts: { ...posts, begin: stoppedAfter(posts.begin) },
      budget: createBudget(store),
      compose: async (text: string) => ({ text, entities: [] }),
    };
    await publishDue(world, plan);
    await bot.redis.zadd(bot.keys.waiting(CHANNEL), 1, 'news');
    clock.advance(1_000);
    await publishDue(world, plan);
    expect(telegram.channel).toEqual([]);
    expect(await posts.get(CHANNEL, 'news' as ArticleId)).toMatchObject({ state: 'waiting' });
    clock.advance(A_MINUTE_MS);
    await publishDue({ ...world, posts }, plan);
    expect(telegram.channel.map(({ message }) => message.text)).toEqual(['news']);
  });

  it('writes to no recipient of a broadcast', async () => {
    const { bot, clock, store, stoppedAfter, telegram } = scene();
    const subscribers = createSubscribers(store);
    await subscribers.add({ chat: 5, since: 0 });
    const broadcasts = createBroadcasts(store);
    const broadcast = await broadcasts.draft({ text: 'hello', entities: [] }, 7);
    await broadcasts.command(broadcast.id, 'start');
    const claim = await broadcasts.claim(broadcast.id, 1);
    const [recipient] = claim.kind === 'claimed' ? claim.recipients : [];
    if (recipient === undefined) throw new Error('Nobody was claimed');
    const world = {
      ...{ subscribers, clock, log: bot.log, sender: telegram.sender, budget: createBudget(store) },
      broadcasts: { ...broadcasts, begin: stoppedAfter(broadcasts.begin) },
    };
    expect(await sendToRecipient(world, broadcast, recipient)).toBe('not begun');
    expect(telegram.channel).toEqual([]);
    expect((await broadcasts.get(broadcast.id))?.counts).toMatchObject({ waiting: 1, inFlight: 0 });
  });
});
