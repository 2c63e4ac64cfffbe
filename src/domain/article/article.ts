import type { Person } from '../background/person.ts';
import type { IndirectQuote, Quote } from '../quotes/quote.ts';
import type { TextSpan } from '../text/span.ts';

/** Names one story for ever, whatever version of it is kept. At most 24 characters of `[A-Za-z0-9_-]`. */
export type ArticleId = string & { readonly __brand: 'ArticleId' };

/** `2023-09-18` where only the day is known, else an instant in UTC such as `2023-09-18T06:00:00Z`. */
export type PublishedAt = string & { readonly __brand: 'PublishedAt' };

/** Who published a reprinted article first, and the sentence of the article that says so. */
export type Origin = { readonly publisher: string; readonly notice: string; readonly url?: string };

export type ArticleImage = { readonly url?: string; readonly caption?: string; readonly credit?: string };

/** A piece of the text that is not the story, and why it was taken out. */
export type Removed = TextSpan & { readonly why: RemovalReason };

export type RemovalReason =
  | 'title'
  | 'promotion'
  | 'caption'
  | 'credit'
  | 'date'
  | 'byline'
  | 'dateline'
  | 'reprint notice'
  | 'correction note'
  | 'furniture'
  | 'repeated across the source';

/** An article after cleaning: what it says, apart from what stands round it. All spans point into `text`. */
export type CleanArticle = {
  /** Exactly as it came in, or as it was read from the page. */
  readonly text: string;
  readonly title: string;
  readonly paragraphs: readonly TextSpan[];
  readonly removed: readonly Removed[];
  readonly url?: string;
  readonly publishedAt?: PublishedAt;
  readonly byline?: string;
  /** The place line a story opens with: `OTTAWA (Reuters)`. */
  readonly dateline?: string;
  readonly origin?: Origin;
  readonly image?: ArticleImage;
  /** Sentences by which the article corrects itself. */
  readonly corrections: readonly string[];
  /** BCP 47, where it can be told. */
  readonly language?: string;
};

/** What Dateline finds in an article; every span points into the article's text. */
export type Analysis = {
  readonly summary: readonly TextSpan[];
  /** A summary in other words than the article's, where the newsroom asked for it and all it says stands in the article. */
  readonly written?: string;
  readonly quotes: readonly Quote[];
  readonly indirect: readonly IndirectQuote[];
  readonly people: readonly Person[];
  readonly facts: readonly TextSpan[];
};

/** An article as the archive keeps it. */
export type ArchivedArticle = CleanArticle &
  Analysis & {
    readonly id: ArticleId;
    /** The feed, folder or editor it came from. */
    readonly source: string;
    /** Epoch milliseconds of its arrival. */
    readonly arrivedAtMs: number;
    /** Epoch milliseconds that the archive sorts by: the publication if known, else the arrival. */
    readonly sortAtMs: number;
  };
