import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { dateline, emptyFolder } from './dateline.ts';

/** Conditions of these tests come true within seconds; a machine that does much else at once gets more. */
const PATIENCE = { timeout: 45_000, interval: 40 };

/** What one call of the bot was, and what became of it. */
export type Call = {
  readonly time: number;
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly accepted: boolean;
};

export type Button = { readonly text: string; readonly url?: string; readonly callback_data?: string };

export type Message = {
  readonly message_id: number;
  /** Of a text or under a photo. */
  readonly words: string;
  readonly buttons: readonly Button[];
  readonly isPhoto: boolean;
  readonly isEdited: boolean;
  readonly isOfBot: boolean;
};

/** Telegram in memory, and what people do in it. */
export type Telegram = {
  readonly address: string;
  readonly act: (deed: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  readonly weather: (change: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Oldest first, at most 200. */
  readonly messages: (chat: number) => Promise<readonly Message[]>;
  /** Calls that took effect, of these methods. */
  readonly calls: (...methods: readonly string[]) => Promise<readonly Call[]>;
};

/** Somebody in a private chat with the bot. */
export type Person = {
  readonly id: number;
  /** Sends a text and waits for what the bot answers to it. */
  readonly ask: (text: string) => Promise<Message>;
  readonly open: (payload: string) => Promise<Message>;
  /** Presses a button of the bot's last message and waits until that message looks otherwise. */
  readonly press: (label: string | RegExp) => Promise<Message>;
  /** Presses a button, of the bot's last message that has it or of the one that says this, and waits for nothing. */
  readonly push: (label: string, under?: RegExp) => Promise<void>;
  /** Presses a button of the bot's last message and waits for a new message. */
  readonly answerTo: (label: string) => Promise<Message>;
  readonly last: () => Promise<Message>;
  /** All that the bot said, oldest first. */
  readonly all: () => Promise<readonly Message[]>;
};

/** Waits until this holds. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, PATIENCE);
}

export function telegramAt(address: string): Telegram {
  const post = async (path: string, body: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} answered ${JSON.stringify(answer)}`);
    return Object(answer);
  };
  return {
    address,
    act: (deed) => post('/sandbox/act', deed),
    weather: async (change) => void (await post('/sandbox/weather', change)),
    messages: async (chat) => {
      const response = await fetch(`${address}/sandbox/messages?chat=${chat}&limit=200`);
      const { messages } = Object(await response.json()) as { messages?: readonly RawMessage[] };
      return (messages ?? []).map(toMessage);
    },
    calls: async (...methods) => {
      const text = await (await fetch(`${address}/sandbox/transcript`)).text();
      const all = text.split('\n').filter((line) => line !== '');
      return all
        .map((line) => JSON.parse(line) as Call)
        .filter(({ method, accepted }) => accepted && methods.includes(method));
    },
  };
}

type RawMessage = {
  readonly message_id: number;
  readonly text?: string;
  readonly caption?: string;
  readonly photo?: unknown;
  readonly edit_date?: number;
  readonly from?: { readonly is_bot: boolean };
  readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly Button[])[] };
};

function toMessage(raw: RawMessage): Message {
  return {
    message_id: raw.message_id,
    words: raw.text ?? raw.caption ?? '',
    buttons: raw.reply_markup?.inline_keyboard?.flat() ?? [],
    isPhoto: raw.photo !== undefined,
    isEdited: raw.edit_date !== undefined,
    isOfBot: raw.from?.is_bot ?? false,
  };
}

/** A newcomer, whom the bot does not know yet. */
export async function newcomer(telegram: Telegram, language = 'en'): Promise<Person> {
  const { user } = await telegram.act({ create_user: { first_name: 'Alma', language_code: language } });
  return person(telegram, Number(user));
}

export function person(telegram: Telegram, id: number): Person {
  const ofBot = async (): Promise<readonly Message[]> =>
    (await telegram.messages(id)).filter(({ isOfBot }) => isOfBot);
  const last = async (): Promise<Message> => {
    const message = (await ofBot()).at(-1);
    if (message === undefined) throw new Error('The bot has said nothing yet');
    return message;
  };
  const push = async (label: string, under = /(?:)/): Promise<void> => {
    const hasIt = ({ words, buttons }: Message): boolean =>
      under.test(words) && buttons.some(({ text }) => text === label);
    const shown = (await ofBot()).findLast(hasIt);
    const data = shown?.buttons.find(({ text }) => text === label)?.callback_data;
    if (shown === undefined || data === undefined) throw new Error(`There is no button ${label} to press`);
    await telegram.act({ user: id, press: data, message_id: shown.message_id, chat: id });
  };
  const answered = async (deed: Readonly<Record<string, unknown>>): Promise<Message> => {
    const before = (await ofBot()).length;
    await telegram.act({ user: id, ...deed });
    return eventually(async () => {
      if ((await ofBot()).length <= before) throw new Error(`No answer to ${JSON.stringify(deed)}`);
      return last();
    });
  };
  return {
    id,
    last,
    push,
    all: ofBot,
    answerTo: async (label) => {
      const before = (await ofBot()).length;
      await push(label);
      return eventually(async () => {
        if ((await ofBot()).length <= before) throw new Error(`No answer to ${label}`);
        return last();
      });
    },
    ask: (text) => answered({ text }),
    open: (payload) => answered({ start: payload }),
    press: async (label) => {
      const shown = await last();
      const button = shown.buttons.find(({ text }) =>
        typeof label === 'string' ? text === label : label.test(text),
      );
      if (button?.callback_data === undefined) throw new Error(`There is no button ${label} to press`);
      await telegram.act({ user: id, press: button.callback_data, message_id: shown.message_id, chat: id });
      return eventually(async () => {
        const now = (await telegram.messages(id)).find(({ message_id }) => message_id === shown.message_id);
        if (now === undefined || JSON.stringify(now) === JSON.stringify(shown)) {
          throw new Error(`Nothing came of pressing ${label}`);
        }
        return now;
      });
    },
  };
}

export const TOKEN = '7000000077:AALanternDeskEndToEndTests000000000';
export const CHANNEL = -1_001_700_000_077;
export const EDITOR = 2001;

const WORLD = {
  bots: [{ id: 7_000_000_077, token: TOKEN, username: 'sound_bot', first_name: 'The Sound' }],
  users: { [EDITOR]: { first_name: 'Ruth', language_code: 'en', state: 'has pressed Start' } },
  chats: {
    [CHANNEL]: { type: 'channel', title: 'The Morrow Sound', username: 'morrow_sound', bot: 'administrator' },
  },
};

/** `dateline sandbox` as a process of its own, with a channel and an editor. */
export async function telegramOfItsOwn(): Promise<Telegram> {
  const folder = await emptyFolder();
  const world = join(folder, 'world.json');
  await writeFile(world, JSON.stringify(WORLD));
  const sandbox = dateline(['sandbox', '--port', '0', '--world', world], folder);
  const [, address = ''] = await sandbox.said(/listens at (\S+)/);
  return telegramAt(address);
}

/** The settings with which a bot works for the channel of `telegramOfItsOwn`. */
export function settingsFor(telegram: Telegram, redisUrl: string): Readonly<Record<string, string>> {
  return {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.address,
    CHANNEL_ID: String(CHANNEL),
    ADMIN_IDS: String(EDITOR),
    POST_SCHEDULE: '* * * * * *',
    REDIS_URL: redisUrl,
  };
}
