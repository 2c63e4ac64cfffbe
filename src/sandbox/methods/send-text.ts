import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { type Draft, sendDraft } from '../sending/post-message.ts';
import { finishText, MESSAGE_LIMITS, readTextArgument } from '../sending/text-argument.ts';
import { flag, json } from '../wire/arguments.ts';

/** Reads the text of a message; refuses one that is missing before anything else is looked at. */
export function readMessageText(call: Call): Draft {
  const parsed = readTextArgument(call, 'text', 'entities');
  if (parsed.text === '' && call.args.values.get('text') === undefined)
    throw badRequest('Message text is empty');
  if (call.args.values.get('text') === '') throw badRequest('Message text is empty');
  const preview = readLinkPreview(call);
  return {
    right: 'can_send_messages',
    finish: () => {
      const { text, entities } = finishText(call, parsed, MESSAGE_LIMITS);
      return {
        text,
        ...(entities.length === 0 ? {} : { entities }),
        ...(preview === undefined ? {} : { link_preview_options: preview }),
      };
    },
  };
}

function readLinkPreview(call: Call): Record<string, unknown> | undefined {
  const given = json(call.args, 'link_preview_options');
  if (given === 'not json') throw badRequest("Can't parse link preview options JSON object");
  if (given.value === undefined) {
    return flag(call.args, 'disable_web_page_preview') ? { is_disabled: true } : undefined;
  }
  if (typeof given.value !== 'object' || given.value === null || Array.isArray(given.value)) {
    throw badRequest('Object expected as link preview options');
  }
  return given.value as Record<string, unknown>;
}

export const textMethods: Methods = {
  sendMessage: (call) => sendDraft(call, readMessageText(call)),
};
