import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { chatOfUpdate } from '../../../../src/adapters/redis/delivery/chat-of-update.ts';
import { appending } from '../../../../src/adapters/redis/delivery/update-append.ts';
import {
  createUpdateLog,
  type UpdateLogOptions,
} from '../../../../src/adapters/redis/delivery/update-log.ts';
import { GROUP } from '../../../../src/adapters/redis/delivery/update-turns.ts';
import { freshBot } from './ledger-fixture.ts';

type Message = { readonly update_id: number; readonly message: { readonly chat: { readonly id: number } } };

const message = (update_id: number, chat: number): Message => ({
  update_id,
  message: { chat: { id: chat } },
});

function log(options: UpdateLogOptions<Message> = {}) {
  const bot = freshBot();
  const stop = new AbortController();
  const running: Promise<void>[] = [];
  onTestFinished(async () => {
    stop.abort();
    await Promise.all(running);
  });
  const process = (handle: (update: Message) => Promise<void>): void => {
    running.push(createUpdateLog<Message>({ ...bot, ...options }).run(handle, stop.signal));
  };
  const kept = async (): Promise<number> => Number(await bot.redis.get(bot.keys.updates('kept')));
  return { bot, updates: createUpdateLog<Message>({ ...bot, ...options }), process, kept };
}

describe('the update log', () => {
  it('has each update handled once, however often Telegram sends it', async () => {
    const { updates, process, kept } = log();
    const handled: number[] = [];
    process(async ({ update_id }) => void handled.push(update_id));
    await updates.append([message(1, 5), message(2, 6), message(1, 5)]);
    await updates.append([message(2, 6)]);
    await vi.waitFor(async () => expect(await kept()).toBe(0));
    expect(handled.sort()).toEqual([1, 2]);
  });

  it('keeps the order within a chat over several processes, and many chats at once', async () => {
    const { updates, process, kept } = log();
    const handled = new Map<number, number[]>();
    let inHand = 0;
    let mostInHand = 0;
    const handle = async ({ update_id, message: { chat } }: Message): Promise<void> => {
      mostInHand = Math.max(mostInHand, ++inHand);
      await new Promise((resolve) => setImmediate(resolve));
      handled.set(chat.id, [...(handled.get(chat.id) ?? []), update_id]);
      inHand--;
    };
    for (let worker = 0; worker < 3; worker++) process(handle);
    const ids = Array.from({ length: 300 }, (_, index) => index + 1);
    await updates.append(ids.map((id) => message(id, id % 10)));
    await vi.waitFor(async () => expect(await kept()).toBe(0), 10_000);
    for (const [chat, order] of handled) expect(order).toEqual(ids.filter((id) => id % 10 === chat));
    expect([...handled.values()].flat().length).toBe(300);
    expect(mostInHand).toBeGreaterThan(1);
  });

  it('handles what it keeps itself in the same process, in order and never too much at once', async () => {
    const { bot, kept } = log();
    const own = createUpdateLog<Message>({ ...bot, concurrency: 8 });
    const stop = new AbortController();
    const handled = new Map<number, number[]>();
    let inHand = 0;
    let mostInHand = 0;
    const running = own.run(async ({ update_id, message: { chat } }) => {
      mostInHand = Math.max(mostInHand, ++inHand);
      await new Promise((resolve) => setImmediate(resolve));
      handled.set(chat.id, [...(handled.get(chat.id) ?? []), update_id]);
      inHand--;
    }, stop.signal);
    const ids = Array.from({ length: 300 }, (_, index) => index + 1);
    for (let from = 0; from < ids.length; from += 20) {
      await own.append(ids.slice(from, from + 20).map((id) => message(id, id % 15)));
    }
    await vi.waitFor(async () => expect(await kept()).toBe(0), 10_000);
    stop.abort();
    await running;
    for (const [chat, order] of handled) expect(order).toEqual(ids.filter((id) => id % 15 === chat));
    expect([...handled.values()].flat().length).toBe(300);
    expect(mostInHand).toBeGreaterThan(1);
    expect(mostInHand).toBeLessThanOrEqual(8);
  });

  it('gives whoever keeps updates the oldest that nobody has, and no more than it can take', async () => {
    const { bot, updates } = log();
    const append = appending<Message>(bot, 100);
    await bot.redis.xgroup('CREATE', bot.keys.updates('turns'), GROUP, '0', 'MKSTREAM');
    await updates.append([message(1, 5), message(2, 6), message(3, 5)]);
    const taken = await append([message(4, 7), message(2, 6), message(5, 8)], { consumer: 'me', most: 3 });
    expect(taken.map(({ chat, update }) => [chat, update])).toEqual([
      ['5', message(1, 5)],
      ['6', message(2, 6)],
      ['7', message(4, 7)],
    ]);
    const rest = await append([message(6, 9)], { consumer: 'me', most: 9 });
    expect(rest.map(({ update }) => update)).toEqual([message(5, 8), message(6, 9)]);
    const pending = await bot.redis.xpending(bot.keys.updates('turns'), GROUP);
    expect(pending[0]).toBe(5);
  });

  it('keeps updates where there is no group to take turns for', async () => {
    const { bot, kept } = log();
    const taken = await appending<Message>(bot, 100)([message(1, 5)], { consumer: 'me', most: 9 });
    expect(taken).toEqual([]);
    expect(await kept()).toBe(1);
  });

  it('tries again what failed, and does not begin the chat’s next before it', async () => {
    const { updates, process, kept } = log();
    const attempts: number[] = [];
    process(async ({ update_id }) => {
      attempts.push(update_id);
      if (attempts.length === 1) throw new Error('a slip');
    });
    await updates.append([message(1, 5), message(2, 5)]);
    await vi.waitFor(async () => expect(await kept()).toBe(0), 5_000);
    expect(attempts).toEqual([1, 1, 2]);
  });

  it('sets aside what fails three times, says so, and goes on', async () => {
    const aside: [number, string][] = [];
    const { updates, process, kept, bot } = log({
      onAside: async ({ update_id }, reason) => void aside.push([update_id, reason]),
    });
    const handled: number[] = [];
    process(async ({ update_id }) => {
      handled.push(update_id);
      if (update_id === 1) throw new Error('always');
    });
    await updates.append([message(1, 5), message(2, 5)]);
    await vi.waitFor(async () => expect(await kept()).toBe(0), 10_000);
    expect(handled).toEqual([1, 1, 1, 2]);
    expect(aside).toEqual([[1, 'always']]);
    const record = await bot.redis.lrange(bot.keys.updates('aside'), 0, -1);
    expect(record.map((text) => JSON.parse(text))).toEqual([{ reason: 'always', update: message(1, 5) }]);
  });

  it('takes no more than it may keep, so that Telegram keeps the rest', async () => {
    const { updates, kept } = log({ most: 3 });
    await updates.append([message(1, 5), message(2, 5)]);
    await expect(updates.append([message(3, 5), message(4, 5)])).rejects.toThrow(
      '3 updates wait to be handled',
    );
    expect(await kept()).toBe(2);
  });

  it('finishes what is in hand when it is stopped, and leaves the rest for another', async () => {
    const { updates, bot, kept } = log();
    const stop = new AbortController();
    const handled: number[] = [];
    let release = (): void => undefined;
    const first = createUpdateLog<Message>(bot).run(async ({ update_id }) => {
      stop.abort();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      handled.push(update_id);
    }, stop.signal);
    await updates.append([message(1, 5), message(2, 5)]);
    await vi.waitFor(() => expect(stop.signal.aborted).toBe(true));
    release();
    await first;
    expect(handled).toEqual([1]);
    expect(await kept()).toBe(1);
  });

  it('does not take from a process that lives, however long its handler takes', async () => {
    const { updates, process, kept } = log({ takeOverMs: 300 });
    const handled: number[] = [];
    let release = (): void => undefined;
    const slow = async ({ update_id }: Message): Promise<void> => {
      handled.push(update_id);
      if (update_id !== 1) return;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    };
    process(slow);
    process(slow);
    await updates.append([message(1, 5)]);
    await vi.waitFor(() => expect(handled).toEqual([1]));
    const begunMs = Date.now();
    await vi.waitFor(() => expect(Date.now() - begunMs).toBeGreaterThan(3 * 300), 5_000);
    await updates.append([message(2, 6)]);
    await vi.waitFor(() => expect(handled).toContain(2), 5_000);
    release();
    await vi.waitFor(async () => expect(await kept()).toBe(0), 5_000);
    expect(handled.filter((id) => id === 1)).toEqual([1]);
  });
});

describe('the chat of an update', () => {
  it.each([
    [{ update_id: 1, message: { chat: { id: 5 }, from: { id: 6 } } }, '5'],
    [{ update_id: 1, callback_query: { from: { id: 6 }, message: { chat: { id: -100 } } } }, '-100'],
    [{ update_id: 1, inline_query: { from: { id: 6 } } }, '6'],
    [{ update_id: 1, my_chat_member: { chat: { id: 7 }, from: { id: 6 } } }, '7'],
    [{ update_id: 1, poll: { id: 'p' } }, 'update 1'],
  ])('is the one it came from: %j', (update, chat) => expect(chatOfUpdate(update)).toBe(chat));

  it('is found in anything at all', () => {
    fc.assert(
      fc.property(fc.object(), fc.integer(), (event, update_id) => {
        expect(chatOfUpdate({ update_id, ...{ event } })).toEqual(expect.any(String));
      }),
    );
  });
});
