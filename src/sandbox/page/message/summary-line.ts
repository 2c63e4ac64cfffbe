import type { Message } from '../wire/message.ts';
import { nameOfUser } from '../wire/world.ts';

/** What a message is when it has no words of its own. */
const KINDS: readonly (readonly [keyof Message, string])[] = [
  ['photo', 'Photo'],
  ['video', 'Video'],
  ['animation', 'Animation'],
  ['document', 'File'],
  ['audio', 'Audio'],
  ['voice', 'Voice message'],
  ['sticker', 'Sticker'],
  ['location', 'Location'],
  ['contact', 'Contact'],
  ['dice', 'Dice'],
  ['rich_message', 'Post'],
];

/** A message in one line, for replies, pins and the reader's ear. */
export function summaryLine(message: Message): string {
  const words = message.text ?? message.caption ?? message.poll?.question;
  if (words !== undefined) return words.replaceAll(/\s+/g, ' ').slice(0, 120);
  return KINDS.find(([key]) => message[key] !== undefined)?.[1] ?? 'Message';
}

/** Who a message is from, as its bubble says. */
export function authorOf(message: Message): string {
  if (message.sender_chat?.title !== undefined) return message.sender_chat.title;
  if (message.from !== undefined) return nameOfUser(message.from);
  return message.chat.title ?? message.chat.first_name ?? '';
}

/** @returns what a message of the chat itself says, such as a pin; nothing for a person's or bot's message. */
export function serviceLine(message: Message): string | undefined {
  const author = authorOf(message);
  if (message.pinned_message !== undefined) {
    return `${author} pinned “${summaryLine(message.pinned_message).slice(0, 40)}”`;
  }
  if (message.new_chat_members !== undefined)
    return `${message.new_chat_members.map(nameOfUser).join(', ')} joined`;
  if (message.left_chat_member !== undefined) return `${nameOfUser(message.left_chat_member)} left`;
  if (message.new_chat_title !== undefined) return `The title is now “${message.new_chat_title}”`;
  if (message.channel_chat_created === true) return 'Channel created';
  if (message.group_chat_created === true) return 'Group created';
  return undefined;
}
