/**
 * A model of Telegram's flood control, whose real numbers nobody knows and which can change: the published figures, held
 * by buckets that refill evenly.
 */
export type FloodModel = {
  /** Messages a second for one token. */
  readonly per_second: number;
  /** Messages that may come at once after a rest, for one token. */
  readonly burst: number;
  /** Messages a second in one chat. */
  readonly chat_per_second: number;
  readonly chat_burst: number;
  /** Messages a minute in one group or channel. */
  readonly group_per_minute: number;
  /** Messages a second with `allow_paid_broadcast`. */
  readonly paid_per_second: number;
};

export const PUBLISHED_LIMITS: FloodModel = {
  per_second: 30,
  burst: 30,
  chat_per_second: 1,
  chat_burst: 5,
  group_per_minute: 20,
  paid_per_second: 1000,
};

export type FloodRequest = {
  readonly bot: number;
  readonly chat: number;
  readonly isGroup: boolean;
  readonly paid: boolean;
  /** Messages that the call would send. */
  readonly messages: number;
};

export type Flood = {
  /** 0 when the call may go, and then it is counted; else whole seconds to wait. */
  readonly admit: (request: FloodRequest, nowMs: number) => number;
};

type Bucket = { level: number; atMs: number };
type Limit = { readonly key: string; readonly ratePerMs: number; readonly capacity: number };

/** Buckets that are full again are forgotten once there are this many. */
const SWEEP_AT = 50_000;

export function createFlood(model: FloodModel): Flood {
  const buckets = new Map<string, Bucket>();

  const limitsOf = ({ bot, chat, isGroup, paid }: FloodRequest): Limit[] => [
    paid
      ? { key: `${bot} paid`, ratePerMs: model.paid_per_second / 1000, capacity: model.paid_per_second }
      : { key: `${bot}`, ratePerMs: model.per_second / 1000, capacity: model.burst },
    { key: `${bot} ${chat}`, ratePerMs: model.chat_per_second / 1000, capacity: model.chat_burst },
    ...(isGroup
      ? [
          {
            key: `${bot} ${chat} minute`,
            ratePerMs: model.group_per_minute / 60_000,
            capacity: model.group_per_minute,
          },
        ]
      : []),
  ];

  const levelOf = ({ key, ratePerMs }: Limit, nowMs: number): number => {
    const bucket = buckets.get(key);
    return bucket === undefined ? 0 : Math.max(bucket.level - (nowMs - bucket.atMs) * ratePerMs, 0);
  };

  const sweep = (nowMs: number): void => {
    for (const [key, bucket] of buckets) if (nowMs - bucket.atMs > 60_000) buckets.delete(key);
  };

  return {
    admit: (request, nowMs) => {
      const limits = limitsOf(request).map((limit) => ({ limit, level: levelOf(limit, nowMs) }));
      const waitMs = limits.map(({ limit, level }) => {
        // A call of more messages than fit may go when nothing is held against it.
        const room = Math.max(limit.capacity - request.messages, 0);
        return Math.max(level - room, 0) / limit.ratePerMs;
      });
      const longestMs = Math.max(...waitMs);
      if (longestMs > 1e-6) return Math.max(Math.ceil(longestMs / 1000), 1);
      for (const { limit, level } of limits) {
        buckets.set(limit.key, { level: level + request.messages, atMs: nowMs });
      }
      if (buckets.size > SWEEP_AT) sweep(nowMs);
      return 0;
    },
  };
}
