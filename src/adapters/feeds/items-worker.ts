import { getPriority, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { type ItemsTask, type ReadItems, readItems } from './read-items.ts';

/** As `nice` counts: long answers are few and seldom urgent. */
const BEHIND_OTHERS = 5;
const LEAST_URGENT = 19;

standBack();

/** On Linux a priority is a thread's own; elsewhere it is the process's. */
function standBack(): void {
  if (process.platform !== 'linux' || isMainThread) return;
  setPriority(Math.min(getPriority() + BEHIND_OTHERS, LEAST_URGENT));
}

/** What a worker thread does with a long answer. */
export function readItemsAside(task: ItemsTask): ReadItems | string {
  return readItems(task);
}
