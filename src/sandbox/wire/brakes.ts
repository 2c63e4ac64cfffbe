import type { Core } from '../core.ts';
import type { Bot } from '../world/state.ts';

/** The server's own brakes, apart from flood control: too much under way at once. */
export type Brakes = {
  /** Counts a call in; undefined where there are too many. The function counts it out. */
  readonly enter: (bot: Bot, method: string, chat: string) => (() => void) | undefined;
};

/** After this long a call that did not get in is told so. */
export const REFUSAL_DELAY_MS = 3000;
const MAX_UNSENT_IN_CHAT = 310;
const MAX_ACTIVE = 1000;
const SENDS = /^(send|copy|forward)/;

export function createBrakes(core: Core): Brakes {
  const ofBots = createCounts<number>();
  const ofChats = createCounts<string>();
  const isFull = (bot: Bot): boolean => {
    const active = ofBots.count(bot.id);
    return active >= MAX_ACTIVE && active >= MAX_ACTIVE + core.delivery.recentUpdates(bot);
  };
  return {
    enter: (bot, method, chat) => {
      const key = SENDS.test(method) ? `${bot.id} ${chat}` : undefined;
      if (isFull(bot) || (key !== undefined && ofChats.count(key) >= MAX_UNSENT_IN_CHAT)) return undefined;
      ofBots.change(bot.id, 1);
      if (key !== undefined) ofChats.change(key, 1);
      return () => {
        ofBots.change(bot.id, -1);
        if (key !== undefined) ofChats.change(key, -1);
      };
    },
  };
}

type Counts<Key> = {
  readonly count: (key: Key) => number;
  readonly change: (key: Key, by: number) => void;
};

/** What counts nothing takes no room. */
function createCounts<Key>(): Counts<Key> {
  const counts = new Map<Key, number>();
  const count = (key: Key): number => counts.get(key) ?? 0;
  return {
    count,
    change: (key, by) => {
      const next = count(key) + by;
      if (next === 0) counts.delete(key);
      else counts.set(key, next);
    },
  };
}
