import { type Fields, fieldsOf, Problem } from '../control/problem.ts';

/** A world as people write it: ids as keys, states in words or as fields. */
export type WorldFile = {
  readonly bot?: BotEntry;
  readonly bots?: readonly BotEntry[];
  readonly users?: Readonly<Record<string, string | UserEntry>>;
  readonly chats?: Readonly<Record<string, ChatEntry>>;
  /** What the weather is at first, in the shape of POST /sandbox/weather. */
  readonly weather?: unknown;
};

export type BotEntry = {
  readonly id: number;
  readonly token: string;
  readonly username: string;
  readonly first_name?: string;
};

export type UserEntry = {
  readonly first_name?: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
  /** What somebody is to the newsroom, such as `editor`; for the page only. */
  readonly role?: string;
  /** Words: `has pressed Start`, `has blocked the bot`, `deactivated`, `never started`, `is a bot`, `unknown to the bot`. */
  readonly state?: string;
};

export type ChatEntry = {
  readonly type: string;
  readonly title?: string;
  readonly username?: string;
  readonly description?: string;
  /** What the first bot is there: `administrator with can_post_messages, …`, `member`, `kicked`, `not a member`. */
  readonly bot?: string;
  /** What others are there, by their id, in the same words. */
  readonly members?: Readonly<Record<string, string>>;
  /** Members who are only counted. */
  readonly member_count?: number;
  readonly upgraded_to?: number;
  readonly deleted?: boolean;
  readonly is_forum?: boolean;
  readonly members_may_not_send_text?: boolean;
};

const CHAT_TYPES = ['channel', 'group', 'supergroup'];

/** Holds a world to its shape. */
export function checkWorld(value: unknown): WorldFile {
  const world = fieldsOf(value, 'A world');
  const bots = world['bots'] ?? (world['bot'] === undefined ? [] : [world['bot']]);
  if (!Array.isArray(bots) || bots.length === 0) {
    throw new Problem('A world needs a bot with id, username and token');
  }
  for (const bot of bots) checkBot(bot);
  for (const [id, user] of entriesOf(world, 'users')) checkUser(id, user);
  for (const [id, chat] of entriesOf(world, 'chats')) checkChat(id, chat);
  return { ...(world as WorldFile), bots: bots as BotEntry[] };
}

function entriesOf(world: Fields, name: string): [string, unknown][] {
  return Object.entries(fieldsOf(world[name] ?? {}, name));
}

function checkUser(id: string, user: unknown): void {
  if (!/^\d+$/.test(id)) throw new Problem(`The user id "${id}" must be a whole number`);
  if (typeof user !== 'string') fieldsOf(user, `User ${id}`);
}

function checkChat(id: string, chat: unknown): void {
  if (!/^-\d+$/.test(id)) throw new Problem(`The chat id "${id}" must be a negative whole number`);
  const { type } = fieldsOf(chat, `Chat ${id}`);
  if (CHAT_TYPES.includes(String(type))) return;
  throw new Problem(`Chat ${id} must have the type ${CHAT_TYPES.join(', ')}`);
}

function checkBot(value: unknown): void {
  const { id, token, username } = fieldsOf(value, 'A bot');
  if (typeof id !== 'number' || !Number.isInteger(id) || id <= 0) {
    throw new Problem('The id of a bot must be a whole number');
  }
  if (typeof username !== 'string') throw new Problem(`Bot ${id} needs a username`);
  if (typeof token !== 'string' || !token.startsWith(`${id}:`)) {
    throw new Problem(`The token of bot ${id} must begin with "${id}:"`);
  }
}
