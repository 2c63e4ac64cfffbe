import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { type ItemsTask, type ReadItems, readItems } from './read-items.ts';

/** Up to so many bytes are read at once, in some milliseconds; more would keep readers waiting for their answers. */
const MOST_AT_ONCE = 128 * 1024;
/** 50,000 items take two seconds. */
const DEADLINE_MS = 20_000;
/** 50,000 items take less than half of it. */
const MEMORY_MB = 384;
const YOUNG_MB = 16;
/** So long an idle thread stays: long answers are few, and each leaves much behind. */
const IDLE_MS = 1_000;

let thread: Piscina<ItemsTask, ReadItems | string> | undefined;

function started(): Piscina<ItemsTask, ReadItems | string> {
  thread ??= new Piscina<ItemsTask, ReadItems | string>({
    filename: new URL(`./items-worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 8 },
  });
  return thread;
}

/** Nobody here looks at the bytes any more, so they need not be copied, where they share their memory with no others. */
function handedOver({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** Reads an answer, a long one in a thread with a deadline and a memory limit, which then has its bytes. */
export async function readItemsAnywhere(task: ItemsTask): Promise<ReadItems | string> {
  if (task.bytes.length <= MOST_AT_ONCE) return readItems(task);
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  try {
    const transferList = handedOver(task.bytes);
    return await started().run(task, { name: 'readItemsAside', signal: deadline.signal, transferList });
  } catch {
    return deadline.signal.aborted
      ? `took longer than ${DEADLINE_MS / 1000} seconds to read: it is broken or hostile`
      : 'could not be read within its memory: it is broken or hostile';
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the thread; a long answer that comes later starts it again. */
export async function stopReadingItems(): Promise<void> {
  const ending = thread;
  thread = undefined;
  await ending?.destroy();
}
