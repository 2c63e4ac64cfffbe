import type { Answer } from '../answer.ts';
import { type Call, nowSeconds, ok } from '../call.ts';
import type { Core } from '../core.ts';
import { flag, text } from '../wire/arguments.ts';
import { apiChat, nextMessageId, type Place, placeId } from '../world/places.ts';
import type { Bot } from '../world/state.ts';
import type { ApiChat, Content, InlineKeyboard, Message } from '../world/types.ts';
import { botAsUser } from '../world/users.ts';
import { checkInlineKeyboard, readReplyMarkup } from './reply-markup.ts';
import { findReplied, findThread, inThread, readReplyParameters } from './reply-parameters.ts';
import { type ContentRight, checkMaySend, checkRecipient, resolvePlace } from './resolve-place.ts';

/** Content that was read from a call; the rest of the checks needs to know where it goes. */
export type Draft = {
  readonly right: ContentRight;
  /** Fetches what must be fetched, fixes texts, holds them to their limits. */
  readonly finish: (place: Place) => Content | Promise<Content>;
};

/** What a message has besides its content. */
export type Extras = Partial<
  Omit<Message, 'message_id' | 'from' | 'sender_chat' | 'chat' | 'date' | keyof Content>
>;

/**
 * Sends one message: the checks in the server's order, then the message. The content has been read from the arguments before,
 * since a bad text answers before a missing chat.
 */
export function sendDraft(call: Call, draft: Draft): Answer | Promise<Answer> {
  const reply = readReplyParameters(call);
  const markup = readReplyMarkup(call);
  const place = resolvePlace(call, 'write');
  const replied = findReplied(call, place, reply);
  const thread = findThread(call, place);
  checkMaySend(call, place, draft.right);
  const post = (content: Content): Answer => {
    const keyboard = markup?.kind === 'inline' ? markup.keyboard : undefined;
    if (keyboard !== undefined) checkInlineKeyboard(keyboard, place);
    checkRecipient(place);
    const extras = commonExtras(call);
    if (thread !== undefined) Object.assign(extras, inThread(thread));
    if (replied !== undefined) Object.assign(extras, inReply(replied, reply?.quote));
    if (keyboard !== undefined) Object.assign(extras, keyboardOf(keyboard));
    return ok(postAsBot(call, place, content, extras));
  };
  const content = draft.finish(place);
  return content instanceof Promise ? content.then(post) : post(content);
}

function inReply(replied: Message, quote: string | undefined): Extras {
  return {
    reply_to_message: replied,
    ...(quote === undefined ? {} : { quote: { text: quote, position: 0, is_manual: true } }),
  };
}

export function commonExtras(call: Call): Extras {
  const effect = text(call.args, 'message_effect_id');
  const extras: Extras = {};
  if (flag(call.args, 'protect_content')) extras.has_protected_content = true;
  if (effect !== '') extras.effect_id = effect;
  return extras;
}

export function keyboardOf(keyboard: InlineKeyboard | undefined): { reply_markup?: InlineKeyboard } {
  return keyboard === undefined || keyboard.inline_keyboard.length === 0 ? {} : { reply_markup: keyboard };
}

/** Writes a message of the bot's into the chat and tells whoever should know. */
export function postAsBot(call: Call, place: Place, content: Content, extras: Extras): Message {
  const { core, bot } = call;
  const message = newMessage(core, place, bot);
  Object.assign(message, extras, content);
  keepMessage(core, place, message, bot);
  return message;
}

/** In a channel it is the channel that speaks. */
function newMessage(core: Core, place: Place, bot: Bot): Message {
  const message_id = nextMessageId(core.world, place);
  const [chat, date] = [sharedChat(place), nowSeconds(core)];
  const isChannel = place.kind === 'chat' && place.chat.type === 'channel';
  return isChannel
    ? { message_id, sender_chat: chat, chat, date }
    : { message_id, from: botAsUser(bot), chat, date };
}

/** The chat as the message before has it, where it is the same still: a long chat need not keep one for each message. */
function sharedChat(place: Place): ApiChat {
  const before = place.room.messages.at(-1)?.chat;
  return before !== undefined && isStill(before, place) ? before : apiChat(place);
}

function isStill(before: ApiChat, place: Place): boolean {
  if (place.kind === 'private') {
    const { first_name, last_name, username } = place.user;
    return before.first_name === first_name && before.last_name === last_name && before.username === username;
  }
  const { title, username, type, isForum } = place.chat;
  return (
    before.title === title &&
    before.username === username &&
    before.type === type &&
    (before.is_forum ?? false) === isForum
  );
}

/** Stores a message; other bots that are administrators of a channel hear of its posts. */
export function keepMessage(core: Core, place: Place, message: Message, author: Bot | undefined): void {
  place.room.messages.push(message);
  if (place.kind === 'private') place.bot.dialogs.set(place.user.id, place.room);
  core.touch();
  tellListeners(core, place, 'message', message);
  if (place.kind !== 'chat' || place.chat.type !== 'channel') return;
  for (const bot of core.world.bots.values()) {
    const isAdmin = place.chat.members.get(bot.id)?.status === 'administrator';
    if (bot !== author && isAdmin) core.delivery.update(bot, 'channel_post', { ...message });
  }
}

/** Tells the page and the tests of a new or changed message. */
export function tellListeners(core: Core, place: Place, type: 'message' | 'edit', message: Message): void {
  if (!core.events.hasListeners()) return;
  const bot = place.kind === 'private' ? { bot: place.bot.id } : {};
  core.events.emit({ type, ...bot, chat: placeId(place), message });
}
