import { type Api, InputFile } from 'grammy';
import type {
  ChatId,
  CopiedMessage,
  OutgoingFile,
  OutgoingMessage,
  Presses,
  Sender,
  SendOutcome,
} from '../../app/ports/telegram.ts';
import type { BotApi } from './bot-api.ts';
import { createMessageBody, entitiesOf, optionsOf, quietly, textOptions } from './message-body.ts';
import { isGone, isNotModified, isOtherKind, NothingCopiedError, outcomeOfError } from './send-outcome.ts';

/** Sends through the Bot API; see the port for what each ending means. */
export function createSender(api: BotApi): Sender {
  const bodyOf = createMessageBody();
  return {
    send: (chat, message) =>
      settled(() =>
        message.photoUrl === undefined
          ? api.postMessage('sendMessage', bodyOf(chat, message))
          : sendPhoto(api, chat, message, message.photoUrl),
      ),
    copy: (chat, message) => settled(() => copyOne(api, chat, message)),
    edit: (chat, messageId, message) => settled(() => editOne(api, chat, messageId, message)),
    forward: async (to, from, messageId) => {
      let text: string | undefined;
      const outcome = await settled(async () => {
        const message = await api.forwardMessage(to, from, messageId, { disable_notification: true });
        text = message.text ?? message.caption;
        return message.message_id;
      });
      return text === undefined ? outcome : { ...outcome, text };
    },
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

async function sendPhoto(
  api: Api,
  chat: ChatId,
  message: OutgoingMessage,
  photoUrl: string,
): Promise<number> {
  const caption = { caption: message.text, caption_entities: entitiesOf(message) };
  const options = { ...optionsOf(message), ...quietly(message), ...caption };
  return (await api.sendPhoto(chat, photoUrl, options)).message_id;
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
