import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { nowSeconds, ok } from '../call.ts';
import { type FoundMessage, isOwn, requireMessage } from '../sending/find-message.ts';
import { keyboardOf, tellListeners } from '../sending/post-message.ts';
import { checkInlineKeyboard, readReplyMarkup } from '../sending/reply-markup.ts';
import { CAPTION_LIMITS, finishText, readTextArgument } from '../sending/text-argument.ts';
import { flag, text } from '../wire/arguments.ts';
import type { Content, Message } from '../world/types.ts';
import { readInputMedia } from './input-media.ts';
import { captionContent, finishMedia } from './send-media.ts';
import { readRichMessage } from './send-rich.ts';
import { readMessageText } from './send-text.ts';

const NOT_MODIFIED =
  'Message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The fields of a message that are its content: an edit replaces them all. */
export const CONTENT_FIELDS: readonly (keyof Content)[] = [
  'text',
  'entities',
  'link_preview_options',
  'caption',
  'caption_entities',
  'show_caption_above_media',
  'has_media_spoiler',
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'poll',
  'rich_message',
  'location',
  'venue',
  'contact',
  'dice',
];

export function contentOf(message: Message): Content {
  return Object.fromEntries(
    CONTENT_FIELDS.filter((field) => message[field] !== undefined).map((field) => [field, message[field]]),
  );
}

function findEditable(call: Call): FoundMessage {
  const found = requireMessage(call, 'edit');
  if (!mayEdit(call, found)) throw badRequest("Message can't be edited");
  return found;
}

/** Its own messages for ever, other posts of a channel with the right to edit them; no service message, nothing forwarded. */
function mayEdit(call: Call, found: FoundMessage): boolean {
  const { place, message } = found;
  if (message.forward_origin !== undefined || Object.keys(contentOf(message)).length === 0) return false;
  if (isOwn(call, found)) return true;
  if (place.kind !== 'chat' || place.chat.type !== 'channel') return false;
  const member = place.chat.members.get(call.bot.id);
  return member?.status === 'administrator' && member.rights['can_edit_messages'] === true;
}

/** Puts content and keyboard in the place of the old; a keyboard that is not given again goes away. */
function applyEdit(call: Call, found: FoundMessage, content: Content): Message {
  const { place, message } = found;
  const markup = readReplyMarkup(call);
  const keyboard = markup?.kind === 'inline' ? markup.keyboard : undefined;
  if (keyboard !== undefined) checkInlineKeyboard(keyboard, place);
  const before = JSON.stringify([contentOf(message), message.reply_markup]);
  const next = keyboardOf(keyboard);
  if (before === JSON.stringify([pick(content), next.reply_markup])) throw badRequest(NOT_MODIFIED);
  const contentChanged = JSON.stringify(contentOf(message)) !== JSON.stringify(pick(content));
  for (const field of CONTENT_FIELDS) delete message[field];
  delete message.reply_markup;
  Object.assign(message, content, next);
  // A change of the keyboard alone does not mark the message as edited.
  if (contentChanged) message.edit_date = nowSeconds(call.core);
  call.core.touch();
  tellListeners(call.core, place, 'edit', message);
  return message;
}

/** Content in the order of the fields, so that two can be compared as text. */
function pick(content: Content): Content {
  return Object.fromEntries(
    CONTENT_FIELDS.filter((field) => content[field] !== undefined).map((field) => [field, content[field]]),
  );
}

function refuseInline(call: Call): void {
  if (text(call.args, 'inline_message_id') !== '') throw badRequest('MESSAGE_ID_INVALID');
}

export const editMethods: Methods = {
  editMessageText: async (call) => {
    refuseInline(call);
    const isRich = call.args.values.has('rich_message');
    const draft = isRich ? readRichMessage(call) : readMessageText(call);
    const found = findEditable(call);
    const { message, place } = found;
    if (!isRich && message.text === undefined && message.rich_message === undefined) {
      throw badRequest('There is no text in the message to edit');
    }
    return ok(applyEdit(call, found, await draft.finish(place)));
  },
  editMessageCaption: (call) => {
    refuseInline(call);
    const caption = readTextArgument(call, 'caption', 'caption_entities');
    const found = findEditable(call);
    const media = contentOf(found.message);
    const hasMedia = ['photo', 'document', 'video', 'animation', 'audio', 'voice'].some(
      (kind) => kind in media,
    );
    if (!hasMedia) throw badRequest('There is no caption in the message to edit');
    const { caption: _, caption_entities: __, show_caption_above_media: ___, ...kept } = media;
    const above = flag(call.args, 'show_caption_above_media')
      ? { show_caption_above_media: true as const }
      : {};
    const finished = captionContent(finishText(call, caption, CAPTION_LIMITS));
    return ok(applyEdit(call, found, { ...kept, ...finished, ...above }));
  },
  editMessageMedia: async (call) => {
    refuseInline(call);
    const media = readInputMedia(call);
    const found = findEditable(call);
    if (found.message.poll !== undefined) throw badRequest("Message can't be edited");
    return ok(applyEdit(call, found, await finishMedia(call, media)));
  },
  editMessageReplyMarkup: (call) => {
    refuseInline(call);
    const found = findEditable(call);
    return ok(applyEdit(call, found, contentOf(found.message)));
  },
};
