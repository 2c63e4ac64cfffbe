import type { CleanArticle, Origin } from '../../domain/article/article.ts';
import { cleanByline } from '../../domain/article/byline.ts';
import { withoutTracking } from '../../domain/article/canonical-address.ts';
import { cleanText } from '../../domain/article/clean-text.ts';
import { toPublishedAt } from '../../domain/article/dates.ts';
import { known } from './page-data.ts';
import type { PageParts } from './page-parts.ts';

/** A story is never longer than this, in UTF-16 units, however much furniture its page has: 45,000 words. */
const LONGEST_STORY = 256 * 1024;

/** The name in a site's address, by which houses with several endings are known: `amitycourier`. */
function houseOf(address: string): string | undefined {
  return siteOf(address)?.split('.', 1)[0];
}

/** A page that calls an address on another house's site its own was published there first. */
function originOf(parts: PageParts, url: string | undefined): Origin | undefined {
  if (parts.notice !== undefined || url === undefined || parts.source === undefined) return parts.notice;
  const [here, there] = [houseOf(url), houseOf(parts.source)];
  if (here === undefined || there === undefined || here.includes(there) || there.includes(here))
    return undefined;
  return { publisher: siteOf(parts.source) ?? there, notice: '', url: parts.source };
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

/** Why there is no article, where there is none. */
export type NoArticle = { readonly unreadable: string };

const TOO_LONG: NoArticle = { unreadable: 'Its text is longer than 256 KiB: that is no article' };

/** An article from the parts of its page and what its feed says. */
export function cleanPage(
  parts: PageParts,
  url: string | undefined,
  feed: KnownOfPage,
): CleanArticle | NoArticle {
  if (parts.text.length > LONGEST_STORY) return TOO_LONG;
  const nowMs = Date.now();
  const feedDate = feed.publishedAt && toPublishedAt(feed.publishedAt, nowMs);
  const article = cleanText({
    text: parts.text,
    nowMs,
    ...known({
      links: parts.links,
      title: feed.title ?? parts.title,
      url: parts.url && withoutTracking(parts.url),
      publishedAt: feedDate ?? parts.published,
      byline: (feed.byline && cleanByline(feed.byline)) || parts.byline,
      image: bestImage(feed.image, parts.image),
      origin: originOf(parts, url) ?? feed.origin,
      language: parts.language ?? feed.language,
    }),
  });
  return article.paragraphs.length === 0 ? { unreadable: 'There is no article on the page' } : article;
}

/** The article of a text that a feed carries. */
export function cleanFragment(
  text: string,
  url: string | undefined,
  feed: KnownOfPage,
): CleanArticle | NoArticle {
  if (text.length > LONGEST_STORY) return TOO_LONG;
  if (text.trim() === '') return { unreadable: 'The text has no words' };
  return cleanText({ text, nowMs: Date.now(), ...known({ ...feed, url: url && withoutTracking(url) }) });
}
