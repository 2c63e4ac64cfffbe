import type { Api } from 'grammy';
import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type {
  ChatId,
  CopiedMessage,
  Keyboard,
  OutgoingMessage,
  Presses,
  Sender,
  SendOutcome,
} from '../../app/ports/telegram.ts';
import { isNotModified, outcomeOfError } from './send-outcome.ts';

/** Sends through the Bot API; see the port for what each ending means. */
export function createSender(api: Api): Sender {
  return {
    send: (chat, message) => settled(() => sendOne(api, chat, message)),
    copy: (chat, message) => settled(() => copyOne(api, chat, message)),
    edit: (chat, messageId, message) => settled(() => editOne(api, chat, messageId, message)),
    forward: (to, from, messageId) =>
      settled(
        async () =>
          (await api.forwardMessage(to, from, messageId, { disable_notification: true })).message_id,
      ),
  };
}

/** Answers presses; one that is too old to be answered is of no more interest to anyone. */
export function createPresses(api: Api, onError: (error: unknown) => void): Presses {
  return {
    answer: async (queryId, note) => {
      const shown = note === undefined ? {} : { text: note.text, show_alert: note.alert ?? false };
      await api.answerCallbackQuery(queryId, shown).catch(onError);
    },
  };
}

async function settled(send: () => Promise<number>): Promise<SendOutcome> {
  try {
    return { kind: 'sent', messageId: await send() };
  } catch (error) {
    return outcomeOfError(error);
  }
}

async function sendOne(api: Api, chat: ChatId, message: OutgoingMessage): Promise<number> {
  const options = { ...optionsOf(message), disable_notification: message.silent ?? false };
  if (message.photoUrl !== undefined) {
    const caption = { caption: message.text, caption_entities: entitiesOf(message) };
    return (await api.sendPhoto(chat, message.photoUrl, { ...options, ...caption })).message_id;
  }
  return (await api.sendMessage(chat, message.text, { ...options, ...textOptions(message) })).message_id;
}

async function copyOne(
  api: Api,
  chat: ChatId,
  { fromChat, messageId, silent }: CopiedMessage,
): Promise<number> {
  const copied = await api.copyMessage(chat, fromChat, messageId, { disable_notification: silent ?? false });
  return copied.message_id;
}

async function editOne(api: Api, chat: ChatId, messageId: number, message: OutgoingMessage): Promise<number> {
  try {
    if (message.photoUrl === undefined) {
      const options = { ...optionsOf(message), ...textOptions(message) };
      await api.editMessageText(chat, messageId, message.text, options);
    } else {
      const caption = { caption: message.text, caption_entities: entitiesOf(message) };
      await api.editMessageCaption(chat, messageId, { ...optionsOf(message), ...caption });
    }
  } catch (error) {
    // It looks already as it should.
    if (!isNotModified(error)) throw error;
  }
  return messageId;
}

function textOptions(message: OutgoingMessage): {
  entities: MessageEntity[];
  link_preview_options: { is_disabled: boolean };
} {
  return {
    entities: entitiesOf(message),
    link_preview_options: { is_disabled: !(message.linkPreview ?? true) },
  };
}

function optionsOf({ keyboard }: OutgoingMessage): { reply_markup?: InlineKeyboardMarkup } {
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

function entitiesOf({ entities }: OutgoingMessage): MessageEntity[] {
  return entities.map(({ type, offset, length, url }) =>
    type === 'text_link' ? { type, offset, length, url: url ?? '' } : { type, offset, length },
  );
}
