import type { BroadcastContent, BroadcastId } from '../ports/delivery.ts';
import type { CopiedMessage, OutgoingMessage } from '../ports/telegram.ts';
import { broadcastView } from './broadcast-view.ts';
import { writePress } from './callback.ts';
import type { Action, Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** `/broadcast`: asks for the message, or takes the text that stands behind the command. */
export async function startBroadcast(turn: Turn, text: string): Promise<readonly Action[]> {
  const { bot, asker, say } = turn;
  if ((await bot.subscribers.count()) === 0) return [reply(turn, say('broadcast-nobody'))];
  if (text.trim() !== '') return preview(turn, messageOf([text.trim()]));
  await bot.drafts.set(asker.chat, { kind: 'writing a broadcast' });
  return [reply(turn, say('broadcast-ask'))];
}

/** The message an editor sent after `/broadcast`, whatever it holds: it will be copied. */
export async function takeBroadcastMessage(turn: Turn, messageId: number): Promise<readonly Action[]> {
  return preview(turn, { fromChat: turn.asker.chat, messageId });
}

async function preview(turn: Turn, content: BroadcastContent): Promise<readonly Action[]> {
  const { bot, asker, say } = turn;
  await bot.drafts.clear(asker.chat);
  const { id } = await bot.broadcasts.draft(content, asker.chat);
  const count = await bot.subscribers.count();
  const question = messageOf(
    [say('broadcast-confirm', { count })],
    [
      [
        {
          text: say('broadcast-button-send', { count }),
          data: writePress({ kind: 'draft', what: 'send', id }),
        },
        { text: say('broadcast-button-cancel'), data: writePress({ kind: 'draft', what: 'drop', id }) },
      ],
    ],
  );
  return [shown(asker.chat, content), { kind: 'send', chat: asker.chat, message: question }];
}

function shown(chat: number, content: BroadcastContent): Action {
  if (isCopy(content)) return { kind: 'copy', chat, message: content };
  return { kind: 'send', chat, message: content };
}

export function isCopy(content: BroadcastContent): content is CopiedMessage {
  return 'fromChat' in content;
}

/**
 * The editor's word on what the preview showed. The start is one compare-and-set: pressed twice, or handled again
 * after a crash, it starts once.
 */
export async function decideDraft(
  turn: Turn,
  what: 'send' | 'drop',
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  const { bot, say } = turn;
  if (what === 'drop') {
    const dropped = await bot.broadcasts.command(id, 'cancel');
    return [edited(turn, messageId, messageOf([say(dropped ? 'broadcast-dropped' : 'broadcast-gone')]))];
  }
  // The question becomes the progress message, and is known as such before the first message goes.
  await bot.broadcasts.setProgressMessage(id, messageId);
  const started = await bot.broadcasts.command(id, 'start');
  if (started !== undefined) {
    bot.log.info({ broadcast: id, audience: started.counts.audience }, 'A broadcast was started');
  }
  return showBroadcast(turn, id, messageId);
}

/** Pause, go on, cancel: one compare-and-set; a press that comes too late is told so. */
export async function steerBroadcast(
  turn: Turn,
  what: 'pause' | 'resume' | 'cancel',
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  await turn.bot.broadcasts.command(id, what);
  return showBroadcast(turn, id, messageId);
}

async function showBroadcast(turn: Turn, id: BroadcastId, messageId: number): Promise<readonly Action[]> {
  const { bot, say } = turn;
  const broadcast = await bot.broadcasts.get(id);
  if (broadcast === undefined) return [edited(turn, messageId, messageOf([say('broadcast-gone')]))];
  return [edited(turn, messageId, broadcastView(say, broadcast, bot.clock.now()))];
}

function edited({ asker }: Turn, messageId: number, message: OutgoingMessage): Action {
  return { kind: 'edit', chat: asker.chat, messageId, message };
}

function reply({ asker }: Turn, text: string): Action {
  return { kind: 'send', chat: asker.chat, message: messageOf([text]) };
}
