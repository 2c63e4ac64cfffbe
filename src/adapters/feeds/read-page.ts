import type { CleanArticle } from '../../domain/article/article.ts';
import type { KnownOfPage, NoArticle } from './clean-page.ts';
import { isNestedTooDeep } from './nesting.ts';
import { known } from './page-data.ts';
import type { PageTask } from './page-worker.ts';
import { createPageWorkers, type PageWorkersOptions } from './page-workers.ts';
import type { TextTask } from './text-worker.ts';
import { UnreadablePage } from './unreadable-page.ts';

/** Longer pages are refused, in UTF-16 units. */
const LONGEST_PAGE = 8 * 1024 * 1024;

function refuseMonsters(html: string): void {
  if (html.length > LONGEST_PAGE) throw new UnreadablePage('The page is longer than 8 MiB');
  if (isNestedTooDeep(html))
    throw new UnreadablePage('The page nests its elements too deeply: it is broken or hostile');
}

function articleOf(reading: CleanArticle | NoArticle): CleanArticle {
  if ('unreadable' in reading) throw new UnreadablePage(reading.unreadable);
  return reading;
}

export type PageReader = {
  /**
   * The article of a page, read in a worker with a deadline and a memory limit, so that a hostile page costs its
   * worker and nothing else.
   * @throws UnreadablePage when there is no article in it, it is too long or too deep, or the signal fires.
   */
  readonly readPage: (
    html: string,
    url?: string,
    feed?: KnownOfPage,
    signal?: AbortSignal,
  ) => Promise<CleanArticle>;
  /**
   * The article of a text that a feed carries, as HTML or plain.
   * @throws UnreadablePage when it has no words, is too long or too deep, or the signal fires.
   */
  readonly readFragment: (
    html: string,
    url: string | undefined,
    feed: KnownOfPage,
    signal?: AbortSignal,
  ) => Promise<CleanArticle>;
  /**
   * The article of a plain or Markdown text, which may have no paragraph left.
   * @throws UnreadablePage when it takes too long or too much memory.
   */
  readonly readText: (task: TextTask) => Promise<CleanArticle>;
  readonly close: () => Promise<void>;
};

export function createPageReader(options: PageWorkersOptions = {}): PageReader {
  const workers = createPageWorkers(options);
  const read = async (
    name: 'readPageAside' | 'readFragmentAside',
    { html, ...rest }: PageTask,
    signal: AbortSignal | undefined,
  ): Promise<CleanArticle> => {
    refuseMonsters(html);
    return articleOf(await workers.run({ name, task: { html, ...rest } }, signal));
  };
  return {
    readPage: (html, url, feed, signal) => read('readPageAside', { html, ...known({ url, feed }) }, signal),
    readFragment: (html, url, feed, signal) =>
      read('readFragmentAside', { html, feed, ...known({ url }) }, signal),
    readText: async (task) => articleOf(await workers.run({ name: 'readTextAside', task })),
    close: workers.close,
  };
}

/** The reader that a process shares: its threads cost memory, and one pair of them does. */
const shared: PageReader = createPageReader();

export const readPage: PageReader['readPage'] = shared.readPage;
export const readText: PageReader['readText'] = shared.readText;
export const readFragment: PageReader['readFragment'] = shared.readFragment;

/** Ends the shared reader's workers; a page read later starts them again. */
export const stopReadingPages: PageReader['close'] = shared.close;
