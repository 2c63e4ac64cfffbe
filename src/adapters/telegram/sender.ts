import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity } from 'grammy/types';
import type {
  ChatId,
  CopiedMessage,
  Keyboard,
  OutgoingFile,
  OutgoingMessage,
  Presses,
  Sender,
  SendOutcome,
} from '../../app/ports/telegram.ts';
import { isGone, isNotModified, isOtherKind, NothingCopiedError, outcomeOfError } from './send-outcome.ts';

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
    sendFile: (chat, file) => settled(() => sendFile(api, chat, file)),
    remove: (chat, messageId) => settled(() => removeOne(api, chat, messageId)),
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
  const options = { ...optionsOf(message), ...quietly(message) };
  if (message.photoUrl !== undefined) {
    const caption = { caption: message.text, caption_entities: entitiesOf(message) };
    return (await api.sendPhoto(chat, message.photoUrl, { ...options, ...caption })).message_id;
  }
  return (await api.sendMessage(chat, message.text, { ...options, ...textOptions(message) })).message_id;
}

async function copyOne(
  api: Api,
  chat: ChatId,
  { fromChat, messageId, album, ...how }: CopiedMessage,
): Promise<number> {
  if (album === undefined) return (await api.copyMessage(chat, fromChat, messageId, quietly(how))).message_id;
  const [first] = await api.copyMessages(chat, fromChat, [...album], quietly(how));
  // Telegram leaves out in silence what it cannot copy; nothing at all is an album that is gone.
  if (first === undefined) throw new NothingCopiedError();
  return first.message_id;
}

async function sendFile(api: Api, chat: ChatId, { name, content, caption }: OutgoingFile): Promise<number> {
  const file = new InputFile(Buffer.from(content), name);
  return (await api.sendDocument(chat, file, { caption })).message_id;
}

async function removeOne(api: Api, chat: ChatId, messageId: number): Promise<number> {
  try {
    await api.deleteMessage(chat, messageId);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  return messageId;
}

function quietly({ silent, paid }: { readonly silent?: boolean; readonly paid?: boolean }): {
  disable_notification: boolean;
  allow_paid_broadcast?: true;
} {
  return { disable_notification: silent ?? false, ...(paid ? { allow_paid_broadcast: true as const } : {}) };
}

async function editOne(api: Api, chat: ChatId, messageId: number, message: OutgoingMessage): Promise<number> {
  const asText = (): Promise<unknown> =>
    api.editMessageText(chat, messageId, message.text, { ...optionsOf(message), ...textOptions(message) });
  const asCaption = (): Promise<unknown> =>
    api.editMessageCaption(chat, messageId, {
      ...optionsOf(message),
      caption: message.text,
      caption_entities: entitiesOf(message),
    });
  const [first, other] = message.photoUrl === undefined ? [asText, asCaption] : [asCaption, asText];
  try {
    // A post whose photo was refused stands as a text, and one with a photo stays one whatever comes in its place.
    await first().catch((error: unknown) => {
      if (!isOtherKind(error)) throw error;
      return other();
    });
  } catch (error) {
    // It looks already as it should.
    if (!isNotModified(error)) throw error;
  }
  return messageId;
}

function textOptions(message: OutgoingMessage): {
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
