import type { Call } from '../call.ts';
import { nowSeconds } from '../call.ts';
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
export async function sendDraft(call: Call, draft: Draft): Promise<Message> {
  const reply = readReplyParameters(call);
  const markup = readReplyMarkup(call);
  const place = resolvePlace(call, 'write');
  const replied = findReplied(call, place, reply);
  const thread = findThread(call, place);
  checkMaySend(call, place, draft.right);
  const finished = draft.finish(place);
  const content = finished instanceof Promise ? await finished : finished;
  const keyboard = markup?.kind === 'inline' ? markup.keyboard : undefined;
  if (keyboard !== undefined) checkInlineKeyboard(keyboard, place);
  checkRecipient(place);
  return postAsBot(call, place, content, {
    ...commonExtras(call),
    ...inThread(thread),
    ...(replied === undefined ? {} : { reply_to_message: replied }),
    ...(reply?.quote === undefined || replied === undefined
      ? {}
      : { quote: { text: reply.quote, position: 0, is_manual: true } }),
    ...keyboardOf(keyboard),
  });
}

export function commonExtras(call: Call): Extras {
  const effect = text(call.args, 'message_effect_id');
  return {
    ...(flag(call.args, 'protect_content') ? { has_protected_content: true as const } : {}),
    ...(effect === '' ? {} : { effect_id: effect }),
  };
}

export function keyboardOf(keyboard: InlineKeyboard | undefined): { reply_markup?: InlineKeyboard } {
  return keyboard === undefined || keyboard.inline_keyboard.length === 0 ? {} : { reply_markup: keyboard };
}

/** Writes a message of the bot's into the chat and tells whoever should know. */
export function postAsBot(call: Call, place: Place, content: Content, extras: Extras): Message {
  const { core, bot } = call;
  const message: Message = {
    message_id: nextMessageId(core.world, place),
    ...authorOf(place, bot),
    chat: sharedChat(place),
    date: nowSeconds(core),
    ...extras,
    ...content,
  };
  keepMessage(core, place, message, bot);
  return message;
}

/** In a channel it is the channel that speaks. */
function authorOf(place: Place, bot: Bot): Pick<Message, 'from' | 'sender_chat'> {
  return place.kind === 'chat' && place.chat.type === 'channel'
    ? { sender_chat: sharedChat(place) }
    : { from: botAsUser(bot) };
}

/** The chat as the message before has it, where it is the same still: a long chat need not keep one for each message. */
function sharedChat(place: Place): ApiChat {
  const chat = apiChat(place);
  const before = place.room.messages.at(-1)?.chat;
  const isSame =
    before !== undefined &&
    before.title === chat.title &&
    before.username === chat.username &&
    before.first_name === chat.first_name &&
    before.last_name === chat.last_name &&
    before.is_forum === chat.is_forum;
  return isSame ? before : chat;
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
