import { nowSeconds } from '../call.ts';
import type { Core } from '../core.ts';
import { detectEntities } from '../formatting/detect.ts';
import { contentOf } from '../methods/edit.ts';
import { mediaOf, storeFile } from '../sending/files.ts';
import { tellListeners } from '../sending/post-message.ts';
import { apiChat, apiChatOf, findMessage, nextMessageId, type Place } from '../world/places.ts';
import type { Bot, User } from '../world/state.ts';
import type { Content, Message } from '../world/types.ts';
import { apiUser } from '../world/users.ts';
import { setBlocked } from './act-membership.ts';
import { actingPlace, actingUser, requireChat, watchingBots } from './actor.ts';
import { type Fields, numberOf, Problem, stringOf } from './problem.ts';

/** A text as a person types it: commands, mentions and links are found in it. */
export function typedText(text: string): Content {
  if (text.trim() === '') throw new Problem('There is nothing to send: the text is empty');
  const entities = detectEntities(text);
  return { text, ...(entities.length === 0 ? {} : { entities }) };
}

export type Posted = { readonly message: Message };

/** A person sends something: it is kept, shown, and told to the bots that may see it. */
export function postAsUser(
  core: Core,
  user: User,
  place: Place,
  content: Content,
  extras: Partial<Message>,
): Posted {
  if (place.kind === 'chat' && place.chat.type === 'channel')
    return postToChannel(core, place, content, extras, user);
  if (place.kind === 'private') {
    const isStart = /^\/start\b/.test(content.text ?? '');
    if (place.room.blocked && !isStart) {
      throw new Problem(`${user.first_name} has blocked the bot: unblock it, or press Start`);
    }
    if (place.room.blocked) setBlocked(core, place, user, false);
    place.room.started = true;
  }
  const message: Message = {
    message_id: nextMessageId(core.world, place),
    from: apiUser(user),
    chat: apiChat(place),
    date: nowSeconds(core),
    ...extras,
    ...content,
  };
  place.room.messages.push(message);
  core.touch();
  tellListeners(core, place, 'message', message);
  for (const bot of watchingBots(core, place)) {
    if (isSeenBy(bot, place, message)) core.delivery.update(bot, 'message', { ...message });
  }
  return { message };
}

/** With privacy on, a bot in a group sees commands, replies to it and mentions of it. */
function isSeenBy(bot: Bot, place: Place, message: Message): boolean {
  if (place.kind === 'private' || bot.can_read_all_group_messages) return true;
  if (place.chat.members.get(bot.id)?.status === 'administrator') return true;
  const text = message.text ?? message.caption ?? '';
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  if (command !== null) return command[1] === undefined || isName(command[1], bot);
  return message.reply_to_message?.from?.id === bot.id || isNamedIn(text, bot);
}

function isName(name: string, bot: Bot): boolean {
  return name.toLowerCase() === bot.username.toLowerCase();
}

function isNamedIn(text: string, bot: Bot): boolean {
  return text.toLowerCase().includes(`@${bot.username.toLowerCase()}`);
}

function postToChannel(
  core: Core,
  place: Place & { kind: 'chat' },
  content: Content,
  extras: Partial<Message>,
  user: User | undefined,
): Posted {
  const { chat } = place;
  const status = user === undefined ? 'creator' : chat.members.get(user.id)?.status;
  if (status !== 'creator' && status !== 'administrator') {
    throw new Problem(`${user?.first_name} is no administrator of ${chat.title} and cannot post there`);
  }
  const message: Message = {
    message_id: nextMessageId(core.world, place),
    sender_chat: apiChatOf(chat),
    chat: apiChatOf(chat),
    date: nowSeconds(core),
    // What tells a person's post from the bot's own.
    author_signature: user === undefined ? 'Editor' : user.first_name,
    ...extras,
    ...content,
  };
  place.room.messages.push(message);
  core.touch();
  tellListeners(core, place, 'message', message);
  for (const bot of watchingBots(core, place)) core.delivery.update(bot, 'channel_post', { ...message });
  return { message };
}

/** Which message it answers, and in which topic it stands. */
export function replyOf(place: Place, command: Fields): Partial<Message> {
  const thread = threadOf(place, command);
  if (command['reply_to'] === undefined) return thread;
  const replied = findMessage(place, numberOf(command['reply_to'], 'reply_to'));
  if (replied === undefined) throw new Problem('The message to reply to is not there');
  const { reply_to_message: _, ...shown } = replied;
  return { ...thread, reply_to_message: shown };
}

function threadOf(place: Place, command: Fields): Partial<Message> {
  if (command['message_thread_id'] === undefined) return {};
  const id = numberOf(command['message_thread_id'], 'message_thread_id');
  const topic = place.kind === 'chat' ? place.chat.topics.get(id) : undefined;
  if (topic === undefined) throw new Problem(`There is no topic ${id} there`);
  if (topic.closed) throw new Problem(`The topic "${topic.name}" is closed`);
  return { message_thread_id: id, is_topic_message: true };
}

export function actText(core: Core, command: Fields): Posted {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  return postAsUser(core, user, place, typedText(stringOf(command['text'], 'text')), replyOf(place, command));
}

export function actStart(core: Core, command: Fields): Posted {
  const payload = typeof command['start'] === 'string' ? command['start'] : '';
  if (!/^[A-Za-z0-9_-]{0,64}$/.test(payload)) {
    throw new Problem('A start payload has at most 64 characters of A-Z, a-z, 0-9, _ and -');
  }
  const text = payload === '' ? '/start' : `/start ${payload}`;
  return actText(core, { ...command, chat: undefined, text });
}

export function actChannelPost(core: Core, command: Fields): Posted {
  const chat = requireChat(core, command['chat']);
  const user = command['user'] === undefined ? undefined : actingUser(core, command);
  const content = typedText(stringOf(command['channel_post'], 'channel_post'));
  if (chat.type !== 'channel') throw new Problem(`${chat.title} is no channel`);
  return postToChannel(core, { kind: 'chat', chat, room: chat }, content, {}, user);
}

/**
 * `photo` is the image's bytes in base64, a data address, or the id of a file that is here. Photos with the same `album` are
 * one.
 */
export function actPhoto(core: Core, command: Fields): Posted {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const given = stringOf(command['photo'], 'photo');
  const known = core.world.files.get(given);
  const data = /^data:(image\/[a-z+]+);base64,(.*)$/s.exec(given);
  const bytes = Buffer.from(data?.[2] ?? given, 'base64');
  if (known === undefined && bytes.length === 0) throw new Problem('photo must hold an image in base64');
  const file = known ?? storeFile(core.world, { kind: 'photo', bytes, mimeType: data?.[1] ?? 'image/jpeg' });
  const caption = command['caption'];
  const words = typeof caption === 'string' && caption !== '' ? typedText(caption) : {};
  const content: Content = {
    photo: [mediaOf(file)],
    ...(words.text === undefined ? {} : { caption: words.text }),
    ...(words.entities === undefined ? {} : { caption_entities: words.entities }),
  };
  const { album } = command;
  const inAlbum = album === undefined ? {} : { media_group_id: stringOf(album, 'album') };
  return postAsUser(core, user, place, content, { ...replyOf(place, command), ...inAlbum });
}

export function actForward(core: Core, command: Fields): Posted {
  const user = actingUser(core, command);
  const from = actingPlace(core, command, user, 'from');
  const id = numberOf(command['forward'], 'forward');
  const source = findMessage(from, id);
  if (source === undefined) throw new Problem(`There is no message ${id} to forward`);
  const origin = source.forward_origin ?? {
    ...(source.sender_chat === undefined
      ? { type: 'user', sender_user: source.from }
      : { type: 'channel', chat: source.sender_chat, message_id: source.message_id }),
    date: source.date,
  };
  const place = actingPlace(core, command, user);
  return postAsUser(core, user, place, structuredClone(contentOf(source)), { forward_origin: origin });
}

/** A person changes a message of their own. */
export function actEdit(core: Core, command: Fields): Posted {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const message = findMessage(place, numberOf(command['edit'], 'edit'));
  const isChannel = place.kind === 'chat' && place.chat.type === 'channel';
  if (message === undefined || (!isChannel && message.from?.id !== user.id)) {
    throw new Problem('There is no such message of theirs');
  }
  const content = typedText(stringOf(command['text'], 'text'));
  delete message.entities;
  Object.assign(message, content, { edit_date: nowSeconds(core) });
  core.touch();
  tellListeners(core, place, 'edit', message);
  const type = isChannel ? 'edited_channel_post' : 'edited_message';
  for (const bot of watchingBots(core, place)) core.delivery.update(bot, type, { ...message });
  return { message };
}
