import { randomInt } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { answer } from '../../src/app/conversation/answer.ts';
import type { Action, Asker } from '../../src/app/conversation/conversation.ts';
import type { Log } from '../../src/app/ports/clock.ts';
import type { OutgoingMessage } from '../../src/app/ports/telegram.ts';
import { takeIn } from '../../src/app/take-in.ts';
import type { ArticleId } from '../../src/domain/article/article.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { readConfig } from '../../src/main/config.ts';
import { openParts, type Parts } from '../../src/main/parts.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

export const EDITOR: Asker = { chat: 7101, user: 7101, languageTag: 'en' };
export const READER: Asker = { chat: 7102, user: 7102, languageTag: 'en' };
export const CHANNEL = '@vessin_gazette';

const ignore = (): void => undefined;
const LOG: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

export type BotOptions = {
  readonly redisUrl?: string;
  readonly log?: Log;
  /** Of the test's own context, where tests of a file run at once. */
  readonly atEnd?: typeof onTestFinished;
};

/** All parts of a bot of its own, on the tests' Redis and a Telegram in memory; none of its processes run. */
export async function openBot(
  settings: Readonly<Record<string, string>> = {},
  { redisUrl = inject('redisUrl'), log = LOG, atEnd = onTestFinished }: BotOptions = {},
): Promise<Parts> {
  const botId = randomInt(1_000_000_000, 9_000_000_000);
  const token = `${botId}:${'T'.repeat(35)}`;
  const sandbox = await startSandbox({
    port: 0,
    world: {
      bots: [{ id: botId, token, username: 'vessin_bot', first_name: 'Gazette' }],
      users: {
        7101: { first_name: 'Edda', language_code: 'en', state: 'started' },
        7102: { first_name: 'Nils', language_code: 'en', state: 'started' },
      },
      chats: {
        [-1_001_700_007_001]: {
          type: 'channel',
          title: 'Vessin Gazette',
          username: 'vessin_gazette',
          bot: 'administrator',
        },
      },
    },
  });
  const reading = readConfig({
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: sandbox.address,
    CHANNEL_ID: CHANNEL,
    ADMIN_IDS: '7101',
    POST_SCHEDULE: '0 8,20 * * *',
    ...settings,
  });
  if (!('config' in reading)) throw new Error(reading.problems.join('\n'));
  atEnd(() => sandbox.close());
  const live = { ...reading.config, token, redisUrl };
  const parts = await openParts(live, log, new AbortController().signal);
  atEnd(() => parts.close());
  return parts;
}

/** An article comes in and waits for the channel. Each has a text of its own, so that none is taken for another. */
export async function comesIn(parts: Parts, title: string, publishedAt: string): Promise<ArticleId> {
  const body = `${title}, the harbour master of Port Vessin said on ${publishedAt}. The town will hear more about ${title.toLowerCase()} in the evening.`;
  const { archive, clock, newId } = parts;
  const article = { ...cleanText({ text: body, title }), publishedAt: publishedAt as never };
  const world = { archive, clock, newId, log: LOG, channelsFor: () => [CHANNEL] };
  return (await takeIn(world, article, 'test')).id;
}

export async function command(parts: Parts, asker: Asker, text: string): Promise<readonly OutgoingMessage[]> {
  const [name = '', ...args] = text.replace(/^\//, '').split(' ');
  return messagesOf(
    await answer(parts.conversation, { kind: 'command', asker, command: name, args: args.join(' ') }),
  );
}

/** Presses the button with this label under a message; what the message then says, or nothing. */
export async function press(
  parts: Parts,
  asker: Asker,
  message: OutgoingMessage | undefined,
  label: string,
): Promise<OutgoingMessage | undefined> {
  const button = message?.keyboard?.flat().find(({ text }) => text === label);
  if (button === undefined || !('data' in button)) throw new Error(`There is no button ${label}`);
  const pressed = { kind: 'press', asker, data: button.data, messageId: 1, queryId: 'q' } as const;
  return messagesOf(await answer(parts.conversation, pressed))[0];
}

function messagesOf(actions: readonly Action[]): readonly OutgoingMessage[] {
  return actions.flatMap((action) =>
    action.kind === 'send' || action.kind === 'edit' ? [action.message] : [],
  );
}
