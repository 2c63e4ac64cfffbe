import { onTestFinished } from 'vitest';
import { broadcasting } from '../../src/main/broadcasting.ts';
import type { Role } from '../../src/main/lifetime.ts';
import type { Parts } from '../../src/main/parts.ts';
import { answering, polling, publishing } from '../../src/main/roles.ts';
import { type Person, person, type Telegram, telegramAt } from '../e2e/world/telegram.ts';
import { type BotOptions, EDITOR, openBot, READER } from './desk.ts';

/** A bot at work in this process, and people who write to it over HTTP. */
export type Live = {
  readonly parts: Parts;
  readonly telegram: Telegram;
  readonly editor: Person;
  readonly reader: Person;
};

/** Such tests wait most of the time, since a chat gets one message a second; a machine that does much else gets more time. */
export const AT_ONCE = { concurrent: true, timeout: 60_000 } as const;

export const CHANNEL_CHAT = -1_001_700_007_001;

/** Everything but ingest runs: what people type and press is polled, answered, posted and broadcast as in production. */
export async function liveBot(
  settings: Readonly<Record<string, string>>,
  options: BotOptions = {},
): Promise<Live> {
  const parts = await openBot(settings, options);
  const stopping = new AbortController();
  const roles: readonly Role[] = [polling(parts), answering(parts), publishing(parts), broadcasting(parts)];
  const running = roles.map(({ run }) => run(stopping.signal));
  (options.atEnd ?? onTestFinished)(async () => {
    stopping.abort();
    await Promise.all(running);
  });
  const telegram = telegramAt(parts.config.apiRoot ?? '');
  return {
    ...{ parts, telegram },
    editor: person(telegram, EDITOR.chat),
    reader: person(telegram, READER.chat),
  };
}
