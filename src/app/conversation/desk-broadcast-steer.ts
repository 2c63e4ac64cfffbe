import { failuresFile } from '../../domain/delivery/failures-file.ts';
import type { Broadcast, BroadcastId } from '../ports/delivery.ts';
import type { UndeliveredMessage } from '../ports/ledger.ts';
import type { Say } from '../ports/messages.ts';
import type { OutgoingFile, OutgoingMessage } from '../ports/telegram.ts';
import { draftView } from './broadcast-draft-view.ts';
import { broadcastView, repeatView } from './broadcast-view.ts';
import type { BroadcastDeed } from './callback.ts';
import type { Action, Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** What an editor does about a broadcast that was begun: each one compare-and-set; what comes too late shows how it stands. */
export async function steerBroadcast(
  turn: Turn,
  what: BroadcastDeed,
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  const { broadcasts, log } = turn.bot;
  switch (what) {
    case 'pause':
    case 'resume':
    case 'cancel':
      await broadcasts.command(id, what);
      log.info({ broadcast: id, command: what, editor: turn.asker.user }, 'An editor steered a broadcast');
      return showBroadcast(turn, id, messageId);
    case 'back':
      return showBroadcast(turn, id, messageId);
    case 'repeat':
      return askToRepeat(turn, id, messageId);
    case 'repeat-now':
      await broadcasts.repeatUnknown(id);
      log.info({ broadcast: id, editor: turn.asker.user }, 'An editor had the unknown sent again');
      return showBroadcast(turn, id, messageId);
    case 'file':
      return sendFailures(turn, id);
  }
}

/** Some of them may have it already, and an editor is to know that before it is done. */
async function askToRepeat(turn: Turn, id: BroadcastId, messageId: number): Promise<readonly Action[]> {
  const broadcast = await turn.bot.broadcasts.get(id);
  if (broadcast === undefined || broadcast.counts.unknown === 0) return showBroadcast(turn, id, messageId);
  return [edited(turn, messageId, repeatView(turn.say, broadcast))];
}

async function sendFailures({ bot, asker, say }: Turn, id: BroadcastId): Promise<readonly Action[]> {
  const broadcast = await bot.broadcasts.get(id);
  const undelivered = broadcast === undefined ? [] : await bot.broadcasts.undelivered(id);
  if (broadcast === undefined || undelivered.length === 0) return [];
  return [{ kind: 'send file', chat: asker.chat, file: fileOf(say, broadcast, undelivered) }];
}

/** Who did not get a broadcast and why, as a table. */
export function fileOf(
  say: Say,
  { startedAtMs = 0 }: Broadcast,
  undelivered: readonly UndeliveredMessage[],
): OutgoingFile {
  return {
    name: `not-delivered-${new Date(startedAtMs).toISOString().slice(0, 10)}.csv`,
    content: failuresFile(undelivered),
    caption: say('broadcast-file'),
  };
}

/** How it stands, where its question or its progress was. */
export async function showBroadcast(
  turn: Turn,
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  const { bot, say } = turn;
  const broadcast = await bot.broadcasts.get(id);
  if (broadcast === undefined) return [edited(turn, messageId, messageOf([say('broadcast-gone')]))];
  // Where its author pressed last is where its progress is looked for.
  if (broadcast.editorChat === turn.asker.chat) await bot.broadcasts.setProgressMessage(id, messageId);
  const view =
    broadcast.status === 'draft'
      ? await draftView(turn, broadcast)
      : broadcastView(say, broadcast, bot.clock.now());
  return [edited(turn, messageId, view)];
}

function edited({ asker }: Turn, messageId: number, message: OutgoingMessage): Action {
  return { kind: 'edit', chat: asker.chat, messageId, message };
}
