import { describe, expect, it } from 'vitest';
import { baseLanguage, createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import { freshBot } from './ledger-fixture.ts';

describe('subscribers', () => {
  it('are added once, leave once, and may come back', async () => {
    const subscribers = createSubscribers(freshBot());
    expect(await subscribers.add({ chat: 5, since: 0 })).toBe(true);
    expect(await subscribers.add({ chat: 5, since: 9, language: 'de' })).toBe(false);
    expect(await subscribers.count()).toBe(1);
    expect(await subscribers.remove(5, 'stopped')).toBe(true);
    expect(await subscribers.remove(5, 'stopped')).toBe(false);
    expect([await subscribers.has(5), await subscribers.count()]).toEqual([false, 0]);
    expect(await subscribers.add({ chat: 5, since: 0 })).toBe(true);
    expect([await subscribers.has(5), await subscribers.count()]).toEqual([true, 1]);
  });

  it('that nobody knows are neither there nor removed', async () => {
    const subscribers = createSubscribers(freshBot());
    expect([await subscribers.has(6), await subscribers.remove(6, 'blocked')]).toEqual([false, false]);
  });

  it('leave with the date and the reason', async () => {
    const bot = freshBot();
    const subscribers = createSubscribers({
      ...bot,
      clock: { now: () => 86_400_000, sleep: async () => undefined },
    });
    await subscribers.add({ chat: 5, since: 60_000, language: 'pt-BR' });
    await subscribers.remove(5, 'Forbidden: bot was blocked by the user');
    const record = await bot.redis.hget(`${bot.keys.subscribersByNumber}0`, '1');
    expect(record).toBe('5 60 pt 86400 bot-was-blocked-by-t');
  });

  it('are active on the day on which they subscribe, though they asked for something before', async () => {
    const bot = freshBot();
    const clock = { now: () => 86_400_000, sleep: async () => undefined };
    const subscribers = createSubscribers({ ...bot, clock });
    await Promise.all([7, 8].map((chat) => subscribers.seen(chat)));
    expect(await bot.redis.bitcount(`${bot.keys.seenOn}1`)).toBe(0);
    await subscribers.add({ chat: 8, since: 0 });
    await subscribers.add({ chat: 7, since: 0 });
    await Promise.all([7, 8].map((chat) => subscribers.seen(chat)));
    expect(await bot.redis.bitcount(`${bot.keys.seenOn}1`)).toBe(2);
  });

  it('take less than 130 bytes each, all told', async () => {
    const bot = freshBot();
    const subscribers = createSubscribers(bot);
    const many = 20_000;
    for (let from = 0; from < many; from += 1000) {
      await Promise.all(
        Array.from({ length: 1000 }, (_, index) =>
          subscribers.add({
            chat: 1_000_000_000 + (from + index) * 7919,
            since: 1_700_000_000_000,
            language: 'en',
          }),
        ),
      );
    }
    const names = await bot.redis.keys(`${bot.keys.subscribers}*`);
    const sizes = await Promise.all(names.map((name) => bot.redis.memory('USAGE', name)));
    const total = sizes.reduce<number>((sum, size) => sum + Number(size), 0);
    expect(total / many).toBeLessThan(130);
  });

  it.each([
    ['pt-BR', 'pt'],
    ['EN', 'en'],
    [undefined, ''],
    ['x', ''],
    ['english', ''],
  ])('are told apart by language, not by country: %s', (tag, language) =>
    expect(baseLanguage(tag)).toBe(language),
  );
});
