import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { type Draft, sendDraft } from '../sending/post-message.ts';
import { text } from '../wire/arguments.ts';
import type { Content } from '../world/types.ts';

/** Faces of what is thrown, by its emoji. */
const DICE: Record<string, number> = { '🎲': 6, '🎯': 6, '🎳': 6, '🏀': 5, '⚽': 5, '🎰': 64 };

const simple = (content: Content): Draft => ({ right: 'can_send_other_messages', finish: () => content });

function coordinate(call: Call, name: string, limit: number): number {
  const written = text(call.args, name);
  const value = Number(written);
  if (written === '') throw badRequest(`${name} is empty`);
  if (!(Math.abs(value) <= limit)) throw badRequest('Wrong latitude or longitude specified');
  return value;
}

function readLocation(call: Call): Record<string, unknown> {
  return { latitude: coordinate(call, 'latitude', 90), longitude: coordinate(call, 'longitude', 180) };
}

function required(call: Call, name: string): string {
  const value = text(call.args, name);
  if (value === '') throw badRequest(`${name} is empty`);
  return value;
}

/** What needs no file and no formatting: a place, somebody's number, a throw of dice. */
export const simpleMethods: Methods = {
  sendLocation: (call) => sendDraft(call, simple({ location: readLocation(call) })),
  sendVenue: (call) => {
    const location = readLocation(call);
    const [title, address] = [required(call, 'title'), required(call, 'address')];
    return sendDraft(call, simple({ location, venue: { location, title, address } }));
  },
  sendContact: (call) => {
    const [phone_number, first_name] = [required(call, 'phone_number'), required(call, 'first_name')];
    const last_name = text(call.args, 'last_name');
    const contact = { phone_number, first_name, ...(last_name === '' ? {} : { last_name }) };
    return sendDraft(call, simple({ contact }));
  },
  sendDice: (call) => {
    const emoji = text(call.args, 'emoji') || '🎲';
    const faces = DICE[emoji];
    if (faces === undefined) throw badRequest('Invalid dice emoji specified');
    const { counters } = call.core.world;
    counters.query += 1;
    // Seven has no part in common with any number of faces: all of them come.
    return sendDraft(call, simple({ dice: { emoji, value: ((counters.query * 7) % faces) + 1 } }));
  },
};
