import { loadScript, type ScriptArgument } from '../load-scripts.ts';
import { chatOfUpdate } from './chat-of-update.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { GROUP, type Turn, toTurn } from './update-turns.ts';

/** Keeps updates in one step, and takes turns in the same where it is told for whom. */
export type Append<U> = (
  updates: readonly U[],
  taking?: { readonly consumer: string; readonly most: number },
) => Promise<readonly Turn<U>[]>;

/** Telegram repeats an update for a day at most. */
const REMEMBER_SECONDS = 3 * 86_400;

/** `most` are kept unhandled; beyond it `append` throws, and so it does when Redis does not answer. */
export function appending<U extends { readonly update_id: number }>(
  { redis, botId }: DeliveryStore,
  most: number,
): Append<U> {
  const keys = deliveryKeys(botId);
  const script = loadScript(redis, 'delivery-updates-append');
  const scriptKeys = ['turns', 'active', 'kept', 'waiting:', 'seen:'].map((part) => keys.updates(part));
  return async (updates, taking = { consumer: '', most: 0 }) => {
    const chats = updates.map(chatOfUpdate);
    const args: ScriptArgument[] = [most, REMEMBER_SECONDS, GROUP, taking.consumer, taking.most];
    updates.forEach((update, index) => {
      args.push(update.update_id, chats[index] ?? '', JSON.stringify(update));
    });
    const reply = await script(scriptKeys, args);
    if (!Array.isArray(reply)) throw new Error('Redis answered updates with something else than a list');
    if (reply[0] === -1) {
      throw new Error(`${most} updates wait to be handled; no more are taken until some are`);
    }
    return readTurns(reply, updates, chats);
  };
}

/** Of what was just kept the update is at hand; what was kept before comes with its own. */
function readTurns<U>(
  reply: readonly unknown[],
  updates: readonly U[],
  chats: readonly string[],
): readonly Turn<U>[] {
  const turns: Turn<U>[] = [];
  for (let at = 1; at < reply.length; at += 2) {
    const number = Number(reply[at + 1]) - 1;
    const [update, chat] = [updates[number], chats[number]];
    if (update !== undefined && chat !== undefined) {
      turns.push({ id: String(reply[at]), chat, update, attempts: 0 });
    } else {
      turns.push(toTurn(reply[at], reply[at + 2], reply[at + 3]));
      at += 2;
    }
  }
  return turns;
}
