import type { ReplyMarkup } from '../wire/message.ts';
import { answerOf, type TranscriptLine } from '../wire/transcript.ts';

export type ToldKeyboard = { chat: number; messageId: number; markup: ReplyMarkup };

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function messageOf(line: TranscriptLine): { message_id: number; chat: { id: number } } | undefined {
  const result: unknown = answerOf(line)?.result;
  const isMessage =
    typeof result === 'object' && result !== null && 'message_id' in result && 'chat' in result;
  return isMessage ? (result as { message_id: number; chat: { id: number } }) : undefined;
}

/**
 * The keyboard under the text field that a request sets or takes away. The Bot API does not make it part of the message, so
 * the request is the only place that tells of it.
 */
export function toldKeyboard(line: TranscriptLine): ToldKeyboard | undefined {
  const markup = parsed(line.parameters?.['reply_markup']);
  const isKeyboard =
    typeof markup === 'object' && markup !== null && ('keyboard' in markup || 'remove_keyboard' in markup);
  const message = messageOf(line);
  if (!isKeyboard || message === undefined) return undefined;
  return { chat: message.chat.id, messageId: message.message_id, markup: markup as ReplyMarkup };
}
