import { onTestFinished } from 'vitest';
import type { Parts } from '../../src/main/parts.ts';
import { answering, polling } from '../../src/main/roles.ts';
import { eventually, type Message, type Telegram, telegramAt } from '../e2e/world/telegram.ts';
import { EDITOR } from './desk.ts';

/** A bot that takes and answers updates, beside what an editor does in the app. */
export type LiveDesk = {
  readonly telegram: Telegram;
  /** Sends what an editor would, and gives what the bot has said in answer once it said as many things. */
  readonly sends: (deed: Readonly<Record<string, unknown>>, answers?: number) => Promise<readonly Message[]>;
};

export function liveDesk(parts: Parts): LiveDesk {
  const stopping = new AbortController();
  const running = [polling(parts), answering(parts)].map(({ run }) => run(stopping.signal));
  onTestFinished(async () => {
    stopping.abort();
    await Promise.all(running);
  });
  const telegram = telegramAt(parts.config.apiRoot ?? '');
  const said = async (): Promise<readonly Message[]> =>
    (await telegram.messages(EDITOR.chat)).filter(({ isOfBot }) => isOfBot);
  return {
    telegram,
    sends: async (deed, answers = 1) => {
      const before = (await said()).length;
      await telegram.act({ user: EDITOR.user, ...deed });
      return eventually(async () => {
        const fresh = (await said()).slice(before);
        if (fresh.length < answers) throw new Error(`${fresh.length} answers to ${JSON.stringify(deed)}`);
        return fresh;
      });
    },
  };
}
