import type { CleanArticle, Origin } from '../../domain/article/article.ts';
import { cleanByline } from '../../domain/article/byline.ts';
import { withoutTracking } from '../../domain/article/canonical-address.ts';
import { cleanText } from '../../domain/article/clean-text.ts';
import { toPublishedAt } from '../../domain/article/dates.ts';
import { isNestedTooDeep } from './nesting.ts';
import { known } from './page-data.ts';
import type { PageParts } from './page-worker.ts';
import { createPageWorkers, type PageWorkersOptions } from './page-workers.ts';
import { UnreadablePage } from './unreadable-page.ts';

/** Longer pages are refused, in UTF-16 units. */
const LONGEST_PAGE = 8 * 1024 * 1024;
/** A story is never longer than this, however much furniture its page has. */
const LONGEST_STORY = 1024 * 1024;

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
};

function refuseMonsters(html: string): void {
  if (html.length > LONGEST_PAGE) throw new UnreadablePage('The page is longer than 8 MiB');
  if (isNestedTooDeep(html))
    throw new UnreadablePage('The page nests its elements too deeply: it is broken or hostile');
}

export type PageReader = {
  /**
   * The article of a page, read in a worker with a deadline and a memory limit, so that a hostile page costs its
   * worker and nothing else.
   * @throws UnreadablePage when there is no article in it, or it is too long or too deep.
   */
  readonly readPage: (html: string, url?: string, feed?: KnownOfPage) => Promise<CleanArticle>;
  /**
   * The article of a text that a feed carries, as HTML or plain.
   * @throws UnreadablePage when it has no words, or is too long or too deep.
   */
  readonly readFragment: (html: string, url: string | undefined, feed: KnownOfPage) => Promise<CleanArticle>;
  readonly close: () => Promise<void>;
};

/** An article from the parts of its page and what its feed says; nothing when no story is left. */
function cleanPage(parts: PageParts, url: string | undefined, feed: KnownOfPage): CleanArticle | undefined {
  const nowMs = Date.now();
  const feedDate = feed.publishedAt && toPublishedAt(feed.publishedAt, nowMs);
  const article = cleanText({
    text: parts.text,
    nowMs,
    ...known({
      title: feed.title ?? parts.title,
      url: parts.url && withoutTracking(parts.url),
      publishedAt: feedDate ?? parts.published,
      byline: (feed.byline && cleanByline(feed.byline)) || parts.byline,
      image: bestImage(feed.image, parts.image),
      origin: originOf(parts, url) ?? feed.origin,
      language: parts.language ?? feed.language,
    }),
  });
  return article.paragraphs.length === 0 ? undefined : article;
}

export function createPageReader(options: PageWorkersOptions = {}): PageReader {
  const workers = createPageWorkers(options);
  return {
    readPage: async (html, url, feed = {}) => {
      refuseMonsters(html);
      const parts = await workers.run('extractPage', { html, ...known({ url }) });
      if (parts.text.length > LONGEST_STORY) {
        throw new UnreadablePage('Its text is longer than 1 MiB: that is no article');
      }
      const article = cleanPage(parts, url, feed);
      if (article === undefined) throw new UnreadablePage('There is no article on the page');
      return article;
    },
    readFragment: async (html, url, feed) => {
      refuseMonsters(html);
      const { text } = await workers.run('extractFragment', { html });
      if (text.trim() === '') throw new UnreadablePage('The text has no words');
      return cleanText({ text, nowMs: Date.now(), ...known({ ...feed, url: url && withoutTracking(url) }) });
    },
    close: workers.close,
  };
}

/** The reader that a process shares: its threads cost memory, and one pair of them does. */
const shared: PageReader = createPageReader();

export const readPage: PageReader['readPage'] = shared.readPage;
export const readFragment: PageReader['readFragment'] = shared.readFragment;

/** Ends the shared reader's workers; a page read later starts them again. */
export const stopReadingPages: PageReader['close'] = shared.close;
