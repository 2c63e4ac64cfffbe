import type { Bot } from 'grammy';
import { afterEach } from 'vitest';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { createHarbourBot } from './harbour-bot.ts';

export const MARA = 1001;
export const JOSS = 1002;
const INES = 1003;
export const CHANNEL = -1_001_700_000_009;

const TOKEN = '7000000009:AAHarbourBotOfTheBrowserTests000000';

const WORLD = {
  bots: [{ id: 7_000_000_009, token: TOKEN, username: 'harbour_bot', first_name: 'Harbour' }],
  users: {
    [MARA]: { first_name: 'Mara', last_name: 'Lind', language_code: 'en', state: 'has pressed Start' },
    [JOSS]: { first_name: 'Joss', last_name: 'Bell', language_code: 'de', state: 'never started it' },
    [INES]: { first_name: 'Ines', last_name: 'Okoro', role: 'editor', state: 'has pressed Start' },
  },
  chats: {
    [CHANNEL]: {
      type: 'channel',
      title: 'The Harbour Post',
      username: 'harbour_post',
      bot: 'administrator',
      members: { [MARA]: 'member', [INES]: 'creator' },
      member_count: 1284,
    },
  },
};

export type Newsroom = {
  /** Where the page is. */
  url: string;
  bot: Bot;
  /** A person does something, as the page would have them do it. */
  act: (deed: Record<string, unknown>) => void;
  /** Posts so many times in a channel, numbered from 1. */
  fill: (chat: number, posts: number) => void;
};

/** Posts of one line to several. */
function postText(number: number): string {
  return `Post ${number}\n${'The ferry to the northern pier is late again. '.repeat(number % 7)}`;
}

/** A sandbox with a channel, two readers, an editor and a polling bot, all gone after the test. */
export function useNewsroom(): () => Promise<Newsroom> {
  const closings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closings.splice(0).toReversed()) await close();
  });
  return async () => {
    const sandbox = await startSandbox({ port: 0, world: WORLD });
    const bot = createHarbourBot(TOKEN, sandbox.address, [MARA]);
    await bot.api.setMyCommands([
      { command: 'latest', description: 'The newest articles' },
      { command: 'ask', description: 'Ask about a pier' },
    ]);
    await bot.api.setMyCommands([{ command: 'latest', description: 'Das Neueste' }], { language_code: 'de' });
    const polling = bot.start();
    // A poller that stops asks once more, to confirm; there is no need for it to be answered.
    closings.push(async () => {
      await Promise.allSettled([bot.stop(), sandbox.close(), polling]);
    });
    return {
      url: sandbox.address,
      bot,
      act: sandbox.act,
      fill: (chat, posts) => {
        for (let post = 1; post <= posts; post += 1) sandbox.act({ channel_post: postText(post), chat });
      },
    };
  };
}
