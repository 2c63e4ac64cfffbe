import { gather } from '../gather.ts';
import { loadScript } from '../load-scripts.ts';
import { type DeliveryKeys, deliveryKeys } from './delivery-keys.ts';
import type { DeliveryStore } from './delivery-store.ts';

/** One update in hand: the turn of its chat. */
export type Turn<U> = {
  /** In the stream. */
  readonly id: string;
  readonly chat: string;
  readonly update: U;
  /** How often a process had it before and died, or failed. */
  readonly attempts: number;
};

/** The stream of turns, as one consumer sees it. */
export type TurnStream<U> = {
  /** Waits up to a second for turns that nobody has. */
  readonly next: (atMost: number) => Promise<readonly Turn<U>[]>;
  /** Says that this process lives and has these in hand. */
  readonly keep: (ids: readonly string[]) => Promise<void>;
  /** Takes turns from consumers that gave no sign for `idleMs`. */
  readonly takeOver: (idleMs: number) => Promise<readonly Turn<U>[]>;
  /** Ends a turn; with `aside` the update is kept as a failure. */
  readonly done: (turn: Turn<U>, aside?: string) => Promise<void>;
  readonly close: () => void;
};

export const GROUP = 'dateline';
/** Bounds how long a stop takes, in ms. */
const BLOCK_MS = 1_000;
const TAKEN_AT_ONCE = 50;
const KEPT_ASIDE = 1_000;
/** Turns that are ended in one trip. */
const ENDED_AT_ONCE = 100;
/** A consumer without turns that was not seen for this long is forgotten, in ms. */
const FORGET_MS = 3_600_000;

export function createTurnStream<U>({ redis, botId }: DeliveryStore, consumer: string): TurnStream<U> {
  const keys = deliveryKeys(botId);
  const [turns, attempts] = [keys.updates('turns'), keys.updates('attempts')];
  const end = gather(endTogether(redis, keys), { most: ENDED_AT_ONCE });
  // A blocking read keeps its connection to itself.
  const blocking = redis.duplicate();
  blocking.on('error', () => undefined); // the shared connection tells of outages
  const reading = { isReady: false };

  const withGroup = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!reading.isReady) await createGroup();
    try {
      reading.isReady = true;
      return await work();
    } catch (error) {
      reading.isReady = false;
      throw error;
    }
  };
  const createGroup = async (): Promise<void> => {
    await redis.xgroup('CREATE', turns, GROUP, '0', 'MKSTREAM').catch((error: unknown) => {
      if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
    });
    await forgetTheDead();
  };
  const forgetTheDead = async (): Promise<void> => {
    for (const found of toConsumers(await redis.xinfo('CONSUMERS', turns, GROUP))) {
      if (found.pending === 0 && found.idleMs > FORGET_MS) {
        await redis.xgroup('DELCONSUMER', turns, GROUP, found.name);
      }
    }
  };

  return {
    next: (atMost) =>
      withGroup(async () => {
        const group = ['GROUP', GROUP, consumer] as const;
        const block = ['COUNT', atMost, 'BLOCK', BLOCK_MS] as const;
        const reply: unknown = await blocking.xreadgroup(...group, ...block, 'STREAMS', turns, '>');
        return toTurns<U>(Array.isArray(reply) ? Reflect.get(Object(reply[0]), 1) : []);
      }),
    keep: async (ids) => {
      if (ids.length > 0) await redis.xclaim(turns, GROUP, consumer, 0, ...ids, 'JUSTID');
    },
    takeOver: (idleMs) =>
      withGroup(async () => {
        const reply: unknown = await redis.xautoclaim(
          turns,
          GROUP,
          consumer,
          idleMs,
          '0-0',
          'COUNT',
          TAKEN_AT_ONCE,
        );
        const found = toTurns<U>(Array.isArray(reply) ? reply[1] : []);
        return Promise.all(
          found.map(async (turn) => ({ ...turn, attempts: await redis.hincrby(attempts, turn.id, 1) })),
        );
      }),
    done: async ({ id, chat }, aside = '') => {
      await end({ id, chat, aside });
    },
    close: () => blocking.disconnect(),
  };
}

type Ended = { readonly id: string; readonly chat: string; readonly aside: string };

/** Ends several turns in one step. */
function endTogether(
  redis: DeliveryStore['redis'],
  keys: DeliveryKeys,
): (ended: readonly Ended[]) => Promise<readonly true[]> {
  const script = loadScript(redis, 'delivery-updates-done');
  const scriptKeys = ['turns', 'active', 'kept', 'attempts', 'aside', 'waiting:'].map((part) =>
    keys.updates(part),
  );
  return async (ended) => {
    const args: (string | number)[] = [GROUP, KEPT_ASIDE, ended.length];
    for (const { id, chat } of ended) args.push(id, chat);
    for (const { id, aside } of ended) if (aside !== '') args.push(id, aside);
    await script(scriptKeys, args);
    return ended.map(() => true);
  };
}

/** `[[id, ['chat', …, 'update', …]], …]`, as Redis answers. */
function toTurns<U>(reply: unknown): readonly Turn<U>[] {
  const turns: Turn<U>[] = [];
  if (!Array.isArray(reply)) return turns;
  for (const entry of reply) {
    if (!Array.isArray(entry) || !Array.isArray(entry[1])) continue;
    const [, chat, , update] = entry[1];
    if (chat !== undefined && update !== undefined) turns.push(toTurn(entry[0], chat, update));
  }
  return turns;
}

/** A turn as it was kept. */
export function toTurn<U>(id: unknown, chat: unknown, update: unknown): Turn<U> {
  // Written by `append` alone.
  return { id: String(id), chat: String(chat), update: JSON.parse(String(update)) as U, attempts: 0 };
}

/** `[['name', …, 'pending', …, 'idle', …], …]`. */
function toConsumers(
  reply: unknown,
): readonly { readonly name: string; readonly pending: number; readonly idleMs: number }[] {
  if (!Array.isArray(reply)) return [];
  return reply.filter(Array.isArray).map((fields: readonly unknown[]) => {
    const after = (field: string): unknown => fields[fields.indexOf(field) + 1];
    return {
      name: String(after('name')),
      pending: Number(after('pending')),
      idleMs: Number(after('idle')),
    };
  });
}
