import type { Room } from './state.ts';

/** A reaction as the Bot API writes it: `{ type: 'emoji', emoji }`, `{ type: 'custom_emoji', … }`, `{ type: 'paid' }`. */
export type Reaction = { readonly type: string; readonly emoji?: string; readonly custom_emoji_id?: string };

/** A reaction and how many gave it. */
export type ReactionCount = { readonly type: Reaction; readonly total_count: number };

/** Replaces what somebody (a user or a bot, by id) gave to a message. Answers what it was before. */
export function setReactions(
  room: Room,
  messageId: number,
  who: number,
  reactions: readonly Reaction[],
): readonly Reaction[] {
  room.reactions ??= new Map();
  const given = room.reactions.get(messageId) ?? new Map<number, readonly Reaction[]>();
  const before = given.get(who) ?? [];
  if (reactions.length === 0) given.delete(who);
  else given.set(who, reactions);
  if (given.size === 0) room.reactions.delete(messageId);
  else room.reactions.set(messageId, given);
  return before;
}

/** All reactions to a message, the commonest first, then in the order in which they first came. */
export function countReactions(room: Room, messageId: number): readonly ReactionCount[] {
  const counts = new Map<string, { type: Reaction; total_count: number }>();
  for (const reaction of [...(room.reactions?.get(messageId)?.values() ?? [])].flat()) {
    const key = `${reaction.type} ${reaction.emoji ?? reaction.custom_emoji_id ?? ''}`;
    const known = counts.get(key) ?? { type: reaction, total_count: 0 };
    known.total_count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].sort((a, b) => b.total_count - a.total_count);
}
