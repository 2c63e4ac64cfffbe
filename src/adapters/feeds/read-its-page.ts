import type { PageItem, PageSigns } from '../../app/ports/page-watch.ts';
import type { CleanArticle } from '../../domain/article/article.ts';
import { type KnownOfPage, siteOf } from './clean-page.ts';
import { decodeText } from './decode.ts';
import type { Fetcher } from './fetcher.ts';
import { known } from './page-data.ts';
import { readPage } from './read-page.ts';
import { UnreadablePage } from './unreadable-page.ts';

/** By what pages are fetched, and what ends their reading. */
export type PageReading = { readonly fetcher: Fetcher; readonly signal: AbortSignal | undefined };

export type ItsPage =
  | {
      readonly kind: 'article';
      readonly article: CleanArticle;
      /** After redirects. */
      readonly url: string;
      readonly signs: PageSigns;
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly isTemporary: boolean;
      readonly isGone?: boolean;
    };

/** The publisher that a feed names for an item of another's, unless the item leads there itself. */
function originOf({ origin, url }: PageItem): KnownOfPage['origin'] {
  if (origin === undefined) return undefined;
  const isThere = origin.url !== undefined && url !== undefined && siteOf(origin.url) === siteOf(url);
  return isThere ? undefined : { ...origin, notice: '' };
}

/** What its feed says of an item. */
export function knownOf(item: PageItem): KnownOfPage {
  const { title, publishedAt, byline, image, language } = item;
  return known({ title, publishedAt, byline, image, language, origin: originOf(item) });
}

/** Reads the article on the page of an item; with signs of it only if it has changed since. */
export async function readItsPage(
  { fetcher, signal }: PageReading,
  item: PageItem & { readonly url: string },
  signs: PageSigns = {},
): Promise<ItsPage> {
  const reading = await fetcher.fetch({ url: item.url, kind: 'page', ...signs });
  if (reading.kind !== 'fetched') return reading;
  const { bytes, contentType, url, etag, lastModified } = reading;
  if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType)) {
    return { kind: 'failed', reason: `is no page but ${contentType.split(';')[0]}`, isTemporary: false };
  }
  try {
    const html = decodeText(bytes, { contentType, kind: 'html' });
    const article = await readPage(html, url, knownOf(item), signal);
    return { kind: 'article', article, url, signs: known({ etag, lastModified }) };
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    return { kind: 'failed', reason: `cannot be used: ${error.message}`, isTemporary: false };
  }
}
