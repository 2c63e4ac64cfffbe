import type { BroadcastContent, BroadcastId } from '../ports/delivery.ts';
import type { CopiedMessage } from '../ports/telegram.ts';
import { draftView } from './broadcast-draft-view.ts';
import type { Action, Incoming, Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** `/broadcast`: asks for the message, or takes the text that stands behind the command. */
export async function startBroadcast(turn: Turn, text: string): Promise<readonly Action[]> {
  const { bot, asker, say } = turn;
  if ((await bot.subscribers.count()) === 0) return [reply(turn, say('broadcast-nobody'))];
  if (text.trim() !== '') return preview(turn, { ...messageOf([text.trim()]), linkPreview: true });
  await bot.drafts.set(asker.chat, { kind: 'writing a broadcast' });
  return [reply(turn, say('broadcast-ask'))];
}

/** The message an editor sent after `/broadcast`, whatever it holds: it will be copied. */
export async function takeBroadcastMessage(
  turn: Turn,
  { messageId, album }: Incoming & { kind: 'message' },
): Promise<readonly Action[]> {
  const content: CopiedMessage = { fromChat: turn.asker.chat, messageId };
  return album === undefined ? preview(turn, content) : beginAlbum(turn, content, album);
}

async function preview(turn: Turn, content: BroadcastContent): Promise<readonly Action[]> {
  const { bot, asker, say, language } = turn;
  await bot.drafts.clear(asker.chat);
  const draft = await bot.broadcasts.draft(content, asker.chat, language);
  const question: Action = { kind: 'send', chat: asker.chat, message: await draftView(turn, draft) };
  return [shown(asker.chat, content, messageOf([say('broadcast-uncopyable')])), question];
}

/** The pictures of an album come one by one, this being the first: it cannot be shown before all are here. */
async function beginAlbum(turn: Turn, content: CopiedMessage, album: string): Promise<readonly Action[]> {
  const { bot, asker, language } = turn;
  const first = { ...content, album: [content.messageId] };
  const draft = await bot.broadcasts.draft(first, asker.chat, language);
  await bot.drafts.set(asker.chat, { kind: 'sending an album', album, broadcast: draft.id });
  return [{ kind: 'send', chat: asker.chat, message: await draftView(turn, draft) }];
}

/** One more picture of the album; handled again after a crash it is still one. */
export async function takeAlbumPart(
  { bot }: Turn,
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  const content = (await bot.broadcasts.get(id))?.content;
  if (content === undefined || !isCopy(content)) return [];
  const album = [...new Set([...(content.album ?? []), messageId])].sort((a, b) => a - b);
  await bot.broadcasts.amend(id, { content: { ...content, album } });
  return [];
}

/** The content as a subscriber gets it. */
export function shown(chat: number, content: BroadcastContent, orElse: ReturnType<typeof messageOf>): Action {
  return isCopy(content)
    ? { kind: 'copy', chat, message: content, orElse }
    : { kind: 'send', chat, message: content };
}

export function isCopy(content: BroadcastContent): content is CopiedMessage {
  return 'fromChat' in content;
}

function reply({ asker }: Turn, text: string): Action {
  return { kind: 'send', chat: asker.chat, message: messageOf([text]) };
}
