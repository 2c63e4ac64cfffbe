import type { Candidate, CandidateReading, Source } from '../../app/ports/sources.ts';
import type { CleanArticle } from '../../domain/article/article.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import { type KnownOfPage, siteOf } from './clean-page.ts';
import { decodeText } from './decode.ts';
import type { Fetcher } from './fetcher.ts';
import { known } from './page-data.ts';
import { readFragment, readPage } from './read-page.ts';
import { UnreadablePage } from './unreadable-page.ts';

/** A page whose text is shorter than this part of the feed's is a teaser, or a wall. */
const TEASER = 0.7;
/** Fewer characters of story than this are no article, when the feed has more. */
const LEAST_STORY = 200;

type PageReading =
  | { readonly kind: 'article'; readonly article: CleanArticle; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly isTemporary: boolean };

function lengthOf(article: CleanArticle | undefined): number {
  return article?.paragraphs.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
}

/** The publisher that a feed names for an item of another's, unless the item leads there itself. */
function originOf({ origin, url }: Candidate): KnownOfPage['origin'] {
  if (origin === undefined) return undefined;
  const isThere = origin.url !== undefined && url !== undefined && siteOf(origin.url) === siteOf(url);
  return isThere ? undefined : { ...origin, notice: '' };
}

function knownOf(candidate: Candidate): KnownOfPage {
  const { title, publishedAt, byline, image, language } = candidate;
  return known({ title, publishedAt, byline, image, language, origin: originOf(candidate) });
}

type Reading = { readonly fetcher: Fetcher; readonly signal: AbortSignal | undefined };

async function readItsPage(
  { fetcher, signal }: Reading,
  url: string,
  feed: KnownOfPage,
): Promise<PageReading> {
  const reading = await fetcher.fetch({ url, kind: 'page' });
  if (reading.kind === 'failed') return reading;
  if (reading.kind !== 'fetched') return { kind: 'failed', reason: 'gave no page', isTemporary: true };
  const { bytes, contentType } = reading;
  if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType)) {
    return { kind: 'failed', reason: `is no page but ${contentType.split(';')[0]}`, isTemporary: false };
  }
  try {
    const html = decodeText(bytes, { contentType, kind: 'html' });
    return { kind: 'article', article: await readPage(html, reading.url, feed, signal), url: reading.url };
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    return { kind: 'failed', reason: `cannot be used: ${error.message}`, isTemporary: false };
  }
}

async function readCarried(
  { signal }: Reading,
  html: string | undefined,
  url: string | undefined,
  feed: KnownOfPage,
): Promise<CleanArticle | undefined> {
  if (html === undefined) return undefined;
  try {
    return await readFragment(html, url, feed, signal);
  } catch (error) {
    if (error instanceof UnreadablePage) return undefined;
    throw error;
  }
}

function isWholeStory(page: CleanArticle, carried: CleanArticle | undefined): boolean {
  const length = lengthOf(page);
  return length >= TEASER * lengthOf(carried) && (length >= LEAST_STORY || lengthOf(carried) === 0);
}

type Texts = {
  readonly page: PageReading | undefined;
  readonly content: CleanArticle | undefined;
  readonly summary: CleanArticle | undefined;
};

/** Which of the texts that were had is the article. */
function choose({ page, content, summary }: Texts, keys: FeedKeys): CandidateReading {
  const pageArticle = page?.kind === 'article' ? page.article : undefined;
  if (pageArticle !== undefined && isWholeStory(pageArticle, content)) {
    return { kind: 'article', article: pageArticle, keys };
  }
  const best = [content, summary, pageArticle].find((article) => lengthOf(article) > 0);
  const reason = page?.kind === 'failed' ? `its page ${page.reason}` : 'its page has less than the feed';
  if (best === undefined) {
    const isTemporary = page?.kind === 'failed' && page.isTemporary;
    return { kind: 'failed', reason: page === undefined ? 'there is no text in it' : reason, isTemporary };
  }
  const mayComeBack = page?.kind === 'failed' && page.isTemporary && content === undefined;
  if (mayComeBack) return { kind: 'held', reason, article: best, keys };
  const note = page === undefined ? undefined : `the feed's own text was taken: ${reason}`;
  return { kind: 'article', article: best, keys, ...known({ note }) };
}

/**
 * Reads the whole article of an item: its page, else the text that the feed carries, else its summary. When only a
 * summary is left and the page may be back later, it is held. When the signal fires, what was had so far counts.
 */
export function createCandidateReader(
  fetcher: Fetcher,
  signal?: AbortSignal,
): (candidate: Candidate, source: Source) => Promise<CandidateReading> {
  const reading: Reading = { fetcher, signal };
  return async (candidate, source) => {
    const feed = knownOf(candidate);
    const { url, guid } = candidate;
    const page = url === undefined ? undefined : await readItsPage(reading, url, feed);
    const content = await readCarried(reading, candidate.content, url, feed);
    const summary =
      content === undefined ? await readCarried(reading, candidate.summary, url, feed) : undefined;
    const found = page?.kind === 'article' ? page.url : undefined;
    const addresses = [url, found].filter((address) => address !== undefined);
    return choose({ page, content, summary }, { source: source.id, guid, addresses });
  };
}
