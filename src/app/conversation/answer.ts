import type { OutgoingMessage } from '../ports/telegram.ts';
import { answerAnything } from './answer-anything.ts';
import { answerBackground } from './answer-background.ts';
import {
  type DeskPress,
  deskCommand,
  endDraft,
  isDeskPress,
  onDeskMessage,
  onDeskPress,
} from './answer-desk.ts';
import { answerFollow, followsView, pressFollow, pressUnfollow } from './answer-follow.ts';
import { answerLatest, latestPage, storyView } from './answer-latest.ts';
import { answerQuotes, quotesBy, quotesIn, quotesOn } from './answer-quotes.ts';
import { answerHelp, answerStart, answerStop } from './answer-start.ts';
import { backgroundOf, backgroundOn } from './background-of-name.ts';
import { backgroundTo } from './background-of-story.ts';
import { type Press, readPress } from './callback.ts';
import {
  type Action,
  type Conversation,
  composedOnce,
  type Incoming,
  isAdmin,
  type Turn,
  turnOf,
} from './conversation.ts';
import { messageOf } from './message.ts';
import { quoteAlone } from './quote-alone.ts';

/** What the bot does about one thing that came in. */
export async function answer(bot: Conversation, incoming: Incoming): Promise<readonly Action[]> {
  if (!('asker' in incoming) || incoming.kind === 'group command') return actionsFor(bot, incoming);
  const note = (): Promise<void> => bot.subscribers.seen(incoming.asker.chat);
  if (!subscribes(incoming)) return (await Promise.all([actionsFor(bot, incoming), note()]))[0];
  const actions = await actionsFor(bot, incoming);
  await note();
  return actions;
}

/** Whoever subscribes now can be noted as active only after it. */
function subscribes(incoming: Incoming): boolean {
  return incoming.kind === 'late wish' || (incoming.kind === 'command' && incoming.command === 'start');
}

async function actionsFor(bot: Conversation, incoming: Incoming): Promise<readonly Action[]> {
  switch (incoming.kind) {
    case 'blocked':
      await bot.subscribers.remove(incoming.chat, 'blocked');
      return [];
    case 'late wish': {
      const turn = turnOf(bot, incoming.asker);
      await (incoming.wish === 'stop' ? answerStop(turn) : answerStart(turn, ''));
      return [];
    }
    case 'group command': {
      const turn = turnOf(bot, incoming.asker);
      return sent(turn, messageOf([turn.say('private-only')]));
    }
    case 'command':
      return onCommand(turnOf(bot, incoming.asker), incoming);
    case 'message':
      return onMessage(turnOf(bot, incoming.asker), incoming);
    case 'press':
      return onPress(turnOf(bot, incoming.asker), incoming);
  }
}

type Command = (turn: Turn, args: string) => OutgoingMessage | Promise<OutgoingMessage>;

const FOR_READERS: Readonly<Record<string, Command>> = {
  start: answerStart,
  help: once('help', answerHelp),
  latest: once('latest', answerLatest),
  quotes: once('quotes', answerQuotes),
  background: once('background', answerBackground),
  follow: answerFollow,
  following: followsView,
  unfollow: followsView,
};

/** For what many ask in the same words. */
function once(name: string, command: (turn: Turn, args: string) => Promise<OutgoingMessage>): Command {
  return (turn, args) => composedOnce(turn, `/${name} ${args}`, () => command(turn, args));
}

async function onCommand(
  turn: Turn,
  { command, args, file }: Incoming & { kind: 'command' },
): Promise<readonly Action[]> {
  if (command === 'stop') return stop(turn);
  if (isAdmin(turn)) await turn.bot.drafts.clear(turn.asker.chat);
  const forReaders = Object.hasOwn(FOR_READERS, command) ? FOR_READERS[command] : undefined;
  if (forReaders !== undefined) return sent(turn, await forReaders(turn, args));
  const forEditors = deskCommand(command);
  if (forEditors === undefined)
    return sent(turn, messageOf([turn.say('unknown-command', { command: `/${command}` })]));
  return isAdmin(turn) ? forEditors(turn, args, file) : sent(turn, messageOf([turn.say('not-for-you')]));
}

/** In the middle of something an editor's `/stop` ends that; else it ends the messages, as for every reader. */
async function stop(turn: Turn): Promise<readonly Action[]> {
  const { drafts } = turn.bot;
  const draft = await drafts.get(turn.asker.chat);
  await drafts.clear(turn.asker.chat);
  const ended = draft === undefined ? undefined : await endDraft(turn, draft);
  return sent(turn, ended ?? (await answerStop(turn)));
}

async function onMessage(turn: Turn, incoming: Incoming & { kind: 'message' }): Promise<readonly Action[]> {
  const taken = isAdmin(turn) ? await onDeskMessage(turn, incoming) : undefined;
  if (taken !== undefined) return taken;
  const text = incoming.text ?? '';
  return sent(turn, await composedOnce(turn, `words ${text}`, () => answerAnything(turn, text)));
}

async function onPress(turn: Turn, pressed: Incoming & { kind: 'press' }): Promise<readonly Action[]> {
  const press = readPress(pressed.data);
  const answered: Action = { kind: 'answer press', queryId: pressed.queryId };
  if (press === undefined) return [answered];
  if (isDeskPress(press)) {
    return isAdmin(turn) ? [answered, ...(await onDeskPress(turn, press, pressed.messageId))] : [answered];
  }
  // Readers ask in their own chat; in a group only editors press, at the desk.
  if (turn.asker.chat !== turn.asker.user) return [answered];
  switch (press.kind) {
    case 'quote':
      return [answered, ...sent(turn, await quoteAlone(turn, press.id, press.index))];
    case 'follow name':
    case 'follow topic':
      return [{ ...answered, note: await pressFollow(turn, press), alert: true }];
    case 'follows':
      return [answered, ...sent(turn, await followsView(turn))];
    case 'unfollow':
      return [answered, edited(turn, pressed.messageId, await pressUnfollow(turn, press.key))];
    default:
      return [answered, edited(turn, pressed.messageId, await viewOnce(turn, pressed.data, press))];
  }
}

function viewOnce(turn: Turn, data: string, press: ViewPress): Promise<OutgoingMessage> {
  return composedOnce(turn, `press ${data}`, () => viewOf(turn, press));
}

type OwnPress = 'quote' | 'follow name' | 'follow topic' | 'follows' | 'unfollow';
type ViewPress = Exclude<Press, DeskPress | { readonly kind: OwnPress }>;

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
      return backgroundTo(turn, press.id, press.page);
    case 'background of':
      return backgroundOf(turn, press.key, press.offset);
    case 'background on':
      return (await backgroundOn(turn, press.topic, press.offset)) ?? nothingOn(turn, press.topic);
  }
}

function nothingOn(turn: Turn, query: string): OutgoingMessage {
  return messageOf([turn.say('nothing-on', { query })]);
}

function edited({ asker }: Turn, messageId: number, message: OutgoingMessage): Action {
  return { kind: 'edit', chat: asker.chat, messageId, message };
}

function sent(turn: Turn, message: OutgoingMessage): readonly Action[] {
  return [{ kind: 'send', chat: turn.asker.chat, message }];
}
