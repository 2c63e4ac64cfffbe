import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { connectRedis } from '../../src/adapters/redis/connect.ts';
import { createBudget } from '../../src/adapters/redis/delivery/budget.ts';
import { deliveryKeys } from '../../src/adapters/redis/delivery/delivery-keys.ts';
import { createPosts } from '../../src/adapters/redis/delivery/posts.ts';
import type { ChannelPlan, Publishing } from '../../src/app/delivery/channel-plan.ts';
import { publishDue } from '../../src/app/delivery/publish-due.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { Sender, SendOutcome } from '../../src/app/ports/telegram.ts';
import { QUIET } from './world.ts';

/** Both hemispheres; one changes by half an hour, one at midnight. */
export const ZONES = [
  'Europe/Madrid',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
] as const;
/** In the hour that is skipped or repeated, at the midnight that is skipped, and by day. */
const TIMES = [
  [0, 0],
  [1, 45],
  [2, 30],
  [8, 0],
  [20, 15],
] as const;
const WORKERS = 3;
const LOOK_EVERY_MS = 15 * 60_000;
/** A look comes a little after its time, as looks do. */
const LATE_MS = 7_000;
const DAY_MS = 86_400_000;

type Zone = (typeof ZONES)[number];
type Posted = { readonly zone: string; readonly atMs: number; readonly article: string };
type VirtualClock = Clock & { readonly goTo: (ms: number) => void };

/**
 * Three workers with a channel in each zone, on a real Redis and a time that is handed in, all looking at once at what is
 * due. One of them is away now and then. Answers what was posted, and when.
 */
export async function liveThrough(
  redisUrl: string,
  { fromMs, days }: { readonly fromMs: number; readonly days: number },
): Promise<readonly Posted[]> {
  const botId = randomBytes(6).toString('hex');
  const clock = clockAt(fromMs);
  const posted: Posted[] = [];
  const clients = Array.from({ length: WORKERS }, () => connectRedis(redisUrl, { log: QUIET }));
  const worlds = clients.map((redis): Publishing => {
    const store = { redis, botId, log: QUIET, clock, timeFrom: 'clock' as const };
    return {
      ...{ plans: ZONES.map(planOf), clock, log: QUIET, desk: async () => undefined },
      posts: createPosts(store),
      budget: createBudget({ ...store, messagesPerSecond: 1000 }),
      sender: senderInto(posted, clock),
      compose: async (text) => ({ text, entities: [] }),
    };
  });
  const look = (present: readonly Publishing[]): Promise<unknown> =>
    Promise.all(present.flatMap((world) => world.plans.map((plan) => publishDue(world, plan))));
  try {
    await look(worlds);
    for (const zone of ZONES) {
      const waiting = Array.from({ length: (days + 1) * TIMES.length }, (_, at) => [
        at,
        `${zone} ${at}`,
      ]).flat();
      await clients[0]?.zadd(deliveryKeys(botId).waiting(zone), ...waiting);
    }
    for (let round = 1; round * LOOK_EVERY_MS <= days * DAY_MS; round++) {
      clock.goTo(fromMs + round * LOOK_EVERY_MS + LATE_MS);
      await look(worlds.filter((_, worker) => Math.floor(round / 40) % (2 * WORKERS) !== worker));
    }
    return posted;
  } finally {
    for (const client of clients) client.disconnect();
  }
}

function planOf(zone: Zone): ChannelPlan {
  const schedule = TIMES.map(([hour, minute]) => `${minute} ${hour} * * *`).join('; ');
  return { channel: zone, schedule, timezone: zone, postsPerSlot: 1, minGapMs: 0 };
}

function clockAt(startMs: number): VirtualClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    sleep: async (ms) => {
      nowMs += Math.max(0, ms);
    },
    goTo: (ms) => {
      nowMs = Math.max(nowMs, ms);
    },
  };
}

function senderInto(posted: Posted[], clock: Clock): Sender {
  const sent = async (): Promise<SendOutcome> => ({ kind: 'sent', messageId: posted.length });
  return {
    ...{ sendFile: sent, copy: sent, edit: sent, forward: sent, remove: sent },
    send: (chat, { text }) => {
      posted.push({ zone: String(chat), atMs: clock.now(), article: text });
      return sent();
    },
  };
}

/**
 * What is wrong with these posts, a line each: a slot that was left out, or used twice, or a post that no slot had. The slots
 * are worked out by the calendar: each time of each day once, after a gap as much later as the clocks jumped.
 */
export function wrongIn(
  posted: readonly Posted[],
  { fromMs, days }: { readonly fromMs: number; readonly days: number },
): readonly string[] {
  const untilMs = fromMs + days * DAY_MS;
  return ZONES.flatMap((zone) => {
    const uses = new Map<number, number>();
    for (const { atMs } of posted.filter((post) => post.zone === zone)) {
      const slotMs = Math.floor(atMs / 60_000) * 60_000;
      uses.set(slotMs, (uses.get(slotMs) ?? 0) + 1);
    }
    const slots = slotsByCalendar(zone, fromMs, untilMs);
    const wrongUses = slots.filter((slot) => uses.get(slot) !== 1);
    const strange = [...uses.keys()].filter((slot) => !slots.includes(slot));
    return [
      ...wrongUses.map((slot) => `${local(slot, zone)} ${zone} was used ${uses.get(slot) ?? 0} times`),
      ...strange.map((slot) => `${local(slot, zone)} ${zone} is no slot`),
    ];
  });
}

function slotsByCalendar(zone: Zone, fromMs: number, untilMs: number): readonly number[] {
  const slots: number[] = [];
  let day = DateTime.fromMillis(fromMs, { zone }).minus({ days: 1 });
  for (; day.startOf('day').toMillis() <= untilMs; day = day.plus({ days: 1 })) {
    for (const [hour, minute] of TIMES) {
      const { year, month, day: date } = day;
      const slot = firstOf(DateTime.fromObject({ year, month, day: date, hour, minute }, { zone }));
      if (slot > fromMs && slot <= untilMs) slots.push(slot);
    }
  }
  return slots;
}

/** Of a time that a day has twice, the first. */
function firstOf(time: DateTime): number {
  const earlier = [60, 30].map((minutes) => time.minus({ minutes }));
  const same = earlier.find(({ hour, minute }) => hour === time.hour && minute === time.minute);
  return (same ?? time).toMillis();
}

function local(slotMs: number, zone: Zone): string {
  return DateTime.fromMillis(slotMs, { zone }).toFormat('yyyy-MM-dd HH:mm ZZ');
}
