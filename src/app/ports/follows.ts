import type { Follow, StoryMatter } from '../../domain/archive/follow.ts';

/** `stranger`: the chat asked for no messages. */
export type FollowAnswer = 'followed' | 'already' | 'full' | 'stranger';

/** What subscribers want to be told of. */
export type Follows = {
  readonly follow: (chat: number, follow: Follow) => Promise<FollowAnswer>;
  /** False when the chat did not follow it. */
  readonly unfollow: (chat: number, key: string) => Promise<boolean>;
  /** Of one chat, the oldest first. */
  readonly of: (chat: number) => Promise<readonly Follow[]>;
  /** Those of the given keys that somebody follows. */
  readonly named: (keys: readonly string[]) => Promise<readonly Follow[]>;
  /** What somebody follows and a story is about. */
  readonly about: (matter: StoryMatter) => Promise<readonly Follow[]>;
  /** What most subscribers follow, for editors. */
  readonly most: (limit: number) => Promise<readonly Follow[]>;
};

/** What one subscriber may follow at most. */
export const MOST_FOLLOWS = 30;
