import { momentOf } from '../../domain/post/dates.ts';
import type { Broadcast, BroadcastId } from '../ports/delivery.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { draftView } from './broadcast-draft-view.ts';
import { pastView } from './broadcast-view.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf, stacked } from './message.ts';

/** Past broadcasts shown, a button each. */
const SHOWN = 8;

/** `/broadcasts`: those that were begun or are planned, newest first. */
export async function answerBroadcasts(turn: Turn): Promise<OutgoingMessage> {
  const begun = await turn.bot.broadcasts.begun(SHOWN);
  if (begun.length === 0) return messageOf([turn.say('broadcasts-none')]);
  const lines = begun.map((broadcast, at) => `${at + 1}. ${lineOf(turn, broadcast)}`);
  const buttons = begun.map(
    ({ id }, at): Button => ({ text: String(at + 1), data: writePress({ kind: 'broadcast again', id }) }),
  );
  return messageOf(stacked([[{ bold: turn.say('broadcasts-title') }], [lines.join('\n')]]), [
    buttons.slice(0, SHOWN / 2),
    buttons.slice(SHOWN / 2),
  ]);
}

/** How one broadcast stands, with what can still be done about it. */
export async function broadcastAgain(turn: Turn, id: BroadcastId): Promise<OutgoingMessage> {
  const broadcast = await turn.bot.broadcasts.get(id);
  if (broadcast === undefined) return messageOf([turn.say('broadcast-gone')]);
  if (broadcast.status === 'draft') return draftView(turn, broadcast);
  return pastView(turn.say, broadcast, turn.bot.clock.now());
}

function lineOf(turn: Turn, { status, counts, startedAtMs, plannedAtMs = 0 }: Broadcast): string {
  const date = momentOf(startedAtMs ?? plannedAtMs, turn.language, turn.bot.identity.timezone);
  if (startedAtMs === undefined) return turn.say('broadcasts-planned', { date });
  const { sent, audience } = counts;
  return turn.say('broadcasts-line', { date, status, sent, audience });
}
