import type { DeskDraft, DeskDrafts } from '../../app/ports/desk.ts';
import type { RedisClient } from './connect.ts';

const DAY_S = 86_400;

/** What editors are in the middle of, forgotten after a day. */
export function createDeskDrafts(redis: RedisClient, own: string): DeskDrafts {
  const key = (chat: number): string => `${own}:desk:${chat}`;
  return {
    get: async (chat) => toDraft(await redis.get(key(chat))),
    set: async (chat, draft) => {
      await redis.set(key(chat), JSON.stringify(draft), 'EX', DAY_S);
    },
    clear: async (chat) => {
      await redis.del(key(chat));
    },
  };
}

/** Written by `set`; what an earlier version wrote is forgotten. */
function toDraft(json: string | null): DeskDraft | undefined {
  return json?.startsWith('{') ? (JSON.parse(json) as DeskDraft) : undefined;
}
