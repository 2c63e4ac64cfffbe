import type { TranscriptLine } from '../wire/transcript.ts';
import type { WeatherPlan } from '../wire/weather-plan.ts';
import type { Bot, Chat, User, World } from '../wire/world.ts';
import { isEditor } from '../wire/world.ts';
import type { ChatLog } from './chat-log.ts';

export type View = 'channel' | 'chat' | 'desk' | 'weather';

export type Notice = { id: number; text: string };

/** A request with the number under which the list keeps it. */
export type NumberedLine = { number: number; line: TranscriptLine };

export type PageState = {
  connection: 'opening' | 'open' | 'lost';
  world: World;
  /** By chat id; a private chat has its user's id. */
  logs: Readonly<Record<number, ChatLog>>;
  /** Whose eyes one looks through. */
  me: number | undefined;
  channel: number | undefined;
  view: View;
  /** Newest last, at most as many as `REQUESTS_KEPT`. */
  requests: readonly NumberedLine[];
  weather: WeatherPlan | undefined;
  /** What the bot is doing in a chat ("typing"), and until when, in milliseconds of the browser's clock. */
  actions: Readonly<Record<number, { action: string; untilMs: number }>>;
  /** How many messages came to a private chat that nobody looked at. */
  unread: Readonly<Record<number, number>>;
  /** The button that somebody pressed and that is not yet answered, as `chat:message:data`. */
  pressed: { user: number; button: string } | undefined;
  /** Emoji under a message, by `chat:message`. */
  reactions: Readonly<Record<string, string>>;
  notices: readonly Notice[];
  alert: string | undefined;
};

export const REQUESTS_KEPT = 400;

export const INITIAL_STATE: PageState = {
  connection: 'opening',
  world: { bots: [], users: [], chats: [], now: 0 },
  logs: {},
  me: undefined,
  channel: undefined,
  view: 'channel',
  requests: [],
  weather: undefined,
  actions: {},
  unread: {},
  pressed: undefined,
  reactions: {},
  notices: [],
  alert: undefined,
};

export function botOf(state: PageState): Bot | undefined {
  return state.world.bots[0];
}

export function userOf(state: PageState, id: number | undefined): User | undefined {
  return state.world.users.find((user) => user.id === id);
}

export function chatWithId(state: PageState, id: number | undefined): Chat | undefined {
  return state.world.chats.find((chat) => chat.id === id);
}

/** All that is not a private chat, channels first: what the left side can show. */
export function publicChats(world: World): readonly Chat[] {
  const chats = world.chats.filter((chat) => chat.type !== 'private');
  return chats.toSorted((a, b) => Number(b.type === 'channel') - Number(a.type === 'channel'));
}

/** The people one can be, editors last, bots left out. */
export function people(world: World): readonly User[] {
  const humans = world.users.filter((user) => user.is_bot !== true);
  return humans.toSorted((a, b) => Number(isEditor(a)) - Number(isEditor(b)));
}

export function editorOf(state: PageState): User | undefined {
  return state.world.users.find(isEditor);
}
