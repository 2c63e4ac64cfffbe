import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromIngest, IngestTask } from './ingest-wire.ts';
import type { Role } from './lifetime.ts';
import type { Parts } from './parts.ts';
import { writeForwarded } from './thread-log.ts';

/** Of the thread itself, in MiB; the threads in which it has pages read have limits of their own. */
const MEMORY_MB = 384;
const YOUNG_MB = 16;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A thread that says nothing for so long hangs on something that no deadline covers. */
const LONGEST_SILENCE_MS = 120_000;
/** A thread that has run for so long was well: what ended it is a new matter. */
const WELL_AFTER_MS = 10 * 60_000;

type AsideParts = Pick<Parts, 'config' | 'identity' | 'clock' | 'log' | 'metrics' | 'tellDesk'>;

type Limits = { readonly memoryMb: number; readonly silenceMs: number };

/**
 * Takes in articles in a thread of its own, so that nothing that comes from outside, however long or hostile, holds back
 * the answers to people. Should the thread break down, it is begun anew, ever later while it keeps breaking down.
 */
export function ingestingAside(
  parts: AsideParts,
  { memoryMb = MEMORY_MB, silenceMs = LONGEST_SILENCE_MS }: Partial<Limits> = {},
): Role {
  const { clock, log } = parts;
  return {
    name: 'ingest',
    run: async (signal) => {
      let pauseMs = FIRST_PAUSE_MS;
      while (!signal.aborted) {
        const beganAtMs = clock.now();
        const error = await runThread(parts, { memoryMb, silenceMs }, signal);
        if (error === undefined) return;
        if (clock.now() - beganAtMs > WELL_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
        log.error({ err: error, pauseMs }, 'Taking in articles broke down; it begins anew');
        await clock.sleep(pauseMs, signal);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    },
  };
}

/** Answers when the thread has ended: with the error that ended it, or nothing when it was told to. */
function runThread(
  parts: AsideParts,
  { memoryMb, silenceMs }: Limits,
  signal: AbortSignal,
): Promise<unknown> {
  const { config, identity } = parts;
  const task: IngestTask = { config, identity };
  const thread = new Worker(new URL(`./ingest-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const stop = (): void => thread.postMessage('stop');
  signal.addEventListener('abort', stop, { once: true });
  let failure: unknown;
  const silence = setTimeout(() => {
    failure = new Error(`The thread said nothing for ${silenceMs / 1000} seconds`);
    void thread.terminate();
  }, silenceMs);
  thread.on('message', (message: FromIngest) => {
    silence.refresh();
    hear(parts, message);
  });
  thread.once('error', (error) => {
    failure = error;
  });
  return new Promise((resolve) => {
    thread.once('exit', (code) => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      resolve(failure ?? (signal.aborted ? undefined : new Error(`The thread ended with ${code}`)));
    });
  });
}

function hear({ log, metrics, tellDesk }: AsideParts, message: FromIngest): void {
  switch (message.kind) {
    case 'alive':
      break;
    case 'log':
      writeForwarded(log, message.line);
      break;
    case 'admitted':
      metrics.articles.inc({ admission: message.admission });
      break;
    case 'desk':
      void tellDesk(message.news).then(() => message.told.postMessage('told'));
      break;
  }
}
