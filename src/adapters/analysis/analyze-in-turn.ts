import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { Analysis, CleanArticle } from '../../domain/article/article.ts';

/** The longest text that is read takes a second. */
const DEADLINE_MS = 20_000;
const MEMORY_MB = 384;
const YOUNG_MB = 16;
/** So long an idle thread stays. */
const IDLE_MS = 5_000;

let thread: Piscina<CleanArticle, Analysis> | undefined;
let last: Promise<unknown> = Promise.resolve();

function started(): Piscina<CleanArticle, Analysis> {
  thread ??= new Piscina<CleanArticle, Analysis>({
    filename: new URL(`./analysis-worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  return thread;
}

/**
 * Analyses an article in a thread with a deadline and a memory limit: a text on which a rule runs for ever costs the
 * thread and nothing else. One after the other: the deadline counts from when the thread is free.
 * @throws when the deadline or the limit ended the thread.
 */
export async function analyzeInTurn(
  article: CleanArticle,
  { deadlineMs = DEADLINE_MS }: { readonly deadlineMs?: number } = {},
): Promise<Analysis> {
  const turn = last.then(() => analyzeInThread(article, deadlineMs));
  last = turn.catch(() => undefined);
  return turn;
}

async function analyzeInThread(article: CleanArticle, deadlineMs: number): Promise<Analysis> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), deadlineMs);
  try {
    return await started().run(article, { name: 'analyzeAside', signal: deadline.signal });
  } catch (cause) {
    const how = deadline.signal.aborted ? `within ${deadlineMs / 1000} seconds` : 'within its memory';
    throw new Error(`An article of ${article.text.length} characters could not be analysed ${how}`, {
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the thread; an article that comes later starts it again. */
export async function stopAnalyzing(): Promise<void> {
  const ending = thread;
  thread = undefined;
  await ending?.destroy();
}
