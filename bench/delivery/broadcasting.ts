import { createBudget } from '../../src/adapters/redis/delivery/budget.ts';
import { createBotApi } from '../../src/adapters/telegram/bot-api.ts';
import { createSender } from '../../src/adapters/telegram/sender.ts';
import { runBroadcasts } from '../../src/app/delivery/run-broadcasts.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { Ledger } from './ledger.ts';
import { QUIET, TOKEN, type World } from './world.ts';

/** One worker's broadcasting in this process, until a broadcast is finished. */
export async function broadcastHere(
  { telegram }: World,
  { store, subscribers, broadcasts, start }: Ledger,
  text: string,
): Promise<{ readonly perSecond: number }> {
  const id = await start(text);
  const stop = new AbortController();
  await runBroadcasts(
    {
      ...{ broadcasts, subscribers, clock: systemClock, log: QUIET },
      sender: createSender(createBotApi(TOKEN, telegram.address)),
      budget: createBudget(store),
      desk: async () => {},
      onProgress: async ({ status }) => {
        if (status === 'finished') stop.abort();
      },
    },
    stop.signal,
  );
  const { startedAtMs = 0, finishedAtMs = 0, counts } = (await broadcasts.get(id)) ?? {};
  return { perSecond: ((counts?.sent ?? 0) * 1000) / (finishedAtMs - startedAtMs) };
}
