import type { Candidate, CandidateReading, Source } from '../../app/ports/sources.ts';
import type { CleanArticle } from '../../domain/article/article.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import { storyLength } from '../../domain/article/story-text.ts';
import type { KnownOfPage } from './clean-page.ts';
import type { Fetcher } from './fetcher.ts';
import { known } from './page-data.ts';
import { type ItsPage, knownOf, type PageReading, readItsPage } from './read-its-page.ts';
import { readFragment } from './read-page.ts';
import { UnreadablePage } from './unreadable-page.ts';

/** A page whose text is shorter than this part of the feed's is a teaser, or a wall. */
const TEASER = 0.7;
/** Fewer characters of story than this are no article, when the feed has more. */
const LEAST_STORY = 200;

function lengthOf(article: CleanArticle | undefined): number {
  return article === undefined ? 0 : storyLength(article);
}

async function readCarried(
  { signal }: PageReading,
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

const NO_PAGE = { kind: 'failed', reason: 'gave no page', isTemporary: true } as const;

type Texts = {
  readonly page: Exclude<ItsPage, { kind: 'unchanged' }> | undefined;
  readonly content: CleanArticle | undefined;
  readonly summary: CleanArticle | undefined;
};

/** Which of the texts that were had is the article. */
function choose({ page, content, summary }: Texts, keys: FeedKeys): CandidateReading {
  if (page?.kind === 'article' && isWholeStory(page.article, content)) {
    return { kind: 'article', article: page.article, keys, page: page.signs };
  }
  const pageArticle = page?.kind === 'article' ? page.article : undefined;
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
  const reading: PageReading = { fetcher, signal };
  return async (candidate, source) => {
    const feed = knownOf(candidate);
    const { url, guid } = candidate;
    const asked = url === undefined ? undefined : await readItsPage(reading, { ...candidate, url });
    const page = asked?.kind === 'unchanged' ? NO_PAGE : asked;
    const content = await readCarried(reading, candidate.content, url, feed);
    const summary =
      content === undefined ? await readCarried(reading, candidate.summary, url, feed) : undefined;
    const found = page?.kind === 'article' ? page.url : undefined;
    const addresses = [url, found].filter((address) => address !== undefined);
    return choose({ page, content, summary }, { source: source.id, guid, addresses });
  };
}
