import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** One line of input, or word that it was longer than the limit. */
export type Line = { readonly text: string } | { readonly tooLong: true };

const NEWLINE = 0x0a;

/** The lines of a stream as they come; of a line over `limitBytes` nothing is kept. Empty lines are passed over. */
export async function* linesOf(input: Readable, limitBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    let rest: Buffer = Buffer.from(chunk);
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      yield* lineOf([...parts, rest.subarray(0, at)], size + at, limitBytes);
      parts = [];
      size = 0;
      rest = rest.subarray(at + 1);
    }
    size += rest.length;
    parts = size > limitBytes ? [] : [...parts, rest];
  }
  yield* lineOf(parts, size, limitBytes);
}

function* lineOf(parts: readonly Buffer[], size: number, limitBytes: number): Generator<Line> {
  if (size > limitBytes) yield { tooLong: true };
  else {
    const text = Buffer.concat(parts).toString('utf8').trim();
    if (text !== '') yield { text };
  }
}

/**
 * Writes a line for each item, in the order they came and as soon as it can be, with at most `atOnce` in work, and no
 * faster than the reader reads. `work` must not reject.
 */
export async function writeInOrder<T>(
  items: AsyncIterable<T>,
  work: (item: T) => Promise<unknown>,
  output: Writable,
  atOnce: number,
): Promise<void> {
  const written: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  for await (const item of items) {
    const result = work(item);
    last = last.then(async () => {
      if (!output.write(`${JSON.stringify(await result)}\n`)) await once(output, 'drain');
    });
    written.push(last);
    if (written.length >= atOnce) await written.shift();
  }
  await last;
}
