import type { DeskDrafts } from '../../app/ports/desk.ts';
import type { RedisClient } from './connect.ts';

const DAY_S = 86_400;

/** What editors are in the middle of, forgotten after a day. */
export function createDeskDrafts(redis: RedisClient, own: string): DeskDrafts {
  const key = (chat: number): string => `${own}:desk:${chat}`;
  return {
    get: async (chat) =>
      (await redis.get(key(chat))) === 'writing a broadcast' ? { kind: 'writing a broadcast' } : undefined,
    set: async (chat, draft) => {
      await redis.set(key(chat), draft.kind, 'EX', DAY_S);
    },
    clear: async (chat) => {
      await redis.del(key(chat));
    },
  };
}
