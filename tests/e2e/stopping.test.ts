import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { dateline, emptyFolder, type Running, stopEverything } from './world/dateline.ts';
import {
  EDITOR,
  eventually,
  person,
  settingsFor,
  type Telegram,
  telegramOfItsOwn,
} from './world/telegram.ts';

afterAll(stopEverything);

const SUBSCRIBERS = 300;
const STOP_WITHIN_MS = 10_000;
const TEXT = 'The lifeboat station is open on Sunday.';

/** Chats that got the broadcast, one entry for each time. */
async function broadcastTo(telegram: Telegram): Promise<readonly number[]> {
  const sent = await telegram.calls('sendMessage');
  return sent
    .filter(({ parameters }) => parameters['text'] === TEXT && parameters['chat_id'] !== EDITOR)
    .map(({ parameters }) => Number(parameters['chat_id']));
}

function isListening(socket: string): Promise<boolean> {
  return new Promise((tell) => {
    const connection = connect(socket, () => {
      connection.destroy();
      tell(true);
    });
    connection.once('error', () => tell(false));
  });
}

it('settles what it has in hand when it is told to stop, takes its Redis down, and goes on when it is started', async () => {
  const telegram = await telegramOfItsOwn();
  const folder = await emptyFolder();
  const { REDIS_URL: _none, ...settings } = settingsFor(telegram, '');
  const env = { ...settings, MESSAGES_PER_SECOND: '200' };
  const startBot = (): Running => dateline(['start'], folder, env);
  const bot = startBot();
  const { first_id } = await telegram.act({ subscribers: SUBSCRIBERS });
  for (let n = 0; n < SUBSCRIBERS; n++) await telegram.act({ user: Number(first_id) + n, text: '/start' });
  await eventually(async () => {
    expect((await telegram.calls('sendMessage')).length).toBeGreaterThanOrEqual(SUBSCRIBERS);
  });

  // Each send hangs for a while, so that many are in flight when the signal comes.
  await telegram.weather({ faults: [{ fault: 'slow', methods: ['sendMessage'], delay_ms: 700 }] });
  const editor = person(telegram, EDITOR);
  await editor.ask(`/broadcast ${TEXT}`);
  await eventually(async () => expect((await editor.last()).buttons[0]?.text).toBe('Send to 300'));
  await editor.press('Send to 300');
  await eventually(async () => expect((await broadcastTo(telegram)).length).toBeGreaterThan(60));
  const socket = join(folder, '.data', 'redis', 'redis.sock');
  expect(await isListening(socket)).toBe(true);
  const ended = await bot.stop('SIGTERM');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.endedAfterMs).toBeLessThan(STOP_WITHIN_MS);
  expect(ended.stdout).toMatch(/"msg":"Stopped: everything is settled"\}\n$/);
  expect(await isListening(socket)).toBe(false);
  const before = (await broadcastTo(telegram)).length;
  expect(before).toBeLessThan(SUBSCRIBERS);

  await telegram.weather({ faults: [] });
  startBot();
  const report = await eventually(async () => {
    const { words } = await editor.last();
    expect(words).toMatch(/^The broadcast is finished/);
    return words;
  });
  expect(report).toMatch(/Sent: 300 of 300\n.*: 0\n.*: 0\nOutcome unknown: 0/);
  const got = await broadcastTo(telegram);
  expect([got.length, new Set(got).size]).toEqual([SUBSCRIBERS, SUBSCRIBERS]);
});

it('stops at once when it waits for a Telegram that is not there', async () => {
  const telegram = await telegramOfItsOwn();
  const { REDIS_URL: _none, ...settings } = settingsFor(telegram, '');
  const bot = dateline(['start'], await emptyFolder(), {
    ...settings,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  });
  await bot.said(/Telegram cannot be reached yet; trying again/);
  const ended = await bot.stop('SIGINT');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.endedAfterMs).toBeLessThan(STOP_WITHIN_MS / 2);
});

it('stops at once in the middle of a feed that does not answer', async () => {
  const telegram = await telegramOfItsOwn();
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { REDIS_URL: _none, ...settings } = settingsFor(telegram, '');
  const asked = new Promise((resolve) => silent.once('request', resolve));
  const env = { ...settings, FEEDS: `http://127.0.0.1:${port}/feed.xml` };
  const bot = dateline(['start'], await emptyFolder(), env);
  await asked;
  const ended = await bot.stop('SIGTERM');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.endedAfterMs).toBeLessThan(STOP_WITHIN_MS / 2);
  expect(ended.stdout).not.toContain('A source could not be read');
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});
