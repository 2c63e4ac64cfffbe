import { show } from './values.js';

/** The first of several facts that does not hold, in words; undefined when all do. */
export function firstBroken(...facts) {
  return facts.find(([holds]) => !holds)?.[1];
}

/** A fact that two values are alike. */
export function alike(what, actual, expected) {
  return [show(actual) === show(expected), `${what}: expected ${show(expected)}, got ${show(actual)}`];
}

/** Resolves to the value, or to `waiting` when it has not come by then. */
export function within(ms, promise) {
  return Promise.race([promise, pause(ms).then(() => 'waiting')]);
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Tries again until something holds, at most for half a minute. */
export async function until(holds) {
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    if (await holds()) return true;
    await pause(10);
  }
  return false;
}

/** The first user of the cases' world, who has pressed Start. */
export const USER = 1001;

/** The channel in which the bot may post. */
export const CHANNEL = -1001000000001;
