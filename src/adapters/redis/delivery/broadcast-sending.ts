import { randomBytes } from 'node:crypto';
import type { Broadcast, BroadcastId } from '../../../app/ports/delivery.ts';
import type { BroadcastClaim, BroadcastLedger, Recipient, Settlement } from '../../../app/ports/ledger.ts';
import { SELF_PAUSE } from '../../../domain/delivery/broadcast-states.ts';
import type { RedisClient } from '../connect.ts';
import { gather } from '../gather.ts';
import { loadScript, type Script } from '../load-scripts.ts';
import type { BroadcastTimes } from './broadcasts.ts';
import {
  type BudgetLimits,
  CHAT_SPACING_US,
  LANE_AHEAD_US,
  LATE_MS,
  paidSpacingUs,
  spacingUs,
} from './budget.ts';
import { type DeliveryKeys, deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK, timeArgument, toTexts } from './delivery-store.ts';
import { NOTICE_SECONDS } from './notices.ts';
import { CHATS_IN_A_BUCKET } from './subscribers.ts';

type Sending = Pick<BroadcastLedger, 'live' | 'claim' | 'begin' | 'settle' | 'toTell' | 'told'>;
type Settled = { readonly recipient: Recipient; readonly as: Settlement; readonly reason: string };

/** How long whoever tells of the end of a broadcast has for it before another does, in ms. */
const REPORT_MS = 60_000;
/** Progress is shown rarer the longer it takes, up to so many times the shortest wait: an edit is a message less. */
const RAREST = 5;

const CLAIM_MS = 15_000;
const SEND_MS = 40_000;
const TELL_EVERY_MS = 2_000;
/** Whoever would have to wait longer for another moment goes back to the waiting. */
const LONGEST_PUT_OFF_MS = 1_000;
const AT_ANY_TIME = 0;
/** Lua takes some thousand arguments at once; a batch stays far below. */
const BATCH = 200;
/** Failures kept for the report of one broadcast. */
const FAILURES_KEPT = 100_000;
const LONGEST_REASON = 200;

/** The part of a broadcast that workers do: claim, begin, send, settle, tell. */
export function createBroadcastSending(
  store: DeliveryStore & BudgetLimits & BroadcastTimes,
  get: BroadcastLedger['get'],
): Sending {
  const { redis, botId, clock = SYSTEM_CLOCK, tellEveryMs = TELL_EVERY_MS } = store;
  const keys = deliveryKeys(botId);
  const perBroadcast = gatherers(store, keys);
  return {
    live: async () => (await redis.smembers(keys.liveBroadcasts)) as BroadcastId[],
    claim: claimer(store, keys),
    begin: (recipient) => perBroadcast(recipient.broadcast).begin(recipient),
    settle: (recipient, as, reason) => perBroadcast(recipient.broadcast).settle({ recipient, as, reason }),
    toTell: async () => {
      const ids = await redis.sunion(keys.liveBroadcasts, keys.untoldBroadcasts);
      const mine = await Promise.all(
        ids.map((id) => redis.set(keys.broadcast(id, 'told'), '1', 'PX', tellEveryMs, 'NX')),
      );
      const due = ids.filter((_, index) => mine[index] === 'OK');
      const found = (await Promise.all(due.map((id) => get(id as BroadcastId)))).flatMap((one) => one ?? []);
      await Promise.all(
        found.map((one) =>
          redis.pexpire(keys.broadcast(one.id, 'told'), untilShownMs(one, clock.now(), tellEveryMs)),
        ),
      );
      return found;
    },
    told: async (broadcast) => {
      const { id, status, counts } = broadcast;
      const now = await redis.hget(keys.broadcast(id), 'status');
      const shown = {
        shownAtMs: clock.now(),
        shownSettled: counts.audience - counts.waiting - counts.inFlight,
      };
      if (status === 'running') await redis.hset(keys.broadcast(id), shown);
      if (isOver(broadcast)) await redis.del(keys.broadcast(id, 'told'));
      if (isOver(broadcast) && broadcast.about !== undefined) await forgetLater(redis, keys, id);
      // Claims that may still be settled change the numbers: their end is told too.
      if (now === status && counts.inFlight === 0) await redis.srem(keys.untoldBroadcasts, id);
    },
  };
}

/** Of a broadcast that no editor wrote nobody asks for long. */
async function forgetLater(redis: RedisClient, keys: DeliveryKeys, id: BroadcastId): Promise<void> {
  const names = [keys.broadcast(id), keys.broadcast(id, 'unknown'), keys.broadcast(id, 'failures')];
  await Promise.all(names.map((name) => redis.expire(name, NOTICE_SECONDS)));
}

function isOver({ status, counts }: Broadcast): boolean {
  return (status === 'finished' || status === 'cancelled') && counts.inFlight === 0;
}

function untilShownMs(broadcast: Broadcast, nowMs: number, leastMs: number): number {
  if (isOver(broadcast)) return REPORT_MS;
  const elapsedMs = nowMs - (broadcast.startedAtMs ?? nowMs);
  return Math.round(Math.min(Math.max(leastMs, elapsedMs / 10), RAREST * leastMs));
}

function claimer(
  store: DeliveryStore & BudgetLimits & BroadcastTimes,
  keys: DeliveryKeys,
): BroadcastLedger['claim'] {
  const { redis, claimMs = CLAIM_MS } = store;
  const script = loadScript(redis, 'delivery-broadcast-claim');
  return async (id, atMost) => {
    const token = randomBytes(9).toString('base64url');
    const scriptKeys = [
      keys.broadcast(id),
      keys.broadcast(id, 'todo'),
      keys.broadcast(id, 'claims'),
      keys.broadcast(id, 'expiries'),
      keys.broadcast(id, 'unknown'),
      keys.budget,
      keys.hold,
      keys.activeSubscribers,
      keys.subscribersByNumber,
      keys.chatBudget,
      keys.liveBroadcasts,
      keys.untoldBroadcasts,
      keys.broadcast(id, 'failures'),
    ];
    const pace = [spacingUs(store), LANE_AHEAD_US.broadcast, CHAT_SPACING_US, CHATS_IN_A_BUCKET];
    const args = [
      timeArgument(store),
      token,
      atMost,
      claimMs,
      ...pace,
      id,
      FAILURES_KEPT,
      paidSpacingUs(store),
    ];
    return toClaim(id, token, await script(scriptKeys, args));
  };
}

function toClaim(broadcast: BroadcastId, token: string, reply: unknown): BroadcastClaim {
  const [kind, ...rest] = toTexts(reply);
  if (kind === 'stopped') return { kind };
  if (kind === 'later') return { kind, ms: Number(rest[0]) };
  const recipients: Recipient[] = [];
  for (let i = 0; i + 3 < rest.length; i += 4) {
    const [chat, waitMs, atMs] = [Number(rest[i + 1]), Number(rest[i + 2]), Number(rest[i + 3])];
    recipients.push({ broadcast, token, number: rest[i] ?? '', chat, waitMs, atMs });
  }
  return { kind: 'claimed', recipients };
}

/**
 * Begins sends, together where several begin. Who is told to wait has been given another moment, and goes then: on a
 * machine that is late for all of them nobody would ever go.
 */
function beginner(
  store: DeliveryStore & BudgetLimits & BroadcastTimes,
  scriptKeys: readonly string[],
  script: Script,
): Gatherers['begin'] {
  const { clock = SYSTEM_CLOCK, claimMs = CLAIM_MS, sendMs = SEND_MS } = store;
  const limits = [
    ...[sendMs, claimMs, spacingUs(store), paidSpacingUs(store)],
    ...[LATE_MS * 1000, LONGEST_PUT_OFF_MS * 1000],
  ];
  const ask = gather(
    async (recipients: readonly Recipient[]) => {
      const args = recipients.flatMap(({ number, token, atMs }) => [number, token, atMs]);
      return toTexts(await script(scriptKeys, [timeArgument(store), ...limits, ...args])).map(Number);
    },
    { most: BATCH },
  );
  return async (recipient) => {
    const waitMs = await ask(recipient);
    if (waitMs <= 0) return waitMs === 0;
    await clock.sleep(waitMs);
    return (await ask({ ...recipient, atMs: AT_ANY_TIME })) === 0;
  };
}

type Gatherers = {
  readonly begin: (recipient: Recipient) => Promise<boolean>;
  readonly settle: (settled: Settled) => Promise<boolean>;
};

function gatherers(
  store: DeliveryStore & BudgetLimits & BroadcastTimes,
  keys: DeliveryKeys,
): (id: BroadcastId) => Gatherers {
  const { redis } = store;
  const beginScript = loadScript(redis, 'delivery-broadcast-begin');
  const settleScript = loadScript(redis, 'delivery-broadcast-settle');
  const known = new Map<BroadcastId, Gatherers>();
  const limits = [
    SELF_PAUSE.refusedAtStart,
    SELF_PAUSE.refusedInARow,
    SELF_PAUSE.silentInARow,
    FAILURES_KEPT,
  ];

  const create = (id: BroadcastId): Gatherers => {
    const own = ['todo', 'claims', 'expiries'].map((part) => keys.broadcast(id, part));
    const shared = [keys.broadcast(id), ...own];
    return {
      begin: beginner(store, [...shared, keys.hold, keys.budget], beginScript),
      settle: gather(
        async (settled: readonly Settled[]) => {
          const parts = [
            keys.broadcast(id, 'unknown'),
            keys.broadcast(id, 'failures'),
            keys.untoldBroadcasts,
          ];
          const args = settled.flatMap(({ recipient: { number, token, chat }, as, reason }) => {
            return [number, token, as, chat, reason.slice(0, LONGEST_REASON)];
          });
          const reply = await settleScript([...shared, ...parts], [...limits, id, ...args]);
          return toTexts(reply).map((counted) => counted === '1');
        },
        { most: BATCH },
      ),
    };
  };

  return (id) => {
    const made = known.get(id) ?? create(id);
    known.set(id, made);
    return made;
  };
}
