import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { CleanArticle } from '../../domain/article/article.ts';
import type { NoArticle } from './clean-page.ts';
import type { PageTask } from './page-worker.ts';
import type { TextTask } from './text-worker.ts';
import { UnreadablePage } from './unreadable-page.ts';

export type PageWorkersOptions = {
  /** Counted from when a worker begins with a page. A usual one takes 20 ms; hostile ones take hours. Default 10 s. */
  readonly deadlineMs?: number;
  /** Of one worker, in MiB. Default 384. */
  readonly memoryMb?: number;
};

/** What is to be done, by its name in the worker's file. */
export type PageWork =
  | { readonly name: 'readPageAside' | 'readFragmentAside'; readonly task: PageTask }
  | { readonly name: 'readTextAside'; readonly task: TextTask };

export type PageWorkers = {
  /** @throws UnreadablePage when the deadline, the memory limit or the signal ended the worker. */
  readonly run: (work: PageWork, signal?: AbortSignal) => Promise<CleanArticle | NoArticle>;
  /** Ends the workers; a later page starts them again. */
  readonly close: () => Promise<void>;
};

const DEADLINE_MS = 10_000;
const MEMORY_MB = 384;
/** As much as makes pages no slower (measured), and a third of what V8 takes. */
const YOUNG_MB = 16;
/** So long an idle worker stays. */
const IDLE_MS = 5_000;

/** So many deadlines a page waits for a worker to begin: others are before it, or the worker has to start first. */
const LONGEST_WAIT = 12;

type Deadline = { readonly signal: AbortSignal; readonly stop: () => void };

/** Aborts when a task has run for `deadlineMs` since it began, or has waited too long to begin. */
function deadlineFor(began: BigInt64Array, deadlineMs: number): Deadline {
  const abort = new AbortController();
  let waits = 0;
  let timer = setTimeout(check, deadlineMs);
  function check(): void {
    const beganAtMs = Number(Atomics.load(began, 0));
    const leftMs = beganAtMs === 0 ? deadlineMs : beganAtMs + deadlineMs - Date.now();
    waits += beganAtMs === 0 ? 1 : 0;
    if (leftMs <= 0 || waits > LONGEST_WAIT) abort.abort();
    else timer = setTimeout(check, leftMs);
  }
  return { signal: abort.signal, stop: () => clearTimeout(timer) };
}

const workerFile = (name: string): string =>
  new URL(`./${name}${extname(import.meta.url)}`, import.meta.url).href;

const FILES: Readonly<Record<PageWork['name'], string>> = {
  readPageAside: workerFile('page-worker'),
  readFragmentAside: workerFile('page-worker'),
  readTextAside: workerFile('text-worker'),
};

type Ending = {
  readonly deadline: AbortSignal;
  readonly deadlineMs: number;
  readonly stopping: AbortSignal | undefined;
};

function whyEnded(name: PageWork['name'], { deadline, deadlineMs, stopping }: Ending): string {
  const what = name === 'readTextAside' ? 'The text' : 'The page';
  if (stopping?.aborted) return `${what} was given up, because the bot is stopping`;
  const reason = deadline.aborted
    ? `took longer than ${deadlineMs / 1000} seconds to read`
    : 'could not be read within its memory';
  return `${what} ${reason}: it is broken or hostile`;
}

/** Threads that bear what a page costs. They start with the first page. */
export function createPageWorkers(options: PageWorkersOptions = {}): PageWorkers {
  const { deadlineMs = DEADLINE_MS, memoryMb = MEMORY_MB } = options;
  let threads: Piscina<PageWork['task'], CleanArticle | NoArticle> | undefined;
  const started = (): Piscina<PageWork['task'], CleanArticle | NoArticle> => {
    threads ??= new Piscina<PageWork['task'], CleanArticle | NoArticle>({
      minThreads: 0,
      maxThreads: 2,
      idleTimeout: IDLE_MS,
      maxQueue: 1000,
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
        stackSizeMb: 8,
      },
    });
    return threads;
  };
  return {
    run: async ({ name, task }, stopping) => {
      const began = new BigInt64Array(new SharedArrayBuffer(8));
      const deadline = deadlineFor(began, deadlineMs);
      const signal = stopping === undefined ? deadline.signal : AbortSignal.any([deadline.signal, stopping]);
      try {
        return await started().run({ ...task, began }, { name, filename: FILES[name], signal });
      } catch (cause) {
        throw new UnreadablePage(whyEnded(name, { deadline: deadline.signal, deadlineMs, stopping }), {
          cause,
        });
      } finally {
        deadline.stop();
      }
    },
    close: async () => {
      const ending = threads;
      threads = undefined;
      await ending?.destroy();
    },
  };
}
