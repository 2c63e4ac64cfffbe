import { draftView } from '../app/conversation/broadcast-draft-view.ts';
import { broadcastReport, broadcastView } from '../app/conversation/broadcast-view.ts';
import { turnOf } from '../app/conversation/conversation.ts';
import { fileOf } from '../app/conversation/desk-broadcast-steer.ts';
import { messageOf } from '../app/conversation/message.ts';
import { perform } from '../app/conversation/perform.ts';
import { runBroadcasts } from '../app/delivery/run-broadcasts.ts';
import type { Broadcast, BroadcastId } from '../app/ports/delivery.ts';
import type { Role } from './lifetime.ts';
import type { Parts } from './parts.ts';

/** Sends what editors broadcast, and shows them how it goes. */
export function broadcasting(parts: Parts): Role {
  const { broadcasts, subscribers, sender, clock, log, tellDesk, performing } = parts;
  const shown: ShownProgress = new Map();
  return {
    name: 'broadcasting',
    run: (signal) =>
      runBroadcasts(
        {
          ...{ broadcasts, subscribers, sender, clock, log },
          budget: performing.budget,
          desk: tellDesk,
          onProgress: (broadcast) => showProgress(parts, broadcast, shown),
          onPlanned: (broadcast, what) => tellOfPlan(parts, broadcast, what),
        },
        signal,
      ),
  };
}

/** What this process showed last of each broadcast: an edit that changes nothing would cost the budget a message. */
type ShownProgress = Map<BroadcastId, string>;

async function showProgress(parts: Parts, broadcast: Broadcast, shown: ShownProgress): Promise<void> {
  const { messages, performing, clock } = parts;
  const { editorChat, progressMessageId, status, counts, language } = broadcast;
  if (progressMessageId === undefined) return;
  const message = broadcastView(messages.in(language), broadcast, clock.now());
  if (shown.get(broadcast.id) !== message.text) {
    await perform(performing, [{ kind: 'edit', chat: editorChat, messageId: progressMessageId, message }]);
    shown.set(broadcast.id, message.text);
  }
  const isOver = (status === 'finished' || status === 'cancelled') && counts.inFlight === 0;
  if (!isOver) return;
  shown.delete(broadcast.id);
  await report(parts, broadcast);
}

/** The last word, and a file of those who did not get it where there are any. */
async function report(
  { messages, performing, clock, broadcasts }: Parts,
  broadcast: Broadcast,
): Promise<void> {
  const { id, editorChat: chat, language } = broadcast;
  const say = messages.in(language);
  const undelivered = await broadcasts.undelivered(id);
  const message = broadcastReport(say, broadcast, undelivered, clock.now());
  await perform(performing, [
    { kind: 'send', chat, message },
    ...(undelivered.length === 0
      ? []
      : [{ kind: 'send file', chat, file: fileOf(say, broadcast, undelivered) } as const]),
  ]);
}

/** A start that nobody pressed is told in a message of its own, which then shows the progress. */
async function tellOfPlan(parts: Parts, broadcast: Broadcast, what: 'started' | 'missed'): Promise<void> {
  const { performing, broadcasts, conversation, clock } = parts;
  const { id, editorChat: chat, language: languageTag } = broadcast;
  const turn = turnOf(conversation, { chat, user: chat, languageTag });
  if (what === 'missed') {
    const message = await draftView(turn, broadcast);
    const told = messageOf([turn.say('broadcast-missed-plan')]);
    await perform(performing, [
      { kind: 'send', chat, message: told },
      { kind: 'send', chat, message },
    ]);
    return;
  }
  const told = messageOf([turn.say('broadcast-started-by-plan')]);
  const message = broadcastView(turn.say, broadcast, clock.now());
  const sent = (messageId: number): Promise<void> => broadcasts.setProgressMessage(id, messageId);
  await perform(performing, [
    { kind: 'send', chat, message: told },
    { kind: 'send', chat, message, sent },
  ]);
}
