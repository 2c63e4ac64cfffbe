/** What can go wrong with a call. */
export type FaultKind = '429' | '500' | '502' | 'refused' | 'hung' | 'slow' | 'answer lost' | 'reset';

export const FAULT_KINDS: readonly FaultKind[] = [
  '429',
  '500',
  '502',
  'refused',
  'hung',
  'slow',
  'answer lost',
  'reset',
];

/** One line of the fault plan. Whatever is left out holds for all. */
export type Fault = {
  readonly fault: FaultKind;
  /** Names as the manual writes them, in any case; `*` ends a prefix: `send*`. */
  readonly methods?: readonly string[];
  /** Ids, or `@name`, as the call gives them in `chat_id`. */
  readonly chats?: readonly (number | string)[];
  /** Bot ids. */
  readonly bots?: readonly number[];
  /** Matching calls let through before the first fault. */
  readonly skip?: number;
  /** Faults until the line is spent; without it there is no end. */
  readonly count?: number;
  /** The share of matching calls that it hits, 0 to 1. */
  readonly share?: number;
  /** Seconds, for `429`. */
  readonly retry_after?: number;
  /** Milliseconds, for `slow`. */
  readonly delay_ms?: number;
  /** For `502`: a page instead of JSON, as a proxy before the server sends it. */
  readonly html?: boolean;
};

export type PlannedFault = Fault & { seen: number; hits: number };

export type FaultTarget = { readonly method: string; readonly chat: string; readonly bot: number };

/** The first line of the plan that hits this call, which is counted. */
export function nextFault(
  plan: readonly PlannedFault[],
  target: FaultTarget,
  chance: () => number,
): PlannedFault | undefined {
  return plan.find((fault) => {
    if (fault.hits >= (fault.count ?? Number.POSITIVE_INFINITY) || !matches(fault, target)) return false;
    fault.seen += 1;
    if (fault.seen <= (fault.skip ?? 0) || chance() >= (fault.share ?? 1)) return false;
    fault.hits += 1;
    return true;
  });
}

function matches({ methods, chats, bots }: Fault, target: FaultTarget): boolean {
  return (
    (methods === undefined || methods.some((pattern) => isMethod(pattern, target.method))) &&
    (chats === undefined || chats.some((chat) => String(chat) === target.chat)) &&
    (bots === undefined || bots.includes(target.bot))
  );
}

function isMethod(pattern: string, method: string): boolean {
  const [lower, name] = [pattern.toLowerCase(), method.toLowerCase()];
  return lower.endsWith('*') ? name.startsWith(lower.slice(0, -1)) : name === lower;
}

/** Repeats itself for a seed, so that a run with chance in it can be run again (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
