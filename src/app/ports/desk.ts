import type { ArticleId } from '../../domain/article/article.ts';
import type { BroadcastId } from './delivery.ts';

/** What an editor is in the middle of; forgotten after a day. */
export type DeskDraft =
  | { readonly kind: 'writing a broadcast' }
  /** The pictures of an album come one by one. */
  | { readonly kind: 'sending an album'; readonly album: string; readonly broadcast: BroadcastId }
  | { readonly kind: 'planning a broadcast'; readonly broadcast: BroadcastId }
  /** `text` is what was written, once it was. */
  | {
      readonly kind: 'writing a correction' | 'writing a retraction';
      readonly article: ArticleId;
      readonly text?: string;
    };

export type DeskDrafts = {
  readonly get: (chat: number) => Promise<DeskDraft | undefined>;
  readonly set: (chat: number, draft: DeskDraft) => Promise<void>;
  readonly clear: (chat: number) => Promise<void>;
};
