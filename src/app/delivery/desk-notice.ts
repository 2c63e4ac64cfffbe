import type { ArticleId } from '../../domain/article/article.ts';
import type { Broadcast } from '../ports/delivery.ts';

/** What the delivery has to tell the editors. */
export type DeskNotice =
  | {
      readonly kind: 'post failed';
      readonly channel: string;
      readonly article: ArticleId;
      readonly reason: string;
    }
  /** Nobody can tell whether it is there: the editor is asked, with two buttons (`Posts.decide`). */
  | { readonly kind: 'post unknown'; readonly channel: string; readonly article: ArticleId }
  /** A post without an answer was looked for and found; the forwarded message stands above this notice. */
  | {
      readonly kind: 'post found';
      readonly channel: string;
      readonly article: ArticleId;
      readonly messageId: number;
    }
  /** Held until an editor says yes, now or no. */
  | { readonly kind: 'post to approve'; readonly channel: string; readonly article: ArticleId }
  | { readonly kind: 'posts to approve'; readonly channel: string; readonly count: number }
  /** The bot may not write to a channel: its posts wait until it may. */
  | { readonly kind: 'channel unreachable'; readonly channel: string; readonly reason: string }
  | { readonly kind: 'broadcast paused by itself'; readonly broadcast: Broadcast; readonly reason: string };

export type TellDesk = (notice: DeskNotice) => Promise<void>;
