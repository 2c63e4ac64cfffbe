import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { requireMessage } from '../sending/find-message.ts';
import { type Draft, sendDraft, tellListeners } from '../sending/post-message.ts';
import { flag, has, integer, json, text } from '../wire/arguments.ts';
import type { Place } from '../world/places.ts';
import type { Content, Poll } from '../world/types.ts';

const MAX_OPTIONS = 12;

function readOptions(call: Call): string[] {
  const given = json(call.args, 'options');
  if (given === 'not json') throw badRequest("Can't parse options JSON object");
  if (given.value !== undefined && !Array.isArray(given.value))
    throw badRequest('Expected an Array of options');
  return ((given.value ?? []) as unknown[]).map((option) => {
    const text = typeof option === 'object' && option !== null ? (option as { text?: unknown }).text : option;
    if (typeof text !== 'string') throw badRequest('Option must be a string');
    return text.trim();
  });
}

function checkPoll(question: string, options: readonly string[], place: Place, isAnonymous: boolean): void {
  if (question === '') throw badRequest('Poll question must be non-empty');
  if ([...question].length > 300) throw badRequest('Poll question length must not exceed 300');
  if (options.length < 1) throw badRequest('Poll must have at least 1 option');
  if (options.length > MAX_OPTIONS) throw badRequest(`Poll can't have more than ${MAX_OPTIONS} options`);
  if (options.some((option) => option === '')) throw badRequest('Poll options must be non-empty');
  if (options.some((option) => [...option].length > 100)) {
    throw badRequest('Poll options length must not exceed 100');
  }
  const isChannel = place.kind === 'chat' && place.chat.type === 'channel';
  if (isChannel && !isAnonymous) throw badRequest("Non-anonymous polls can't be sent to channel chats");
}

function readPoll(call: Call): Draft {
  const question = text(call.args, 'question').trim();
  const options = readOptions(call);
  const isAnonymous = !has(call.args, 'is_anonymous') || flag(call.args, 'is_anonymous');
  const type = text(call.args, 'type') === 'quiz' ? 'quiz' : 'regular';
  const correct = integer(call.args, 'correct_option_id', -1);
  if (type === 'quiz' && (correct < 0 || correct >= options.length)) {
    throw badRequest('Wrong correct option ID specified');
  }
  return {
    right: 'can_send_polls',
    finish: (place): Content => {
      checkPoll(question, options, place, isAnonymous);
      call.core.world.counters.query += 1;
      const poll: Poll = {
        id: `5${String(call.core.world.counters.query).padStart(17, '0')}`,
        question,
        options: options.map((option) => ({ text: option, voter_count: 0 })),
        total_voter_count: 0,
        is_closed: flag(call.args, 'is_closed'),
        is_anonymous: isAnonymous,
        type,
        allows_multiple_answers: flag(call.args, 'allows_multiple_answers'),
        ...(type === 'quiz' ? { correct_option_id: correct } : {}),
      };
      return { poll };
    },
  };
}

export const pollMethods: Methods = {
  sendPoll: (call) => sendDraft(call, readPoll(call)),
  stopPoll: (call) => {
    const found = requireMessage(call, 'with poll to stop');
    const { poll } = found.message;
    if (poll === undefined) throw badRequest('Message with poll to stop not found');
    if (poll.is_closed) throw badRequest('Poll has already been closed');
    poll.is_closed = true;
    call.core.touch();
    tellListeners(call.core, found.place, 'edit', found.message);
    return ok(poll);
  },
};
