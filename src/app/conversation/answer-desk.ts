import type { DeskDraft } from '../ports/desk.ts';
import type { SentFile } from '../ports/intake.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import type { Press } from './callback.ts';
import type { Action, Incoming, Turn } from './conversation.ts';
import { answerBreaking, breakingOf, postNow } from './desk-breaking.ts';
import { startBroadcast, takeAlbumPart, takeBroadcastMessage } from './desk-broadcast.ts';
import { decideDraft, narrowDraft, planDraft } from './desk-broadcast-draft.ts';
import { steerBroadcast } from './desk-broadcast-steer.ts';
import { answerBroadcasts, broadcastAgain } from './desk-broadcasts.ts';
import { answerCorrect, askForCorrection, correctionOf, correctNow, takeCorrection } from './desk-correct.ts';
import { takeFromEditor } from './desk-intake.ts';
import { answerQueue, approvePost, moveInQueue, queuedView, queueView } from './desk-queue.ts';
import { answerRetract, askForReason, retractionOf, retractNow, takeReason } from './desk-retract.ts';
import { answerSources } from './desk-sources.ts';
import { answerStatus } from './desk-status.ts';
import { answerWhy } from './desk-why.ts';
import { messageOf } from './message.ts';

type Command = (turn: Turn, args: string, file?: SentFile) => Promise<readonly Action[]>;

const FOR_EDITORS: Readonly<Record<string, Command>> = {
  broadcast: startBroadcast,
  broadcasts: async (turn) => sent(turn, await answerBroadcasts(turn)),
  queue: async (turn) => (await answerQueue(turn)).flatMap((message) => sent(turn, message)),
  breaking: async (turn, args) => sent(turn, await answerBreaking(turn, args)),
  correct: async (turn, args) => sent(turn, await answerCorrect(turn, args)),
  retract: async (turn, args) => sent(turn, await answerRetract(turn, args)),
  sources: answerSources,
  status: async (turn) => sent(turn, await answerStatus(turn)),
  why: async (turn, args) => sent(turn, await answerWhy(turn, args)),
};

export function deskCommand(name: string): Command | undefined {
  return Object.hasOwn(FOR_EDITORS, name) ? FOR_EDITORS[name] : undefined;
}

/** What an editor sends: what they are in the middle of writing, or else something to take in; undefined for a question. */
export async function onDeskMessage(
  turn: Turn,
  incoming: Incoming & { kind: 'message' },
): Promise<readonly Action[] | undefined> {
  const draft = await turn.bot.drafts.get(turn.asker.chat);
  const written = draft === undefined ? undefined : await inTheMiddle(turn, draft, incoming);
  if (written !== undefined) return written;
  const taken = await takeFromEditor(turn, incoming.text ?? '', incoming.sent);
  return taken?.flatMap((message) => sent(turn, message));
}

/** Undefined when it has nothing to do with what the editor is in the middle of. */
async function inTheMiddle(
  turn: Turn,
  draft: DeskDraft,
  incoming: Incoming & { kind: 'message' },
): Promise<readonly Action[] | undefined> {
  const { text = '', album, messageId } = incoming;
  switch (draft.kind) {
    case 'writing a broadcast':
      return takeBroadcastMessage(turn, incoming);
    case 'sending an album':
      return album === draft.album ? takeAlbumPart(turn, draft.broadcast, messageId) : undefined;
    case 'planning a broadcast':
      return planDraft(turn, draft.broadcast, text);
    case 'writing a correction':
      return draft.text === undefined
        ? sent(turn, await takeCorrection(turn, draft.article, text))
        : undefined;
    case 'writing a retraction':
      return draft.text === undefined ? sent(turn, await takeReason(turn, draft.article, text)) : undefined;
  }
}

/** What an editor was in the middle of is over; undefined when it was over already. */
export async function endDraft(turn: Turn, draft: DeskDraft): Promise<OutgoingMessage | undefined> {
  const { say, bot } = turn;
  switch (draft.kind) {
    case 'writing a broadcast':
      return messageOf([say('broadcast-dropped')]);
    case 'sending an album': {
      const isDraft = (await bot.broadcasts.get(draft.broadcast))?.status === 'draft';
      const dropped = isDraft ? await bot.broadcasts.command(draft.broadcast, 'cancel') : undefined;
      return dropped === undefined ? undefined : messageOf([say('broadcast-dropped')]);
    }
    case 'planning a broadcast':
      return messageOf([say('broadcast-not-planned')]);
    case 'writing a correction':
    case 'writing a retraction':
      return messageOf([say('post-left')]);
  }
}

const DESK_PRESSES = [
  'draft',
  'draft segment',
  'broadcast',
  'broadcast again',
  'queue',
  'queued',
  'move',
  'decide',
  'approval',
  'post',
  'post now',
] as const;

export type DeskPress = Extract<Press, { kind: (typeof DESK_PRESSES)[number] }>;

export function isDeskPress(press: Press): press is DeskPress {
  return DESK_PRESSES.some((kind) => kind === press.kind);
}

export async function onDeskPress(
  turn: Turn,
  press: DeskPress,
  messageId: number,
): Promise<readonly Action[]> {
  switch (press.kind) {
    case 'draft':
      return decideDraft(turn, press.what, press.id, messageId);
    case 'draft segment':
      return narrowDraft(turn, press.part, press.id, messageId);
    case 'broadcast':
      return steerBroadcast(turn, press.what, press.id, messageId);
    default:
      return [{ kind: 'edit', chat: turn.asker.chat, messageId, message: await deskView(turn, press) }];
  }
}

type ViewPress = Exclude<DeskPress, { kind: 'draft' | 'draft segment' | 'broadcast' }>;

async function deskView(turn: Turn, press: ViewPress): Promise<OutgoingMessage> {
  switch (press.kind) {
    case 'broadcast again':
      return broadcastAgain(turn, press.id);
    case 'queue':
      return queueView(turn, press.channel, press.offset);
    case 'queued':
      return queuedView(turn, press.channel, press.id);
    case 'move':
      return moveInQueue(turn, press);
    case 'decide':
      return decidePost(turn, press);
    case 'approval':
      return approvePost(turn, press);
    case 'post now':
      return postNow(turn, press.id, press.channel);
    case 'post':
      return postView(turn, press);
  }
}

async function postView(turn: Turn, { what, id }: Press & { kind: 'post' }): Promise<OutgoingMessage> {
  switch (what) {
    case 'breaking':
      return breakingOf(turn, id);
    case 'correct':
      return correctionOf(turn, id);
    case 'correct now':
      return correctNow(turn, id);
    case 'correct note':
      return askForCorrection(turn, id);
    case 'retract':
      return retractionOf(turn, id);
    case 'retract reason':
      return askForReason(turn, id);
    case 'retract notice':
      return retractNow(turn, id, 'notice');
    case 'retract delete':
      return retractNow(turn, id, 'delete');
    case 'leave':
      await turn.bot.drafts.clear(turn.asker.chat);
      return messageOf([turn.say('post-left')]);
  }
}

/** An editor's word on a post of which nobody can know whether it is there. */
async function decidePost(
  turn: Turn,
  { channel, id, what }: Press & { kind: 'decide' },
): Promise<OutgoingMessage> {
  const done = await turn.bot.posts.decide(channel, id, what);
  const decided = what === 'post it' ? 'desk-decided-again' : 'desk-decided-there';
  return messageOf([turn.say(done ? decided : 'desk-decided-already')]);
}

function sent(turn: Turn, message: OutgoingMessage): readonly Action[] {
  return [{ kind: 'send', chat: turn.asker.chat, message }];
}
