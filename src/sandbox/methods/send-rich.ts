import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { type Draft, sendDraft } from '../sending/post-message.ts';
import { json } from '../wire/arguments.ts';

/** Characters of a rich message in any of its three forms. */
const RICH_LIMIT = 32_768;

/** Rich messages (Bot API 10.1) are kept and shown as they come: as `html`, `markdown` or `blocks`. */
export function readRichMessage(call: Call): Draft {
  const given = json(call.args, 'rich_message');
  if (given === 'not json') throw badRequest("Can't parse rich message JSON object");
  const { value } = given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('Object expected as rich message');
  }
  const fields = value as Record<string, unknown>;
  const forms = ['html', 'markdown', 'blocks'].filter((name) => fields[name] !== undefined);
  if (forms.length !== 1) throw badRequest('Rich message must have exactly one of html, markdown and blocks');
  const size = JSON.stringify(fields[forms[0] ?? '']).length;
  return {
    right: 'can_send_messages',
    finish: () => {
      if (size > RICH_LIMIT * 2) throw badRequest('Message is too long');
      return { rich_message: fields };
    },
  };
}

export const richMethods: Methods = {
  sendRichMessage: (call) => sendDraft(call, readRichMessage(call)),
};
