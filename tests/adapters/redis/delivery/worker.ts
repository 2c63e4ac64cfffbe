import { connectRedis, type RedisClient } from '../../../../src/adapters/redis/connect.ts';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { createBudget } from '../../../../src/adapters/redis/delivery/budget.ts';
import { deliveryKeys } from '../../../../src/adapters/redis/delivery/delivery-keys.ts';
import { SYSTEM_CLOCK } from '../../../../src/adapters/redis/delivery/delivery-store.ts';
import { createPosts } from '../../../../src/adapters/redis/delivery/posts.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import { createUpdateLog } from '../../../../src/adapters/redis/delivery/update-log.ts';
import { createBotApi } from '../../../../src/adapters/telegram/bot-api.ts';
import { createSender } from '../../../../src/adapters/telegram/sender.ts';
import { runPublishing } from '../../../../src/app/delivery/publish-due.ts';
import { runBroadcasts } from '../../../../src/app/delivery/run-broadcasts.ts';
import type { ArticleId } from '../../../../src/domain/article/article.ts';

export type WorkerTask = {
  readonly redisUrl: string;
  readonly apiRoot: string;
  readonly botId: string;
  readonly channel: string;
  readonly work: 'post' | 'broadcast' | 'reply' | 'reply taken when kept';
};

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** The same functions, with a place to die before and after each. */
function mortal<T extends object>(parts: T, steps: readonly (keyof T & string)[], reach: Reach): T {
  const wrapped: Partial<T> = {};
  for (const step of steps) {
    const original = parts[step];
    if (typeof original !== 'function') continue;
    const dying = async (...args: unknown[]): Promise<unknown> => {
      reach(`before ${step}`);
      const answer: unknown = await original(...args);
      // A look that finds nothing is no step of a delivery.
      if (JSON.stringify(answer) !== '{"kind":"nothing"}') reach(`after ${step}`);
      return answer;
    };
    Reflect.set(wrapped, step, dying);
  }
  return { ...parts, ...wrapped };
}

type Reach = (step: string) => void;

/** One worker as it runs in production, but for its short times; `reach` is called at every step. */
export async function runWorker(task: WorkerTask, reach: Reach, signal: AbortSignal): Promise<void> {
  const redis = connectRedis(task.redisUrl, { log });
  const store = { redis, botId: task.botId, log, messagesPerSecond: 1000, claimMs: 400, sendMs: 800 };
  const sender = mortal(createSender(createBotApi('1:token', task.apiRoot)), ['send'], reach);
  const shared = {
    sender,
    budget: createBudget(store),
    clock: SYSTEM_CLOCK,
    log,
    desk: async () => undefined,
  };
  const everySecond = { schedule: '* * * * * *', timezone: 'UTC', postsPerSlot: 1, minGapMs: 0 };
  switch (task.work) {
    case 'post': {
      const posts = mortal(
        createPosts({ ...store, claimMs: 4_000, lookAfterMs: 0 }),
        ['claim', 'begin', 'settle'],
        reach,
      );
      const compose = async (article: ArticleId) => ({ text: article, entities: [] });
      const plans = [{ channel: task.channel, ...everySecond }];
      await runPublishing({ ...shared, plans, posts, deskChat: 7, compose }, signal);
      break;
    }
    case 'broadcast': {
      const broadcasts = mortal(createBroadcasts(store), ['claim', 'begin', 'settle'], reach);
      const subscribers = createSubscribers(store);
      await runBroadcasts({ ...shared, broadcasts, subscribers, onProgress: async () => undefined }, signal);
      break;
    }
    case 'reply':
    case 'reply taken when kept': {
      const updates = createUpdateLog<{ update_id: number }>({ ...store, takeOverMs: 600 });
      const append = async (): Promise<void> => {
        reach('before append');
        await updates.append([Object.assign({ update_id: 1 }, { message: { chat: { id: 5 } } })]);
        reach('after append');
      };
      const answer = async (): Promise<void> => {
        reach('before handling');
        await sender.send(5, { text: 'answer', entities: [] });
        reach('after handling');
      };
      if (task.work === 'reply') await append();
      const running = updates.run(answer, signal);
      if (task.work !== 'reply') {
        await groupOf(redis, deliveryKeys(task.botId).updates('turns'));
        await append();
      }
      await running;
    }
  }
  redis.disconnect();
}

/** There is one once a worker has begun to take turns. */
async function groupOf(redis: RedisClient, turns: string): Promise<void> {
  for (;;) {
    const groups: unknown = await redis.xinfo('GROUPS', turns).catch(() => []);
    if (Array.isArray(groups) && groups.length > 0) return;
  }
}
