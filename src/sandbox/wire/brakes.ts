import type { Core } from '../core.ts';
import type { Bot } from '../world/state.ts';

/** The server's own brakes, apart from flood control: too much under way at once. */
export type Brakes = {
  /** Counts a call in; undefined, three seconds later, where there are too many. The function counts it out. */
  readonly enter: (bot: Bot, method: string, chat: string) => Promise<(() => void) | undefined>;
};

const MAX_UNSENT_IN_CHAT = 310;
const MAX_ACTIVE = 1000;
const REFUSAL_DELAY_MS = 3000;
const SENDS = /^(send|copy|forward)/;

export function createBrakes(core: Core): Brakes {
  const active = new Map<string, number>();
  const change = (key: string, by: number): void => {
    const count = (active.get(key) ?? 0) + by;
    if (count === 0) active.delete(key);
    else active.set(key, count);
  };
  return {
    enter: async (bot, method, chat) => {
      const keys = [`${bot.id}`, ...(SENDS.test(method) && chat !== '' ? [`${bot.id} ${chat}`] : [])];
      const [ofBot = '', ofChat] = keys;
      const isFull =
        (active.get(ofBot) ?? 0) >= MAX_ACTIVE + core.delivery.recentUpdates(bot) ||
        (ofChat !== undefined && (active.get(ofChat) ?? 0) >= MAX_UNSENT_IN_CHAT);
      if (isFull) {
        await new Promise<void>((resolve) => core.clock.later(REFUSAL_DELAY_MS, resolve));
        return undefined;
      }
      for (const key of keys) change(key, 1);
      return () => {
        for (const key of keys) change(key, -1);
      };
    },
  };
}
