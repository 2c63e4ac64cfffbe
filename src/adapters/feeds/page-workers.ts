import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { PageParts, PageTask } from './page-worker.ts';
import { UnreadablePage } from './unreadable-page.ts';

export type PageWorkersOptions = {
  /** A usual page takes 20 ms; hostile ones take hours. Default 10 s. */
  readonly deadlineMs?: number;
  /** Of one worker, in MiB. Default 384. */
  readonly memoryMb?: number;
};

export type PageWorkers = {
  /** @throws UnreadablePage when the deadline or the memory limit ended the worker. */
  readonly run: (name: 'extractPage' | 'extractFragment', task: PageTask) => Promise<PageParts>;
  /** Ends the workers; a later page starts them again. */
  readonly close: () => Promise<void>;
};

const DEADLINE_MS = 10_000;
const MEMORY_MB = 384;
/** So long an idle worker stays. */
const IDLE_MS = 20_000;

/** Threads that bear what a page costs. They start with the first page. */
export function createPageWorkers(options: PageWorkersOptions = {}): PageWorkers {
  const { deadlineMs = DEADLINE_MS, memoryMb = MEMORY_MB } = options;
  let threads: Piscina<PageTask, PageParts> | undefined;
  const started = (): Piscina<PageTask, PageParts> => {
    threads ??= new Piscina<PageTask, PageParts>({
      filename: new URL(`./page-worker${extname(import.meta.url)}`, import.meta.url).href,
      minThreads: 0,
      maxThreads: 2,
      idleTimeout: IDLE_MS,
      maxQueue: 1000,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 8 },
    });
    return threads;
  };
  return {
    run: async (name, task) => {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), deadlineMs);
      try {
        return await started().run(task, { name, signal: deadline.signal });
      } catch (cause) {
        const reason = deadline.signal.aborted
          ? `took longer than ${deadlineMs / 1000} seconds to read`
          : 'could not be read within its memory';
        throw new UnreadablePage(`The page ${reason}: its HTML is broken or hostile`, { cause });
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => {
      const ending = threads;
      threads = undefined;
      await ending?.destroy();
    },
  };
}
