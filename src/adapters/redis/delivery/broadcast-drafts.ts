import { randomBytes } from 'node:crypto';
import type {
  Broadcast,
  BroadcastContent,
  BroadcastId,
  DeliveryCounts,
} from '../../../app/ports/delivery.ts';
import type { BroadcastLedger, DraftChanges } from '../../../app/ports/ledger.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK } from './delivery-store.ts';

/** Of a broadcast that has not begun. */
export const NO_COUNTS: DeliveryCounts = {
  audience: 0,
  waiting: 0,
  inFlight: 0,
  sent: 0,
  unreachable: 0,
  failed: 0,
  unknown: 0,
};

type Drafts = Pick<BroadcastLedger, 'draft' | 'amend' | 'begun' | 'startPlanned'>;
type Get = BroadcastLedger['get'];

/** A draft that nobody started is forgotten after this. */
const DRAFT_SECONDS = 7 * 86_400;
/** A planned start that nobody was there for is made up only when it is no older than this, in ms. */
const LATE_MS = 3_600_000;
/** Drafts that were dropped stand among those that were begun. */
const READ_AT_ONCE = 50;

/** Broadcasts before they run: written, changed, planned. */
export function createBroadcastDrafts(
  store: DeliveryStore,
  get: Get,
  step: (id: BroadcastId, name: 'start') => Promise<Broadcast | undefined>,
): Drafts {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const script = loadScript(redis, 'delivery-broadcast-amend');
  const amend: Drafts['amend'] = async (id, { plannedAtMs, ...changes }) => {
    const scriptKeys = [keys.broadcast(id), keys.plannedBroadcasts];
    const changed = await script(scriptKeys, [id, plannedAtMs ?? '', ...fieldsOf(changes)]);
    return changed === 1 ? get(id) : undefined;
  };
  const startDue = async (
    id: BroadcastId,
    atMs: number,
  ): Promise<{ started?: Broadcast; missed?: Broadcast }> => {
    if (clock.now() - atMs > LATE_MS) {
      const isMine = (await redis.zrem(keys.plannedBroadcasts, id)) === 1;
      const missed = isMine ? await amend(id, { plannedAtMs: 'never' }) : undefined;
      return missed === undefined ? {} : { missed };
    }
    const started = await step(id, 'start');
    if (started !== undefined) return { started };
    await redis.zrem(keys.plannedBroadcasts, id);
    return {};
  };
  return {
    amend,
    draft: async (content, editorChat, language = 'en') => {
      const id = await writeDraft(store, content, editorChat, language);
      const draft = await get(id);
      if (draft === undefined) throw new Error('Redis did not keep the draft of a broadcast');
      return draft;
    },
    begun: async (limit) => {
      const found: Broadcast[] = [];
      for (let from = 0; found.length < limit; from += READ_AT_ONCE) {
        const ids = await redis.zrevrange(keys.broadcasts, from, from + READ_AT_ONCE - 1);
        const read = await Promise.all(ids.map((id) => get(id as BroadcastId)));
        found.push(...read.flatMap((one) => (one !== undefined && isBegun(one) ? [one] : [])));
        if (ids.length < READ_AT_ONCE) break;
      }
      return found.slice(0, limit);
    },
    startPlanned: async () => {
      const due = await redis.zrangebyscore(keys.plannedBroadcasts, '-inf', clock.now(), 'WITHSCORES');
      const results: Awaited<ReturnType<typeof startDue>>[] = [];
      for (let at = 0; at + 1 < due.length; at += 2) {
        results.push(await startDue(due[at] as BroadcastId, Number(due[at + 1])));
      }
      return {
        started: results.flatMap(({ started }) => started ?? []),
        missed: results.flatMap(({ missed }) => missed ?? []),
      };
    },
  };
}

function isBegun({ status, startedAtMs, plannedAtMs }: Broadcast): boolean {
  return startedAtMs !== undefined || (status === 'draft' && plannedAtMs !== undefined);
}

function fieldsOf({ content, segment, silent, paid }: Omit<DraftChanges, 'plannedAtMs'>): readonly string[] {
  return [
    ...(content === undefined ? [] : contentFields(content)),
    ...(segment === undefined ? [] : ['segment', JSON.stringify(segment)]),
    ...(silent === undefined ? [] : ['silent', silent ? '1' : '0']),
    ...(paid === undefined ? [] : ['paid', paid ? '1' : '0']),
  ];
}

/** `messages` is read by the claim: an album takes its share of the budget. */
export function contentFields(content: BroadcastContent): readonly string[] {
  const messages = 'album' in content ? (content.album?.length ?? 1) : 1;
  return ['content', JSON.stringify(content), 'messages', String(messages)];
}

async function writeDraft(
  { redis, botId, clock = SYSTEM_CLOCK }: DeliveryStore,
  content: BroadcastContent,
  editorChat: number,
  language: string,
): Promise<BroadcastId> {
  const keys = deliveryKeys(botId);
  const createdAtMs = clock.now();
  const id = `${createdAtMs.toString(36)}${randomBytes(3).toString('hex')}` as BroadcastId;
  const fields = { status: 'draft', segment: '{}', editorChat, language, createdAtMs, ...NO_COUNTS };
  await redis.hset(keys.broadcast(id), fields);
  await redis.hset(keys.broadcast(id), ...contentFields(content));
  await redis.expire(keys.broadcast(id), DRAFT_SECONDS);
  await redis.zadd(keys.broadcasts, createdAtMs, id);
  return id;
}
