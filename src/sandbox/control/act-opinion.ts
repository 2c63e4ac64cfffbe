import { nowSeconds } from '../call.ts';
import type { Core } from '../core.ts';
import { apiChatOf, type Place } from '../world/places.ts';
import { countReactions, setReactions } from '../world/reactions.ts';
import type { Poll } from '../world/types.ts';
import { apiUser } from '../world/users.ts';
import { requireTarget } from './act-query.ts';
import { actingPlace, actingUser, watchingBots } from './actor.ts';
import { type Fields, numberOf, Problem, stringOf } from './problem.ts';

/** A reaction; an empty text takes it away. Channels count them, without names. */
export function actReact(core: Core, command: Fields): { message_id: number } {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const message = requireTarget(place, command);
  const emoji = stringOf(command['react'], 'react');
  const { message_id } = message;
  const new_reaction = emoji === '' ? [] : [{ type: 'emoji', emoji }];
  const old_reaction = setReactions(place.room, message_id, user.id, new_reaction);
  const reactions = countReactions(place.room, message_id);
  const at = { message_id, date: nowSeconds(core) };
  const isChannel = place.kind === 'chat' && place.chat.type === 'channel';
  const chat = place.kind === 'chat' ? apiChatOf(place.chat) : message.chat;
  for (const bot of watchingBots(core, place)) {
    const isAdmin = place.kind === 'private' || place.chat.members.get(bot.id)?.status === 'administrator';
    if (!isAdmin) continue;
    if (isChannel) {
      core.delivery.update(bot, 'message_reaction_count', { chat, ...at, reactions: [...reactions] });
    } else {
      const change = { user: apiUser(user), old_reaction: [...old_reaction], new_reaction };
      core.delivery.update(bot, 'message_reaction', { chat, ...at, ...change });
    }
  }
  const room = place.kind === 'private' ? user.id : place.chat.id;
  core.events.emit({ type: 'reaction', chat: room, message_id, reactions });
  return { message_id };
}

/** A vote: the positions of the chosen options; none takes the vote back, and only then may one vote again. */
export function actVote(core: Core, command: Fields): { poll_id: string } {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const { poll } = requireTarget(place, command);
  if (poll === undefined || poll.is_closed) throw new Problem('There is no open poll in that message');
  const given = command['vote'];
  const chosen = Array.isArray(given) ? given.map(Number) : [numberOf(given, 'vote')];
  castVote(place, poll, user.id, chosen);
  for (const bot of watchingBots(core, place)) {
    // As it stands now: the next vote changes its options.
    core.delivery.update(bot, 'poll', structuredClone(poll));
    if (poll.is_anonymous) continue;
    core.delivery.update(bot, 'poll_answer', { poll_id: poll.id, user: apiUser(user), option_ids: chosen });
  }
  return { poll_id: poll.id };
}

function castVote({ room }: Place, poll: Poll, voter: number, chosen: readonly number[]): void {
  room.votes ??= new Map();
  const votes = room.votes.get(poll.id) ?? new Map<number, readonly number[]>();
  const before = votes.get(voter) ?? [];
  const wrong = wrongVote(poll, before, chosen);
  if (wrong !== undefined) throw new Problem(wrong);
  const isTakenBack = chosen.length === 0;
  const changed = optionsAt(poll, isTakenBack ? before : chosen);
  const by = isTakenBack ? -1 : 1;
  for (const option of changed) option.voter_count += by;
  if (changed.length > 0) poll.total_voter_count += by;
  if (isTakenBack) votes.delete(voter);
  else votes.set(voter, chosen);
  room.votes.set(poll.id, votes);
}

function wrongVote(poll: Poll, before: readonly number[], chosen: readonly number[]): string | undefined {
  if (before.length > 0 && poll.type === 'quiz') return 'A quiz is answered once';
  if (before.length > 0 && chosen.length > 0) return 'Take the vote back before you vote again';
  return chosen.length > 1 && !poll.allows_multiple_answers ? 'The poll takes one answer' : undefined;
}

function optionsAt(poll: Poll, indexes: readonly number[]): Poll['options'] {
  return indexes.map((index) => {
    const option = poll.options[index];
    if (option === undefined) throw new Problem(`The poll has no option ${index}`);
    return option;
  });
}
