import type { OutgoingMessage } from '../ports/telegram.ts';
import { answerAnything } from './answer-anything.ts';
import { answerBackground } from './answer-background.ts';
import { answerLatest, latestPage, storyView } from './answer-latest.ts';
import { answerQuotes, quotesBy, quotesIn, quotesOn } from './answer-quotes.ts';
import { answerHelp, answerStart, answerStop } from './answer-start.ts';
import { backgroundOf, backgroundOn } from './background-of-name.ts';
import { backgroundTo } from './background-of-story.ts';
import { type Press, readPress } from './callback.ts';
import { type Action, type Conversation, type Incoming, isAdmin, type Turn, turnOf } from './conversation.ts';
import { decideDraft, startBroadcast, steerBroadcast, takeBroadcastMessage } from './desk-broadcast.ts';
import { answerBroadcasts, broadcastAgain } from './desk-broadcasts.ts';
import { answerQueue, moveInQueue, queuedView, queueView } from './desk-queue.ts';
import { answerSources } from './desk-sources.ts';
import { answerStatus } from './desk-status.ts';
import { answerWhy } from './desk-why.ts';
import { messageOf } from './message.ts';

/** What the bot does about one thing that came in. */
export async function answer(bot: Conversation, incoming: Incoming): Promise<readonly Action[]> {
  switch (incoming.kind) {
    case 'blocked':
      await bot.subscribers.remove(incoming.chat, 'blocked');
      return [];
    case 'group command': {
      const turn = turnOf(bot, incoming.asker);
      return sent(turn, messageOf([turn.say('private-only')]));
    }
    case 'command':
      return onCommand(turnOf(bot, incoming.asker), incoming.command, incoming.args);
    case 'message':
      return onMessage(turnOf(bot, incoming.asker), incoming.messageId, incoming.text);
    case 'press':
      return onPress(turnOf(bot, incoming.asker), incoming);
  }
}

type Command = (turn: Turn, args: string) => OutgoingMessage | Promise<OutgoingMessage>;

const FOR_READERS: Readonly<Record<string, Command>> = {
  start: answerStart,
  help: answerHelp,
  latest: answerLatest,
  quotes: answerQuotes,
  background: answerBackground,
};

const FOR_EDITORS: Readonly<Record<string, (turn: Turn, args: string) => Promise<readonly Action[]>>> = {
  broadcast: startBroadcast,
  broadcasts: async (turn) => sent(turn, await answerBroadcasts(turn)),
  queue: async (turn) => (await answerQueue(turn)).flatMap((message) => sent(turn, message)),
  sources: async (turn, args) => sent(turn, await answerSources(turn, args)),
  status: async (turn) => sent(turn, await answerStatus(turn)),
  why: async (turn, args) => sent(turn, await answerWhy(turn, args)),
};

async function onCommand(turn: Turn, command: string, args: string): Promise<readonly Action[]> {
  if (command === 'stop') return stop(turn);
  await turn.bot.drafts.clear(turn.asker.chat);
  const forReaders = FOR_READERS[command];
  if (forReaders !== undefined) return sent(turn, await forReaders(turn, args));
  const forEditors = FOR_EDITORS[command];
  if (forEditors === undefined)
    return sent(turn, messageOf([turn.say('unknown-command', { command: `/${command}` })]));
  return isAdmin(turn) ? forEditors(turn, args) : sent(turn, messageOf([turn.say('not-for-you')]));
}

/** In the middle of a broadcast, `/stop` drops that; else it ends the messages. */
async function stop(turn: Turn): Promise<readonly Action[]> {
  const { drafts } = turn.bot;
  if ((await drafts.get(turn.asker.chat)) === undefined) return sent(turn, await answerStop(turn));
  await drafts.clear(turn.asker.chat);
  return sent(turn, messageOf([turn.say('broadcast-dropped')]));
}

async function onMessage(
  turn: Turn,
  messageId: number,
  text: string | undefined,
): Promise<readonly Action[]> {
  const draft = isAdmin(turn) ? await turn.bot.drafts.get(turn.asker.chat) : undefined;
  if (draft?.kind === 'writing a broadcast') return takeBroadcastMessage(turn, messageId);
  return sent(turn, await answerAnything(turn, text ?? ''));
}

async function onPress(turn: Turn, pressed: Incoming & { kind: 'press' }): Promise<readonly Action[]> {
  const press = readPress(pressed.data);
  const answered: Action = { kind: 'answer press', queryId: pressed.queryId };
  if (press === undefined) return [answered];
  const actions = await pressActions(turn, press, pressed.messageId);
  return [answered, ...actions];
}

async function pressActions(turn: Turn, press: Press, messageId: number): Promise<readonly Action[]> {
  switch (press.kind) {
    case 'draft':
      return isAdmin(turn) ? decideDraft(turn, press.what, press.id, messageId) : [];
    case 'broadcast':
      return isAdmin(turn) ? steerBroadcast(turn, press.what, press.id, messageId) : [];
    case 'decide':
      return isAdmin(turn) ? decidePost(turn, press, messageId) : [];
    case 'broadcast again':
    case 'queue':
    case 'queued':
    case 'move':
      return isAdmin(turn) ? edited(turn, messageId, await deskView(turn, press)) : [];
    default:
      return edited(turn, messageId, await viewOf(turn, press));
  }
}

type DeskPress = Extract<Press, { kind: 'broadcast again' | 'queue' | 'queued' | 'move' }>;

async function deskView(turn: Turn, press: DeskPress): Promise<OutgoingMessage> {
  switch (press.kind) {
    case 'broadcast again':
      return broadcastAgain(turn, press.id);
    case 'queue':
      return queueView(turn, press.channel, press.offset);
    case 'queued':
      return queuedView(turn, press.channel, press.id);
    case 'move':
      return moveInQueue(turn, press);
  }
}

function edited({ asker }: Turn, messageId: number, message: OutgoingMessage): readonly Action[] {
  return [{ kind: 'edit', chat: asker.chat, messageId, message }];
}

type ViewPress = Exclude<Press, DeskPress | { kind: 'draft' | 'broadcast' | 'decide' }>;

async function viewOf(turn: Turn, press: ViewPress): Promise<OutgoingMessage> {
  switch (press.kind) {
    case 'latest':
      return latestPage(turn, press.offset, press.size);
    case 'story':
      return storyView(turn, press.id);
    case 'quotes in':
      return quotesIn(turn, press.id, press.offset);
    case 'quotes by':
      return quotesBy(turn, press.key, press.offset);
    case 'quotes on':
      return (await quotesOn(turn, press.topic, press.offset)) ?? nothingOn(turn, press.topic);
    case 'background to':
      return backgroundTo(turn, press.id);
    case 'background of':
      return backgroundOf(turn, press.key);
    case 'background on':
      return (await backgroundOn(turn, press.topic)) ?? nothingOn(turn, press.topic);
  }
}

function nothingOn(turn: Turn, query: string): OutgoingMessage {
  return messageOf([turn.say('nothing-on', { query })]);
}

/** An editor's word on a post of which nobody can know whether it is there. */
async function decidePost(
  turn: Turn,
  { channel, id, what }: Press & { kind: 'decide' },
  messageId: number,
): Promise<readonly Action[]> {
  const done = await turn.bot.posts.decide(channel, id, what);
  const decided = what === 'post it' ? 'desk-decided-again' : 'desk-decided-there';
  const text = turn.say(done ? decided : 'desk-decided-already');
  return edited(turn, messageId, messageOf([text]));
}

function sent(turn: Turn, message: OutgoingMessage): readonly Action[] {
  return [{ kind: 'send', chat: turn.asker.chat, message }];
}
