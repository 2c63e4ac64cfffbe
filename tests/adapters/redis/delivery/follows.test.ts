import { describe, expect, it } from 'vitest';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { createFollows } from '../../../../src/adapters/redis/delivery/follows.ts';
import { createPosts } from '../../../../src/adapters/redis/delivery/posts.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import { MOST_FOLLOWS } from '../../../../src/app/ports/follows.ts';
import { followOfName, followOfTopic } from '../../../../src/domain/archive/follow.ts';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { freshBot, virtualClock } from './ledger-fixture.ts';

const KELL = followOfName({ key: 'annakell', name: 'Anna Kell' });
const BRIDGE = followOfTopic('stone bridges') ?? KELL;
const CHANNEL = '@harbour_news';
const STORY = 'aaaaaaaaaaaaaaaaaaaaaaaa' as ArticleId;

async function town(readers: number) {
  const bot = freshBot();
  const clock = virtualClock();
  const store = { ...bot, clock, timeFrom: 'clock' as const, messagesPerSecond: 1_000_000 };
  const subscribers = createSubscribers(store);
  for (let chat = 1; chat <= readers; chat++) await subscribers.add({ chat, since: clock.now() });
  const parts = {
    follows: createFollows(store),
    broadcasts: createBroadcasts(store),
    posts: createPosts(store),
  };
  return { ...parts, bot, clock, subscribers };
}

const about = (names: readonly string[], words: readonly string[]) => ({ names, words: new Set(words) });

describe('a follow', () => {
  it('is kept once, told back in order, and ended', async () => {
    const { follows, clock } = await town(1);
    expect(await follows.follow(1, KELL)).toBe('followed');
    clock.advance(1);
    expect(await follows.follow(1, BRIDGE)).toBe('followed');
    expect(await follows.follow(1, KELL)).toBe('already');
    expect(await follows.of(1)).toEqual([KELL, BRIDGE]);
    expect(await follows.unfollow(1, KELL.key)).toBe(true);
    expect(await follows.unfollow(1, KELL.key)).toBe(false);
    expect(await follows.of(1)).toEqual([BRIDGE]);
  });

  it('is only for who gets messages', async () => {
    const { follows, subscribers } = await town(1);
    expect(await follows.follow(99, KELL)).toBe('stranger');
    await subscribers.remove(1, 'stopped');
    expect(await follows.follow(1, KELL)).toBe('stranger');
  });

  it('has a limit for each chat', async () => {
    const { follows } = await town(1);
    const each = Array.from({ length: MOST_FOLLOWS }, (_, n) =>
      followOfName({ key: `k${n}`, name: `K ${n}` }),
    );
    for (const one of each) expect(await follows.follow(1, one)).toBe('followed');
    expect(await follows.follow(1, KELL)).toBe('full');
  });

  it('is found by a name, or by all words of a topic', async () => {
    const { follows } = await town(2);
    await follows.follow(1, KELL);
    await follows.follow(2, BRIDGE);
    expect(await follows.about(about(['nannakell', 'nelse'], []))).toEqual([KELL]);
    expect(await follows.about(about([], ['bridg', 'mend']))).toEqual([]);
    expect(await follows.about(about(['nelse'], [...(BRIDGE.terms ?? []), 'mend']))).toEqual([BRIDGE]);
  });

  it('of nobody any more leaves nothing behind', async () => {
    const { follows, bot } = await town(2);
    for (const chat of [1, 2]) for (const what of [KELL, BRIDGE]) await follows.follow(chat, what);
    expect(await follows.most(5)).toHaveLength(2);
    for (const chat of [1, 2]) for (const { key } of [KELL, BRIDGE]) await follows.unfollow(chat, key);
    expect(await follows.most(5)).toEqual([]);
    expect(await bot.redis.keys(`${bot.keys.follows}*`)).toEqual([]);
  });
});

describe('a broadcast to followers', () => {
  it('goes to those who follow one of them and get messages, and is counted before', async () => {
    const { follows, broadcasts, subscribers } = await town(2_000);
    for (let chat = 1; chat <= 1_500; chat++) await follows.follow(chat, KELL);
    await follows.follow(1_999, BRIDGE);
    await subscribers.remove(3, 'stopped');
    const segment = { follows: [KELL.key, BRIDGE.key] };
    expect(await broadcasts.audienceOf(segment)).toBe(1_500);
    const { id } = await broadcasts.draft({ text: 'Hello', entities: [] }, 7);
    await broadcasts.amend(id, { segment });
    expect((await broadcasts.command(id, 'start'))?.counts).toMatchObject({
      audience: 1_500,
      waiting: 1_500,
    });
  });

  it('reaches nobody where nobody follows', async () => {
    const { broadcasts } = await town(3);
    expect(await broadcasts.audienceOf({ follows: [KELL.key] })).toBe(0);
  });

  it('about a story is one, however often and from wherever it is asked for', async () => {
    const { follows, broadcasts } = await town(3);
    await follows.follow(2, KELL);
    const notice = {
      about: STORY,
      content: { text: 'News', entities: [] },
      follows: [KELL.key],
      language: 'en',
    };
    const all = await Promise.all([1, 2, 3, 4].map(() => broadcasts.notify(notice)));
    expect(new Set(all.map((one) => one?.id)).size).toBe(1);
    const claims = await Promise.all([1, 2, 3].map(() => broadcasts.claim(all[0]?.id ?? ('' as never), 9)));
    const chats = claims.flatMap((claim) => (claim.kind === 'claimed' ? claim.recipients : []));
    expect(chats.map(({ chat }) => chat)).toEqual([2]);
    // Editors did not write it: it is not among theirs.
    expect(await broadcasts.begun(9)).toEqual([]);
  });
});

describe('a post that went out', () => {
  async function sent() {
    const desk = await town(0);
    const { posts, bot } = desk;
    await bot.redis.zadd(bot.keys.waiting(CHANNEL), 1, STORY);
    await posts.postNow(CHANNEL, { id: STORY, sortAtMs: 1 });
    const claim = await posts.claim(CHANNEL, { order: 'oldest first', minGapMs: 0, breakingOnly: true });
    if (claim.kind !== 'claimed') throw new Error('nothing was claimed');
    await posts.begin(claim.post);
    return { ...desk, post: claim.post };
  }

  it('is handed to one who tells of it, and again when that one ends before it is done', async () => {
    const { posts, post, clock } = await sent();
    expect(await posts.takeUntold(9)).toEqual([]);
    await posts.settle(post, { kind: 'sent', messageId: 41 });
    const untold = { channel: CHANNEL, article: STORY, messageId: 41 };
    expect(await posts.takeUntold(9)).toEqual([untold]);
    expect(await posts.takeUntold(9)).toEqual([]);
    clock.advance(61_000);
    expect(await posts.takeUntold(9)).toEqual([untold]);
    await posts.toldOf(untold);
    clock.advance(61_000);
    expect(await posts.takeUntold(9)).toEqual([]);
  });

  it('is told of too when it was found later, or an editor saw it', async () => {
    for (const [decide, expected] of [
      ['found', { messageId: 41 }],
      ['seen', {}],
    ] as const) {
      const { posts, post } = await sent();
      await posts.settle(post, { kind: 'unknown', reason: 'silence' });
      expect(await posts.takeUntold(9)).toEqual([]);
      if (decide === 'seen') await posts.decide(CHANNEL, STORY, 'it is there');
      else await posts.resolve({ channel: CHANNEL, article: STORY }, { kind: 'there', messageId: 41 });
      expect(await posts.takeUntold(9)).toEqual([{ channel: CHANNEL, article: STORY, ...expected }]);
    }
  });
});
