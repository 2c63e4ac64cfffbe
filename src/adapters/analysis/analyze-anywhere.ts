import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { analyzeArticle } from '../../app/analyze-article.ts';
import type { Analysis, CleanArticle } from '../../domain/article/article.ts';

/** Up to so many UTF-16 units are analysed at once, in some tens of milliseconds; more would keep readers waiting. */
const MOST_AT_ONCE = 16 * 1024;
/** The longest text that is read takes a second. */
const DEADLINE_MS = 20_000;
const MEMORY_MB = 512;
/** So long an idle thread stays. */
const IDLE_MS = 10_000;

let thread: Piscina<CleanArticle, Analysis> | undefined;
let last: Promise<unknown> = Promise.resolve();

function started(): Piscina<CleanArticle, Analysis> {
  thread ??= new Piscina<CleanArticle, Analysis>({
    filename: new URL(`./analysis-worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return thread;
}

/**
 * Analyses an article, a long one in a thread with a deadline and a memory limit. One after the other: the deadline
 * counts from when the thread is free.
 * @throws when the deadline or the limit ended the thread.
 */
export async function analyzeAnywhere(article: CleanArticle): Promise<Analysis> {
  if (article.text.length <= MOST_AT_ONCE) return analyzeArticle(article);
  const turn = last.then(() => analyzeInThread(article));
  last = turn.catch(() => undefined);
  return turn;
}

async function analyzeInThread(article: CleanArticle): Promise<Analysis> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  try {
    return await started().run(article, { name: 'analyzeAside', signal: deadline.signal });
  } catch (cause) {
    const how = deadline.signal.aborted ? `within ${DEADLINE_MS / 1000} seconds` : 'within its memory';
    throw new Error(`An article of ${article.text.length} characters could not be analysed ${how}`, {
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the thread; a long article that comes later starts it again. */
export async function stopAnalyzing(): Promise<void> {
  const ending = thread;
  thread = undefined;
  await ending?.destroy();
}
