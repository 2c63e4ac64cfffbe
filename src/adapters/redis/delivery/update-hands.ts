import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Turn } from './update-turns.ts';

/** What one process has in hand, never more than it may. */
export type Hands<U> = {
  readonly ids: () => readonly string[];
  /** How many more turns it may have, those aside that were asked for and have not come. */
  readonly room: () => number;
  readonly untilRoom: () => Promise<void>;
  /** Begins what has come, each once. */
  readonly take: (turns: readonly Turn<U>[]) => void;
  /** Keeps room for so many until they have come, and begins them. */
  readonly expect: (count: number, find: () => Promise<readonly Turn<U>[]>) => Promise<void>;
  readonly isEmpty: () => boolean;
  readonly untilEmpty: () => Promise<void>;
};

/** `handle` never throws. */
export function createHands<U>(most: number, handle: (turn: Turn<U>) => Promise<void>): Hands<U> {
  const inHand = new Set<string>();
  let expected = 0;
  const ends = new EventEmitter().setMaxListeners(0);
  const isEmpty = (): boolean => inHand.size + expected === 0;
  const take = (turns: readonly Turn<U>[]): void => {
    for (const turn of turns) {
      if (inHand.has(turn.id)) continue;
      inHand.add(turn.id);
      void handle(turn).then(() => {
        inHand.delete(turn.id);
        ends.emit('end');
      });
    }
  };
  return {
    ids: () => [...inHand],
    room: () => Math.max(0, most - inHand.size - expected),
    untilRoom: async () => {
      await once(ends, 'end');
      // Turns end in batches: the next are read for all that ended together.
      await setImmediate();
    },
    take,
    expect: async (count, find) => {
      expected += count;
      try {
        take(await find());
      } finally {
        expected -= count;
        ends.emit('end');
      }
    },
    isEmpty,
    untilEmpty: async () => {
      while (!isEmpty()) await once(ends, 'end');
    },
  };
}
