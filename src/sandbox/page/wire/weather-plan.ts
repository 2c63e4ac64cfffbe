/** What can go wrong with a call. */
export const FAULT_KINDS = ['429', '500', '502', 'refused', 'hung', 'slow', 'answer lost', 'reset'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One line of the fault plan. What is left out holds for all. */
export type Fault = {
  fault: FaultKind;
  /** `*` ends a prefix: `send*`. */
  methods?: readonly string[];
  chats?: readonly (number | string)[];
  /** How often it strikes before it is spent. */
  count?: number;
  /** The share of calls that it hits, 0 to 1. */
  share?: number;
  /** Seconds, for `429`. */
  retry_after?: number;
  /** Milliseconds, for `slow`. */
  delay_ms?: number;
  html?: boolean;
  /** How often it has struck; told by the sandbox. */
  hits?: number;
};

/** Telegram's limits as the sandbox models them; the true ones are not published. */
export type FloodModel = {
  per_second: number;
  burst: number;
  chat_per_second: number;
  chat_burst: number;
  group_per_minute: number;
  paid_per_second: number;
};

export type WeatherPlan = { flood: FloodModel | false; faults: readonly Fault[] };

export type WeatherChange = Partial<WeatherPlan>;
