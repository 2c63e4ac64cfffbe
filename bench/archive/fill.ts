import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Redis } from 'ioredis';
import { redisKeys } from '../../src/adapters/redis/keys.ts';
import { BOT } from './world.ts';

/** Articles that are written together: the more, the fewer commands their common words take. */
const AT_ONCE = 1_000;

/** `from` and `to` count articles of the world; `last` is how many it will have in the end. */
export type FillArchive = {
  /** The socket of the Redis that is filled. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly last: number;
  readonly progress: (done: number) => void;
};

/** Articles that a writer makes at once, and writes when it is told to. */
export type Piece = { readonly from: number; readonly to: number; readonly last: number };

/** Has several writers make articles beside each other and write them one after the other, in the order of their numbers. */
export async function fillArchive(redis: Redis, fill: FillArchive): Promise<void> {
  const { path, from, to, last, progress } = fill;
  const pieces: Piece[] = [];
  for (let at = from; at < to; at += AT_ONCE) pieces.push({ from: at, to: Math.min(to, at + AT_ONCE), last });
  const writers = Array.from(
    { length: Math.min(pieces.length, availableParallelism() + 1) },
    () =>
      new Worker(new URL('./fill-writer.ts', import.meta.url), {
        workerData: path,
        resourceLimits: { maxYoungGenerationSizeMb: 128 },
      }),
  );
  const made: Promise<unknown>[] = pieces.map(() => Promise.resolve());
  const make = (at: number): void => {
    const writer = writers[at % writers.length];
    if (writer === undefined || at >= pieces.length) return;
    made[at] = once(writer, 'message');
    writer.postMessage(pieces[at]);
  };
  for (let at = 0; at < writers.length; at++) make(at);
  for (let at = 0; at < pieces.length; at++) {
    await made[at];
    const writer = writers[at % writers.length];
    if (writer === undefined) continue;
    const written = once(writer, 'message');
    writer.postMessage('write');
    await written;
    make(at + writers.length);
    progress(pieces[at]?.to ?? to);
  }
  await Promise.all(writers.map((writer) => writer.terminate()));
  await redis.set(redisKeys(BOT).lastNumber, to);
}
