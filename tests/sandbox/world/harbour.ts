import { afterEach } from 'vitest';
import type { SandboxEvent } from '../../../src/sandbox/events.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Message } from '../../../src/sandbox/world/types.ts';

export const BOT_ID = 7_000_000_011;
export const TOKEN: string = `${BOT_ID}:AAHarbourBotOfTheSandboxTests00000`;
/** Has pressed Start. */
export const MARA = 2001;
/** Has pressed Start too. */
export const JOSS = 2002;
/** Has never met the bot. */
export const EDDA = 2003;
/** The bot is an administrator there, Mara a member, Edda the owner. */
export const CHANNEL: number = -1_001_700_000_011;
/** A supergroup with topics, run by the bot. */
export const FORUM: number = -1_001_700_000_012;

const WORLD = {
  bot: { id: BOT_ID, token: TOKEN, username: 'harbour_bot', first_name: 'Harbour' },
  users: {
    [MARA]: { first_name: 'Mara', state: 'has pressed Start' },
    [JOSS]: { first_name: 'Joss', state: 'has pressed Start' },
    [EDDA]: { first_name: 'Edda', state: 'unknown to the bot' },
  },
  chats: {
    [CHANNEL]: {
      type: 'channel',
      title: 'The Harbour Post',
      username: 'harbour_post',
      bot: 'administrator',
      members: { [MARA]: 'member', [EDDA]: 'creator' },
    },
    [FORUM]: {
      type: 'supergroup',
      title: 'The Harbour Desk',
      is_forum: true,
      bot: 'administrator',
      members: { [MARA]: 'member', [EDDA]: 'creator' },
    },
  },
};

export type Called = { readonly status: number; readonly headers: Headers; readonly body: ApiAnswer };

export type ApiAnswer = {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
  readonly error_code?: number;
  readonly parameters?: Record<string, number>;
};

export type Harbour = Sandbox & {
  /** Calls a method as the bot, with JSON. */
  readonly call: (method: string, parameters?: Record<string, unknown>) => Promise<Called>;
  /** The result of a call that is to go well. */
  readonly result: <Result>(method: string, parameters?: Record<string, unknown>) => Promise<Result>;
  /** The first event from now on that is as wanted. */
  readonly once: (isWanted: (event: SandboxEvent) => boolean) => Promise<SandboxEvent>;
};

/** A sandbox with a channel, a forum, three people and a bot, gone after the test. */
export function useHarbour(): (options?: SandboxOptions) => Promise<Harbour> {
  const closings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closings.splice(0).toReversed()) await close();
  });
  return async (options = {}) => {
    const sandbox = await startSandbox({ port: 0, world: WORLD, ...options });
    closings.push(sandbox.close);
    const call = callerOf(sandbox.address);
    return {
      ...sandbox,
      call,
      result: async <Result>(method: string, parameters = {}): Promise<Result> => {
        const { body } = await call(method, parameters);
        if (!body.ok) throw new Error(`${method} was refused: ${body.description}`);
        return body.result as Result;
      },
      once: (isWanted) =>
        new Promise((resolve) => {
          const end = sandbox.subscribe((event) => {
            if (!isWanted(event)) return;
            end();
            resolve(event);
          });
        }),
    };
  };
}

function callerOf(address: string): Harbour['call'] {
  return async (method, parameters = {}) => {
    const response = await fetch(`${address}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as ApiAnswer };
  };
}

/** Waits for a message, new or edited, with these words in its text or caption. */
export function saying(chat: number, words: string): (event: SandboxEvent) => boolean {
  return (event) =>
    (event.type === 'message' || event.type === 'edit') &&
    event.chat === chat &&
    wordsOf(event.message).includes(words);
}

export function wordsOf(message: Message): string {
  return message.text ?? message.caption ?? '';
}
