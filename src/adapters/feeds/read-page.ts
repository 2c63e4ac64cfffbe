import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { CleanArticle, Origin } from '../../domain/article/article.ts';
import { cleanByline } from '../../domain/article/byline.ts';
import { cleanText } from '../../domain/article/clean-text.ts';
import { known } from './page-data.ts';
import type { PageParts, PageTask } from './page-worker.ts';

/** A page from which no article can be read. The message is a sentence for people. */
export class UnreadablePage extends Error {
  override readonly name = 'UnreadablePage';
}

/** Longer pages are refused, in UTF-16 units. */
const LONGEST_PAGE = 8 * 1024 * 1024;
/** A usual page takes 20 ms; hostile ones take hours. */
const DEADLINE_MS = 10_000;
const MEMORY_MB = 384;
/** So long an idle worker stays. */
const IDLE_MS = 20_000;

let workers: Piscina<PageTask, PageParts> | undefined;

/** The workers start with the first page, and are shared by all: they cost memory, and a process needs them once. */
function workersOf(): Piscina<PageTask, PageParts> {
  workers ??= new Piscina<PageTask, PageParts>({
    filename: new URL(`./page-worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: IDLE_MS,
    maxQueue: 1000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: 8 },
  });
  return workers;
}

/** Ends the workers; a page read later starts them again. */
export async function stopReadingPages(): Promise<void> {
  const ending = workers;
  workers = undefined;
  await ending?.destroy();
}

async function extract(task: PageTask, name: 'extractPage' | 'extractFragment'): Promise<PageParts> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  try {
    return await workersOf().run(task, { name, signal: deadline.signal });
  } catch (cause) {
    const reason = deadline.signal.aborted
      ? `took longer than ${DEADLINE_MS / 1000} seconds to read`
      : 'could not be read within its memory';
    throw new UnreadablePage(`The page ${reason}: its HTML is broken or hostile`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** A page that calls an address on another site its own was published there first. */
function originOf(parts: PageParts, url: string | undefined): Origin | undefined {
  if (url === undefined || parts.canonical === undefined) return undefined;
  const [here, there] = [url, parts.canonical].map((address) => siteOf(address));
  if (here === undefined || there === undefined || here === there) return undefined;
  return { publisher: there, notice: '', url: parts.canonical };
}

/** The feed's picture when it says what is on it, else the page's; never one picture with the other's words. */
function bestImage(feed: CleanArticle['image'], page: CleanArticle['image']): CleanArticle['image'] {
  return feed?.caption === undefined ? (page ?? feed) : feed;
}

/** The last two parts of a host, three where the last two are as in `co.uk`. */
export function siteOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const parts = new URL(address).hostname.toLowerCase().split('.');
  const isSecondLevel =
    /^(?:co|com|org|net|gov|ac|or|ne)$/.test(parts.at(-2) ?? '') && parts.at(-1)?.length === 2;
  return parts.slice(isSecondLevel ? -3 : -2).join('.');
}

/** What is known of a page's article from elsewhere, such as its feed; it is believed over the page. */
export type KnownOfPage = {
  readonly title?: string;
  readonly publishedAt?: string;
  readonly byline?: string;
  readonly image?: CleanArticle['image'];
  readonly origin?: Origin;
  readonly language?: string;
  readonly repeated?: ReadonlySet<string>;
};

/**
 * The article of a page, read in a worker with a deadline and a memory limit, so that a hostile page costs its worker
 * and nothing else.
 * @throws UnreadablePage when there is no article in it, or it is too long or too deep.
 */
export async function readPage(html: string, url?: string, feed: KnownOfPage = {}): Promise<CleanArticle> {
  if (html.length > LONGEST_PAGE) throw new UnreadablePage('The page is longer than 8 MiB');
  const parts = await extract({ html, ...known({ url }) }, 'extractPage');
  if (parts.text.trim() === '') throw new UnreadablePage('There is no article on the page');
  return cleanText({
    text: parts.text,
    nowMs: Date.now(),
    ...known({
      title: feed.title ?? parts.title,
      url: parts.url,
      publishedAt: feed.publishedAt ?? parts.published,
      byline: (feed.byline && cleanByline(feed.byline)) || parts.byline,
      image: bestImage(feed.image, parts.image),
      origin: originOf(parts, url) ?? feed.origin,
      language: parts.language ?? feed.language,
      repeated: feed.repeated,
    }),
  });
}

/**
 * The article of a text that a feed carries, as HTML or plain.
 * @throws UnreadablePage when it has no words, or is too long or too deep.
 */
export async function readFragment(
  html: string,
  url: string | undefined,
  feed: KnownOfPage,
): Promise<CleanArticle> {
  if (html.length > LONGEST_PAGE) throw new UnreadablePage('The text is longer than 8 MiB');
  const { text } = await extract({ html }, 'extractFragment');
  if (text.trim() === '') throw new UnreadablePage('The text has no words');
  return cleanText({ text, nowMs: Date.now(), ...known({ ...feed, url }) });
}
