import { expect, it } from 'vitest';
import { createBroadcasts } from '../../../../src/adapters/redis/delivery/broadcasts.ts';
import { createBudget } from '../../../../src/adapters/redis/delivery/budget.ts';
import { SYSTEM_CLOCK } from '../../../../src/adapters/redis/delivery/delivery-store.ts';
import { createSubscribers } from '../../../../src/adapters/redis/delivery/subscribers.ts';
import { runBroadcasts } from '../../../../src/app/delivery/run-broadcasts.ts';
import { freshBot } from './ledger-fixture.ts';
import { telegramFake } from './telegram-fake.ts';

/** Many more than a worker has in hand at once: the one that began first is ahead by no more than that. */
const READERS = 600;

it('two broadcasts at a time share the budget alike, though one began first', async () => {
  const store = { ...freshBot(), messagesPerSecond: 600 };
  const subscribers = createSubscribers(store);
  // Not the same people: a chat gets one message a second, whoever sends it.
  for (let chat = 1; chat <= 2 * READERS; chat++) {
    await subscribers.add({ chat, since: 0, language: chat % 2 === 0 ? 'en' : 'es' });
  }
  const broadcasts = createBroadcasts(store);
  const { sender, channel } = telegramFake();
  const stop = new AbortController();
  for (const [text, language] of [
    ['first', 'en'],
    ['second', 'es'],
  ] as const) {
    const { id } = await broadcasts.draft({ text, entities: [] }, 7);
    await broadcasts.amend(id, { segment: { languages: [language] } });
    await broadcasts.command(id, 'start');
  }
  const world = { broadcasts, subscribers, sender, clock: SYSTEM_CLOCK, log: store.log };
  const running = runBroadcasts(
    {
      ...world,
      budget: createBudget(store),
      desk: async () => undefined,
      onProgress: async () => {
        if ((await broadcasts.live()).length === 0) stop.abort();
      },
    },
    stop.signal,
  );
  await running;
  const texts = channel.map(({ message }) => message.text);
  expect(texts).toHaveLength(2 * READERS);
  // Half-way through, neither is far ahead.
  const firstHalf = texts.slice(0, READERS).filter((text) => text === 'first').length;
  expect(firstHalf).toBeGreaterThan(READERS * 0.4);
  expect(firstHalf).toBeLessThan(READERS * 0.6);
});
