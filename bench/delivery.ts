import { Api } from 'grammy';
import { Telegram } from 'telegraf';
import { createBotApi } from '../src/adapters/telegram/bot-api.ts';
import { broadcastHere } from './delivery/broadcasting.ts';
import { ledgerOf } from './delivery/ledger.ts';
import { beside, type Row, within } from './delivery/row.ts';
import { startWorld, TOKEN, type World } from './delivery/world.ts';

export { benchTwoWorkers } from './delivery/two-workers.ts';

const MESSAGES = 20_000;
const IN_FLIGHT = 50;
const SUBSCRIBERS = 1_000_000;

/** Calls a second with so many under way. */
async function rateOf(
  count: number,
  inFlight: number,
  call: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const one = async (): Promise<void> => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return (count * 1000) / (performance.now() - startedAt);
}

/**
 * One worker's broadcast with the limit lifted, through ledger and Redis, beside what grammY and telegraf send without
 * either, to the same sandbox in the same run.
 */
export async function benchBroadcast(): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const first = await world.telegram.readers(MESSAGES);
    const text = 'The ferry to Skerry sails again from Monday.';
    const apiRoot = world.telegram.address;
    const grammy = new Api(TOKEN, { apiRoot });
    const telegraf = new Telegram(TOKEN, { apiRoot });
    const ours = createBotApi(TOKEN, apiRoot);
    const by = (send: (chat: number) => Promise<unknown>): Promise<number> =>
      rateOf(MESSAGES, IN_FLIGHT, (index) => send(first + index));
    await by((chat) => grammy.sendMessage(chat, text)); // lets the compiler see what is hot, on both sides
    const grammyRate = await by((chat) => grammy.sendMessage(chat, text));
    const telegrafRate = await by((chat) => telegraf.sendMessage(chat, text));
    const oursRate = await by((chat) => ours.sendMessage(chat, text));
    const ledger = ledgerOf(world);
    await ledger.subscribe(first, MESSAGES);
    await broadcastHere(world, ledger, text); // as above
    const { perSecond: broadcastRate } = await broadcastHere(world, ledger, text);
    return [
      beside(
        'broadcast messages/s, one worker',
        broadcastRate,
        grammyRate,
        'grammY sendMessage, 50 in flight',
      ),
      beside('sends/s by the bot’s transport', oursRate, telegrafRate, 'telegraf sendMessage, 50 in flight'),
    ];
  } finally {
    await world.stop();
  }
}

/** A million subscribers: what each takes in Redis, and how long the start of a broadcast to all takes. */
export async function benchAudience(): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const { redis } = world;
    const { broadcasts, subscribe } = ledgerOf(world);
    const before = await usedBytes(redis);
    await subscribe(5_000_000_000, SUBSCRIBERS);
    const bytes = ((await usedBytes(redis)) - before) / SUBSCRIBERS;
    const { id } = await broadcasts.draft({ text: 'Good morning.', entities: [] }, 1);
    const startedAt = performance.now();
    await broadcasts.command(id, 'start');
    const startMs = performance.now() - startedAt;
    return [
      within('bytes of Redis a subscriber, of a million', bytes, 130),
      within('start of a broadcast to a million', startMs, 1000, ' ms'),
    ];
  } finally {
    await world.stop();
  }
}

async function usedBytes(redis: World['redis']): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1]);
}
