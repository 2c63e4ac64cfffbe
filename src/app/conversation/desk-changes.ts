import type { ChangedPost } from '../delivery/correct-post.ts';
import type { Say } from '../ports/messages.ts';

/** What became of a change, channel by channel; of channels where the post is not there is nothing to tell. */
export function changesView(say: Say, deed: 'correct' | 'retract', changed: readonly ChangedPost[]): string {
  const lines = changed.map((change) => lineOf(say, deed, change)).filter((line) => line !== undefined);
  if (lines.length > 0) return lines.join('\n');
  return say(deed === 'correct' ? 'correct-nowhere' : 'retract-nowhere');
}

function lineOf(
  say: Say,
  deed: 'correct' | 'retract',
  { channel, kind, reason = '' }: ChangedPost,
): string | undefined {
  switch (kind) {
    case 'done':
      return say(deed === 'correct' ? 'correct-done' : 'retract-done', { channel });
    case 'on its way':
      return say('post-on-its-way', { channel });
    case 'failed':
      return say('post-change-failed', { channel, reason });
    case 'not out':
      return undefined;
  }
}
