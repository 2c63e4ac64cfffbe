import type { BroadcastId } from '../../../app/ports/delivery.ts';
import type { UndeliveredMessage } from '../../../app/ports/ledger.ts';
import type { RedisClient } from '../connect.ts';
import type { DeliveryKeys } from './delivery-keys.ts';
import { CHATS_IN_A_BUCKET } from './subscribers.ts';

const STATES: readonly UndeliveredMessage['state'][] = ['unreachable', 'failed', 'unknown'];

/** Who did not get a broadcast: those with a reason first, then those whose worker died while it sent. */
export async function readUndelivered(
  redis: RedisClient,
  keys: DeliveryKeys,
  id: BroadcastId,
): Promise<readonly UndeliveredMessage[]> {
  const told = (await redis.lrange(keys.broadcast(id, 'failures'), 0, -1)).flatMap(toMessage);
  const known = new Set(told.filter(({ state }) => state === 'unknown').map(({ chat }) => chat));
  const bitmap = await redis.getBuffer(keys.broadcast(id, 'unknown'));
  const chats = await Promise.all(numbersIn(bitmap).map((number) => chatOf(redis, keys, number)));
  const silent = chats
    .filter((chat) => !known.has(chat))
    .map(
      (chat): UndeliveredMessage => ({ chat, state: 'unknown', reason: 'the process ended while it sent' }),
    );
  return [...told, ...silent];
}

function toMessage(line: string): readonly UndeliveredMessage[] {
  const [chat, word, ...reason] = line.split('\t');
  const state = STATES.find((name) => name === word);
  return state === undefined ? [] : [{ chat: Number(chat), state, reason: reason.join('\t') }];
}

function numbersIn(bitmap: Buffer | null): readonly number[] {
  const numbers: number[] = [];
  bitmap?.forEach((byte, index) => {
    for (let bit = 0; byte !== 0 && bit < 8; bit++) {
      if ((byte >> (7 - bit)) & 1) numbers.push(index * 8 + bit);
    }
  });
  return numbers;
}

async function chatOf(redis: RedisClient, keys: DeliveryKeys, number: number): Promise<number> {
  const bucket = `${keys.subscribersByNumber}${Math.floor(number / CHATS_IN_A_BUCKET)}`;
  const record = await redis.hget(bucket, String(number % CHATS_IN_A_BUCKET));
  return Number(record?.split(' ')[0] ?? 0);
}
