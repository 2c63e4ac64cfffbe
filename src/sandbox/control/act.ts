import type { Core } from '../core.ts';
import { actDocument } from './act-document.ts';
import { actBlock, actBotStatus, actDeactivate, actJoin, actLeave } from './act-membership.ts';
import { actChannelPost, actEdit, actForward, actPhoto, actStart, actText } from './act-message.ts';
import { actReact, actVote } from './act-opinion.ts';
import { actInlineQuery, actPress } from './act-query.ts';
import { actCreateBot, actCreateChat, actCreateUser, actSubscribers } from './act-world.ts';
import { type Fields, fieldsOf, Problem } from './problem.ts';

/** What a user, or whoever arranges the world, can do: each known by the field that only it has. The first that fits counts. */
const ACTIONS: readonly (readonly [string, (core: Core, command: Fields) => object])[] = [
  ['create_user', actCreateUser],
  ['create_chat', actCreateChat],
  ['create_bot', actCreateBot],
  ['subscribers', actSubscribers],
  ['channel_post', actChannelPost],
  ['start', actStart],
  ['press', actPress],
  ['block', actBlock],
  ['join', actJoin],
  ['leave', actLeave],
  ['bot_status', actBotStatus],
  ['photo', actPhoto],
  ['document', actDocument],
  ['forward', actForward],
  ['edit', actEdit],
  ['react', actReact],
  ['vote', actVote],
  ['deactivate', actDeactivate],
  ['inline_query', actInlineQuery],
  ['text', actText],
];

/** Does what a command says and tells what happened; throws a Problem where that cannot be done. */
export function act(core: Core, command: unknown): object {
  const fields = fieldsOf(command, 'A command');
  const found = ACTIONS.find(([field]) => fields[field] !== undefined);
  if (found === undefined) {
    throw new Problem(`Nothing to do: write one of ${ACTIONS.map(([field]) => field).join(', ')}`);
  }
  return found[1](core, fields);
}
