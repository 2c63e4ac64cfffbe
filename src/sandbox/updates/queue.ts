import type { QueuedUpdate, UpdateQueue } from '../world/state.ts';

/** Forgets what has waited too long. */
export function dropExpired(queue: UpdateQueue, nowMs: number): void {
  if (queue.items.some((update) => update.expiresAtMs <= nowMs)) {
    queue.items = queue.items.filter((update) => update.expiresAtMs > nowMs);
  }
}

/** Confirms all updates below `offset`; a negative one keeps that many of the newest and forgets the rest. */
export function confirm(queue: UpdateQueue, offset: number): void {
  if (offset === 0) return;
  const kept =
    offset < 0
      ? Math.max(queue.items.length + offset, 0)
      : queue.items.findIndex((update) => update.update_id >= offset);
  if (kept !== 0) queue.items = kept < 0 ? [] : queue.items.slice(kept);
}

/** An update as it goes out: its number and, under the name of its type, what happened. */
export function toUpdate({ update_id, type, value }: QueuedUpdate): Record<string, unknown> {
  return { update_id, [type]: value };
}
