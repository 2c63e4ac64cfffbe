export type ReactionCount = { type: { emoji?: string }; total_count: number };

/** As it stands under a message: `👍 2 ❤`; a reaction that has no emoji is a star. */
export function reactionLabel(counts: readonly ReactionCount[]): string {
  const each = counts.map(({ type, total_count: count }) => {
    const emoji = type.emoji ?? '⭐';
    return count > 1 ? `${emoji} ${count}` : emoji;
  });
  return each.join(' ');
}
