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
  const perBot = new Map<Bot, UnderWay>();
  const of = (bot: Bot): UnderWay => {
    const known = perBot.get(bot);
    if (known !== undefined) return known;
    const made: UnderWay = { active: 0, unsent: new Map() };
    perBot.set(bot, made);
    return made;
  };
  return {
    enter: (bot, method, chat) => {
      const mine = of(bot);
      const isFull =
        mine.active >= MAX_ACTIVE && mine.active >= MAX_ACTIVE + core.delivery.recentUpdates(bot);
      const isSend = SENDS.test(method);
      const unsent = isSend ? (mine.unsent.get(chat) ?? 0) : 0;
      if (isFull || unsent >= MAX_UNSENT_IN_CHAT) return undefined;
      mine.active += 1;
      if (isSend) mine.unsent.set(chat, unsent + 1);
      return () => {
        mine.active -= 1;
        if (isSend) countOut(mine.unsent, chat);
      };
    },
  };
}

/** What a bot has under way: all its calls, and by chat those that send. */
type UnderWay = { active: number; readonly unsent: Map<string, number> };

/** What counts nothing takes no room. */
function countOut(counts: Map<string, number>, chat: string): void {
  const left = (counts.get(chat) ?? 0) - 1;
  if (left > 0) counts.set(chat, left);
  else counts.delete(chat);
}
