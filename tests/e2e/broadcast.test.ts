import { Redis } from 'ioredis';
import { afterAll, expect, inject, it } from 'vitest';
import { deliveryKeys } from '../../src/adapters/redis/delivery/delivery-keys.ts';
import type { BroadcastId } from '../../src/app/ports/delivery.ts';
import { dateline, emptyFolder, type Running, stopEverything } from './world/dateline.ts';
import {
  EDITOR,
  eventually,
  type Person,
  person,
  settingsFor,
  type Telegram,
  TOKEN,
  telegramOfItsOwn,
} from './world/telegram.ts';

afterAll(stopEverything);

const SUBSCRIBERS = 2_000;
const GONE = 100;
const MESSAGE = 'The ferry to Skerry sails again from Monday.';
const A_MINUTE_MS = 60_000;

/** Everyone presses Start; some then delete their account, of which no bot is told. */
async function subscribe(telegram: Telegram): Promise<void> {
  const { first_id } = await telegram.act({ subscribers: SUBSCRIBERS - GONE });
  const ids = Array.from({ length: SUBSCRIBERS - GONE }, (_, index) => Number(first_id) + index);
  const gone = await Promise.all(
    Array.from({ length: GONE }, () => telegram.act({ create_user: { first_name: 'Kit' } })),
  );
  const leavers = gone.map(({ user }) => Number(user));
  for (const user of [...ids, ...leavers]) await telegram.act({ user, text: '/start' });
  await eventually(async () => {
    const welcomed = await telegram.calls('sendMessage');
    if (welcomed.length < SUBSCRIBERS) throw new Error(`${welcomed.length} were welcomed`);
  });
  for (const user of leavers) await telegram.act({ user, deactivate: true });
}

/** How often each chat got the message, by Telegram's own log. */
async function copies(telegram: Telegram): Promise<ReadonlyMap<number, number>> {
  const got = new Map<number, number>();
  for (const { parameters } of await telegram.calls('copyMessage')) {
    const chat = Number(parameters['chat_id']);
    if (chat !== EDITOR) got.set(chat, (got.get(chat) ?? 0) + 1);
  }
  return got;
}

async function untilSent(telegram: Telegram, count: number): Promise<void> {
  await eventually(async () => {
    const { size } = await copies(telegram);
    if (size < count) throw new Error(`${size} of ${count} have it`);
  });
}

/** The question that shows the preview, and the press on its first button. */
async function confirm(editor: Person): Promise<void> {
  await editor.ask('/broadcast');
  await editor.ask(MESSAGE);
  await eventually(async () => {
    const { words } = await editor.last();
    if (!words.startsWith('This is the message as it will look.')) throw new Error(words);
  });
  await editor.press('Send to 2,000');
}

/** What was in hand when a process was killed counts as lost only after a while; here that while is over at once. */
async function letClaimsExpire(redis: Redis): Promise<void> {
  const keys = deliveryKeys(TOKEN.split(':')[0] ?? '');
  const [id = ''] = await redis.zrange(keys.broadcasts, '0', '-1');
  const expiries = keys.broadcast(id as BroadcastId, 'expiries');
  for (const number of await redis.zrange(expiries, '0', '-1'))
    await redis.zadd(expiries, 'XX', 'INCR', -A_MINUTE_MS, number);
}

function numberIn(words: string, label: string): number {
  return Number(new RegExp(`${label}: ([\\d,]+)`).exec(words)?.[1]?.replaceAll(',', ''));
}

it('reaches everyone once though it is killed twice, and counts them all', async () => {
  const telegram = await telegramOfItsOwn();
  const redisUrl = `${inject('redisUrl')}/7`;
  const redis = new Redis(redisUrl);
  const folder = await emptyFolder();
  const env = { ...settingsFor(telegram, redisUrl), MESSAGES_PER_SECOND: '500', LOG_LEVEL: 'warn' };
  const startBot = (): Running => dateline(['start'], folder, env);
  let bot = startBot();
  await subscribe(telegram);
  const editor = person(telegram, EDITOR);
  await confirm(editor);
  const progress = await editor.last();
  for (const sent of [400, 1_100]) {
    await untilSent(telegram, sent);
    await bot.stop('SIGKILL');
    await letClaimsExpire(redis);
    bot = startBot();
  }
  const report = await eventually(async () => {
    // The file of those who did not get it comes after it.
    const found = (await editor.all()).findLast(({ words }) => words.startsWith('The broadcast is finished'));
    if (found === undefined) throw new Error('There is no report yet');
    return found.words;
  });
  const shown = (await telegram.messages(EDITOR)).find(
    ({ message_id }) => message_id === progress.message_id,
  );
  expect(shown?.words).toMatch(/^Finished\n▰{12} 100 %/);
  expect(shown?.buttons).toEqual([]);

  const [sent, unreachable, failed, unknown] = [
    'Sent',
    'Could not be reached',
    'Failed',
    'Outcome unknown',
  ].map((label) => numberIn(report, label)) as [number, number, number, number];
  expect(sent + unreachable + failed + unknown).toBe(SUBSCRIBERS);
  expect(failed).toBe(0);
  expect(unreachable).toBeLessThanOrEqual(GONE);
  expect(unreachable).toBeGreaterThanOrEqual(GONE - unknown);
  const got = await copies(telegram);
  expect([...got.values()].filter((times) => times > 1)).toEqual([]);
  expect(got.size).toBeGreaterThanOrEqual(sent);
  expect(got.size).toBeLessThanOrEqual(sent + unknown);
  await redis.quit();
});
