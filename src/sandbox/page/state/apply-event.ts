import type { SandboxEvent } from '../wire/event.ts';
import type { Message } from '../wire/message.ts';
import { reactionLabel } from '../wire/reaction.ts';
import type { TranscriptLine } from '../wire/transcript.ts';
import { type ChatLog, indexOfId, withEdit, withMessage, without } from './chat-log.ts';
import { type PageState, REQUESTS_KEPT } from './page-state.ts';
import { type ToldKeyboard, toldKeyboard } from './told-keyboard.ts';

/** Telegram shows what a bot is doing for five seconds or until its message comes. */
const ACTION_SHOWN_MS = 5_000;

function changeLog(state: PageState, chat: number, change: (log: ChatLog) => ChatLog): PageState {
  const log = state.logs[chat];
  // A chat nobody opened is loaded when somebody does.
  if (log === undefined) return state;
  return { ...state, logs: { ...state.logs, [chat]: change(log) } };
}

/** Whoever writes to the bot has started it. */
function withStarted(state: PageState, id: number): PageState {
  const user = state.world.users.find((one) => one.id === id);
  if (user === undefined || user.started === true) return state;
  const users = replaced(state.world.users, { ...user, started: true });
  return { ...state, world: { ...state.world, users } };
}

function received(state: PageState, chat: number, message: Message): PageState {
  const { [chat]: _, ...actions } = state.actions;
  const seen = changeLog({ ...state, actions }, chat, (log) => withMessage(log, message));
  if (chat < 0) return seen;
  if (message.from?.is_bot !== true) return withStarted(seen, chat);
  return { ...seen, unread: { ...seen.unread, [chat]: (seen.unread[chat] ?? 0) + 1 } };
}

function replaced<Item extends { id: number }>(items: readonly Item[], item: Item): readonly Item[] {
  const index = items.findIndex(({ id }) => id === item.id);
  return index < 0 ? [...items, item] : items.with(index, { ...items[index], ...item });
}

function answered(state: PageState, event: SandboxEvent & { type: 'callback_answer' }): PageState {
  const settled = event.user === state.pressed?.user ? { ...state, pressed: undefined } : state;
  if (event.text === undefined || event.text === '') return settled;
  if (event.show_alert === true) return { ...settled, alert: event.text };
  return withNotice(settled, event.text);
}

let notices = 0;

export function withNotice(state: PageState, text: string): PageState {
  notices += 1;
  return { ...state, notices: [...state.notices.slice(-2), { id: notices, text }] };
}

function withKeyboard(state: PageState, told: ToldKeyboard | undefined): PageState {
  if (told === undefined) return state;
  return changeLog(state, told.chat, (log) => {
    const message = log.messages[indexOfId(log.messages, told.messageId)];
    if (message?.message_id !== told.messageId) return log;
    return withEdit(log, { ...message, reply_markup: told.markup });
  });
}

/** Puts what the bot asked before the page was opened in front of what it has asked since. */
export function withEarlierRequests(state: PageState, lines: readonly TranscriptLine[]): PageState {
  const last = Number(lines.at(-1)?.time ?? 0);
  const since = state.requests.map(({ line }) => line).filter(({ time }) => Number(time) > last);
  const events = [...lines, ...since].map((line) => ({ type: 'request' as const, line }));
  return events.reduce(requested, { ...state, requests: [] });
}

function requested(state: PageState, event: SandboxEvent & { type: 'request' }): PageState {
  // Waiting for updates is what a polling bot always does; it would bury the rest.
  if (event.line.method.toLowerCase() === 'getupdates' && event.line.accepted) return state;
  const number = (state.requests.at(-1)?.number ?? 0) + 1;
  const requests = [...state.requests, { number, line: event.line }].slice(-REQUESTS_KEPT);
  return withKeyboard({ ...state, requests }, toldKeyboard(event.line));
}

/** @param nowMs the browser's clock. */
export function applyEvent(state: PageState, event: SandboxEvent, nowMs: number): PageState {
  switch (event.type) {
    case 'message':
      return received(state, event.chat, event.message);
    case 'edit':
      return changeLog(state, event.chat, (log) => withEdit(log, event.message));
    case 'delete':
      return changeLog(state, event.chat, (log) => without(log, event.message_ids));
    case 'callback_answer':
      return answered(state, event);
    case 'chat_action': {
      const doing = { action: event.action, untilMs: nowMs + ACTION_SHOWN_MS };
      return { ...state, actions: { ...state.actions, [event.chat]: doing } };
    }
    case 'request':
      return requested(state, event);
    case 'user':
      if (typeof event.user === 'number') return state;
      return { ...state, world: { ...state.world, users: replaced(state.world.users, event.user) } };
    case 'chat':
      if (typeof event.chat === 'number') return state;
      return { ...state, world: { ...state.world, chats: replaced(state.world.chats, event.chat) } };
    case 'reaction': {
      const label = reactionLabel(event.reactions);
      return {
        ...state,
        reactions: { ...state.reactions, [`${event.chat}:${event.message_id}`]: label },
      };
    }
    case 'weather':
      return { ...state, weather: event.weather };
  }
}
