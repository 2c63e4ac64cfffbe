import { type ItemsTask, type ReadItems, readItems } from './read-items.ts';

/** What a worker thread does with a long answer. */
export function readItemsAside(task: ItemsTask): ReadItems | string {
  return readItems(task);
}
