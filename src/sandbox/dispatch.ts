import { type Answer, Refusal, tooManyRequests } from './answer.ts';
import type { Call } from './call.ts';
import type { NamedMethod } from './methods/table.ts';
import { findPlace } from './sending/resolve-place.ts';
import { flag, text } from './wire/arguments.ts';
import { placeId, placeType } from './world/places.ts';

/** Methods that put messages into a chat: what the flood model counts. */
const COUNTED = /^(send(?!ChatAction|MessageDraft)|copyMessage|forwardMessage)/;

/**
 * Runs a method: flood first, then the method; every refusal becomes an answer here. A method that waits for nothing answers
 * at once, without a turn of its own for each step.
 */
export function runMethod(method: NamedMethod, call: Call): Answer | Promise<Answer> {
  try {
    checkFlood(method, call);
    const answer = method.run(call);
    return answer instanceof Promise ? answer.catch(toAnswer) : answer;
  } catch (error) {
    return toAnswer(error);
  }
}

function toAnswer(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error;
  return {
    ok: false,
    code: error.code,
    description: error.message,
    ...(error.parameters === undefined ? {} : { parameters: error.parameters }),
  };
}

function checkFlood(method: NamedMethod, call: Call): void {
  const { weather, world, clock } = call.core;
  if (weather.report().flood === false || !COUNTED.test(method.name)) return;
  const place = tryFindPlace(call, world);
  if (place === undefined) return;
  const type = placeType(place);
  const seconds = weather.floodWait(
    {
      bot: call.bot.id,
      chat: placeId(place),
      isGroup: type !== 'private',
      paid: flag(call.args, 'allow_paid_broadcast'),
      messages: messagesOf(method, call),
    },
    clock.now(),
  );
  if (seconds > 0) throw tooManyRequests(seconds);
}

/** A call that names no chat sends nothing: it is refused for that, not for flooding. */
function tryFindPlace(call: Call, world: Call['core']['world']): ReturnType<typeof findPlace> | undefined {
  try {
    return findPlace(world, call.bot, text(call.args, 'chat_id'));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function messagesOf(method: NamedMethod, call: Call): number {
  const list = /^(copy|forward)Messages$/.test(method.name) ? 'message_ids' : 'media';
  if (method.name !== 'sendMediaGroup' && list === 'media') return 1;
  const value = call.args.values.get(list);
  const items = typeof value === 'string' ? parseList(value) : value;
  return Array.isArray(items) ? Math.max(items.length, 1) : 1;
}

function parseList(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined; // the method says what is wrong with it
  }
}
