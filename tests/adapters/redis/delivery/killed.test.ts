import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, type TestContext, vi } from 'vitest';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { createPosts } from '../../../../src/adapters/redis/delivery/posts.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { freshBot, imbalance } from './ledger-fixture.ts';
import { startTinyTelegram, type TinyTelegram } from './tiny-telegram.ts';
import { transpileDelivery } from './transpile.ts';
import { runWorker, type WorkerTask } from './worker.ts';

const CHANNEL = '@harbour_news';
const SOON = { timeout: 35_000, interval: 50 };
vi.setConfig({ testTimeout: 45_000 });

let delivery: Awaited<ReturnType<typeof transpileDelivery>>;
beforeAll(async () => {
  delivery = await transpileDelivery();
});
afterAll(() => delivery.remove());

type AtEnd = TestContext['onTestFinished'];

function startDying(task: WorkerTask, dieAt: string, atEnd: AtEnd): ChildProcess {
  const file = join(delivery.folder, 'tests/adapters/redis/delivery/dying-worker.js');
  const child = spawn(process.execPath, [file, JSON.stringify([task, dieAt])], { stdio: 'inherit' });
  atEnd(() => void child.kill('SIGKILL'));
  return child;
}

/** The worker that is left. */
function startLiving(task: WorkerTask, atEnd: AtEnd): void {
  const stop = new AbortController();
  const running = runWorker(task, () => undefined, stop.signal);
  atEnd(async () => {
    stop.abort();
    await running;
  });
}

async function died(child: ChildProcess): Promise<void> {
  const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
}

type Scene = {
  readonly bot: ReturnType<typeof freshBot>;
  readonly telegram: TinyTelegram;
  /** Has one worker die at a step, and another take over. */
  readonly killAt: (step: string) => Promise<void>;
};

async function scene(
  work: WorkerTask['work'],
  atEnd: AtEnd,
  alreadyThere: readonly string[] = [],
): Promise<Scene> {
  const bot = freshBot();
  const telegram = await startTinyTelegram(alreadyThere);
  atEnd(telegram.close);
  const { botId } = bot;
  const task = { redisUrl: inject('redisUrl'), apiRoot: telegram.url, botId, channel: CHANNEL, work };
  return {
    bot,
    telegram,
    killAt: async (step) => {
      const first = startDying(task, step, atEnd);
      if (step === 'during send') {
        telegram.onAccepted = () => {
          telegram.onAccepted = () => undefined;
          first.kill('SIGKILL');
        };
      }
      await died(first);
      startLiving(task, atEnd);
    },
  };
}

describe('a post whose worker is killed', () => {
  it.concurrent.for([
    'before claim',
    'after claim',
    'before begin',
    'after begin',
    'before send',
    'during send',
    'after send',
    'before settle',
    'after settle',
  ])('%s is in the channel once, and known to be', async (step, { onTestFinished }) => {
    const { bot, telegram, killAt } = await scene('post', onTestFinished, ['an older post']);
    await bot.redis.hset(bot.keys.channel(CHANNEL), 'lastMessageId', '1');
    await bot.redis.zadd(bot.keys.waiting(CHANNEL), 1, 'news');
    const posts = createPosts(bot);
    await killAt(step);
    await vi.waitFor(async () => {
      expect(await posts.get(CHANNEL, 'news' as ArticleId)).toMatchObject({ state: 'sent', messageId: 2 });
    }, SOON);
    expect(telegram.accepted).toEqual(['an older post', 'news']);
  });
});

describe('a broadcast message whose worker is killed', () => {
  it.concurrent.for([
    ['before claim', 'sent', 1],
    ['after claim', 'sent', 1],
    ['before begin', 'sent', 1],
    // From here on nobody can know, and nothing is ever sent twice.
    ['after begin', 'unknown', 0],
    ['before send', 'unknown', 0],
    ['during send', 'unknown', 1],
    ['after send', 'unknown', 1],
    ['before settle', 'unknown', 1],
    ['after settle', 'sent', 1],
  ] as const)('%s counts as %s', async ([step, state, copies], { onTestFinished }) => {
    const { bot, telegram, killAt } = await scene('broadcast', onTestFinished);
    await createSubscribers(bot).add({ chat: 5, since: 0 });
    const broadcasts = createBroadcasts({ ...bot, messagesPerSecond: 1000 });
    const { id } = await broadcasts.draft({ text: 'hello', entities: [] }, 7);
    await broadcasts.command(id, 'start');
    await killAt(step);
    await vi.waitFor(async () => {
      expect(await broadcasts.get(id)).toMatchObject({
        status: 'finished',
        counts: { audience: 1, [state]: 1 },
      });
    }, SOON);
    expect(telegram.accepted.length).toBe(copies);
    expect(await imbalance(broadcasts)).toEqual([0]);
  });
});

describe('a command whose worker is killed', () => {
  it.concurrent.for([
    // Not kept, so not confirmed: Telegram gives it again, which the second worker stands for here.
    ['before append', 1],
    ['after append', 1],
    ['before handling', 1],
    ['before send', 1],
    // Once or again, never not at all.
    ['during send', 2],
    ['after send', 2],
    ['after handling', 2],
  ] as const)('%s is answered', async ([step, answers], { onTestFinished }) => {
    const { bot, telegram, killAt } = await scene('reply', onTestFinished);
    await killAt(step);
    await vi.waitFor(async () => {
      expect(telegram.accepted.length).toBe(answers);
      expect(await bot.redis.get(bot.keys.updates('kept'))).toBe('0');
    }, SOON);
  });

  it.concurrent.for([
    ['before handling', 1],
    ['before send', 1],
    ['during send', 2],
    ['after handling', 2],
  ] as const)(
    '%s is answered where it was taken as it was kept',
    async ([step, answers], { onTestFinished }) => {
      const { bot, telegram, killAt } = await scene('reply taken when kept', onTestFinished);
      await killAt(step);
      await vi.waitFor(async () => {
        expect(telegram.accepted.length).toBe(answers);
        expect(await bot.redis.get(bot.keys.updates('kept'))).toBe('0');
      }, SOON);
    },
  );
});
