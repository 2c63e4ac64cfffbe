import type { CleanArticle } from '../../domain/article/article.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import type { Admission } from '../ports/archive.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { PageWatch } from '../ports/page-watch.ts';
import type {
  Candidate,
  CandidateReading,
  Fates,
  Source,
  SourceReading,
  SourceState,
  SourceStore,
} from '../ports/sources.ts';
import type { PollPace } from './next-poll.ts';

/** What polling needs of the world. */
export type Polling = {
  readonly store: SourceStore;
  readonly fates: Fates;
  readonly pages: PageWatch;
  readonly readSource: (source: Source, state: SourceState) => Promise<SourceReading>;
  readonly readCandidate: (candidate: Candidate, source: Source) => Promise<CandidateReading>;
  /** Analyses an article and hands it to the archive; `silent`: its channels do not wait for it. */
  readonly takeIn: (
    article: CleanArticle,
    source: Source,
    how: { readonly keys: FeedKeys; readonly silent: boolean },
  ) => Promise<Admission>;
  readonly tellDesk: (news: DeskFeedNews) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** A number from 0 to 1, from chance. */
  readonly chance: () => number;
  readonly pace: PollPace;
};

export type DeskFeedNews =
  | { readonly kind: 'feed failing'; readonly feed: string; readonly reason: string }
  | { readonly kind: 'feed recovered'; readonly feed: string };
