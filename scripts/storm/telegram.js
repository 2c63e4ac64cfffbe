/** The sandbox over HTTP, as the storm uses it. */
import { setTimeout as sleep } from 'node:timers/promises';

export const TOKEN = '7000000099:AAStormOfTheLedgerUnderManyFaults00';
export const BOT = '7000000099';
export const CHANNEL = -1_001_700_000_099;
export const EDITOR = 3001;

export const WORLD = {
  bots: [{ id: Number(BOT), token: TOKEN, username: 'storm_bot', first_name: 'Storm' }],
  users: { [EDITOR]: { first_name: 'Ruth', language_code: 'en', state: 'has pressed Start' } },
  chats: {
    [CHANNEL]: { type: 'channel', title: 'Storm Courier', username: 'storm_courier', bot: 'administrator' },
  },
};

export function telegramAt(address) {
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const get = async (path) => (await fetch(`${address}${path}`)).text();
  return {
    act: (deed) => post('/sandbox/act', deed),
    weather: (change) => post('/sandbox/weather', change),
    advance: (ms) => post('/sandbox/clock', { advance_ms: ms }),
    /** As a second bot with the same token would, which confirms nothing; it meets the same weather. */
    takeUpdates: () =>
      fetch(`${address}/bot${TOKEN}/getUpdates?timeout=0&limit=1`, {
        signal: AbortSignal.timeout(1_000),
      }).catch(() => undefined),
    lastMessage: async (chat) =>
      JSON.parse(await get(`/sandbox/messages?chat=${chat}&limit=1`)).messages.at(-1),
    transcript: async () =>
      (await get('/sandbox/transcript'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  };
}

/** Asks until the answer is not undefined. */
export async function until(what, ask, patienceMs = 60_000) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined);
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s in vain: ${what}`);
    await sleep(200);
  }
}
