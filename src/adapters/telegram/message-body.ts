import type { InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity } from 'grammy/types';
import type { ChatId, Keyboard, OutgoingMessage } from '../../app/ports/telegram.ts';

/** What many get, or many ask at once, is few messages at a time. */
const KEPT = 16;

/** The arguments of `sendMessage` as JSON. A message that was sent just now is not written a second time. */
export function createMessageBody(): (chat: ChatId, message: OutgoingMessage) => Buffer {
  const kept: { readonly message: OutgoingMessage; readonly rest: Buffer }[] = [];
  let oldest = 0;
  const restOf = (message: OutgoingMessage): Buffer => {
    const known = kept.find((one) => one.message === message);
    if (known !== undefined) return known.rest;
    const fields = {
      text: message.text,
      ...optionsOf(message),
      ...quietly(message),
      ...textOptions(message),
    };
    const rest = Buffer.from(`,${JSON.stringify(fields).slice(1)}`);
    kept[oldest] = { message, rest };
    oldest = (oldest + 1) % KEPT;
    return rest;
  };
  return (chat, message) =>
    Buffer.concat([Buffer.from(`{"chat_id":${JSON.stringify(chat)}`), restOf(message)]);
}

export function quietly({ silent, paid }: { readonly silent?: boolean; readonly paid?: boolean }): {
  disable_notification: boolean;
  allow_paid_broadcast?: true;
} {
  return { disable_notification: silent ?? false, ...(paid ? { allow_paid_broadcast: true as const } : {}) };
}

export function textOptions(message: OutgoingMessage): {
  entities: MessageEntity[];
  link_preview_options: LinkPreviewOptions;
} {
  return { entities: entitiesOf(message), link_preview_options: previewOptions(message) };
}

function previewOptions({ linkPreview = true }: OutgoingMessage): LinkPreviewOptions {
  if (typeof linkPreview === 'boolean') return { is_disabled: !linkPreview };
  const { url, where } = linkPreview;
  return { is_disabled: false, url, show_above_text: where === 'above' };
}

export function optionsOf({ keyboard }: OutgoingMessage): { reply_markup?: InlineKeyboardMarkup } {
  return keyboard === undefined ? {} : { reply_markup: { inline_keyboard: inlineKeyboard(keyboard) } };
}

function inlineKeyboard(keyboard: Keyboard): InlineKeyboardMarkup['inline_keyboard'] {
  return keyboard.map((row) =>
    row.map((button) =>
      'url' in button
        ? { text: button.text, url: button.url }
        : { text: button.text, callback_data: button.data },
    ),
  );
}

export function entitiesOf({ entities }: OutgoingMessage): MessageEntity[] {
  return entities.map(({ type, offset, length, url }) =>
    type === 'text_link' ? { type, offset, length, url: url ?? '' } : { type, offset, length },
  );
}
