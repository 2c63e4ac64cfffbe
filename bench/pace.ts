import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleId } from '../src/domain/article/article.ts';
import { dropArticles, waitingArticles } from './delivery/articles.ts';
import { type Ledger, ledgerOf } from './delivery/ledger.ts';
import { mostWithin } from './delivery/rolling.ts';
import { atLeast, type Row, within } from './delivery/row.ts';
import { type Call, chatOf, isSend } from './delivery/telegram.ts';
import { CHANNEL, startWorld, type World } from './delivery/world.ts';

const PER_SECOND = 30;
/** Posts at an editor's word, one at a time, and then so many at once. */
const BREAKING = 5;
const CROWD = 25;
/** What one reader writes at once. */
const COMMANDS = 12;
const WARM_UP_MS = 3_000;

/**
 * The pace at Telegram's published limits: web, two workers, a broadcast to more than can be reached, breaking posts and an
 * impatient reader, told from the sandbox's transcript. Its flood model is on.
 */
export async function benchPace({ seconds }: { readonly seconds: number }): Promise<readonly Row[]> {
  const world = await startWorld({ flood: true });
  try {
    const ledger = ledgerOf(world);
    const { telegram } = world;
    const articles = join(world.folder, 'articles');
    await dropArticles(articles, BREAKING + CROWD);
    const env = {
      MESSAGES_PER_SECOND: String(PER_SECOND),
      POST_SCHEDULE: '0 0 1 1 *',
      ARTICLES_DIR: articles,
    };
    await Promise.all([
      world.dateline('web', env),
      world.dateline('worker', env),
      world.dateline('worker', env),
    ]);
    const ids = await waitingArticles(ledger, BREAKING + CROWD);
    const readers = PER_SECOND * (seconds + 30);
    await ledger.subscribe(await telegram.readers(readers), readers);
    const broadcast = await ledger.start('The ferry to Skerry sails again from Monday.');
    await sleep(WARM_UP_MS);
    const fromMs = Date.now();
    const breaking = await disturb(world, ledger, ids, seconds * 1000);
    await sleep(Math.max(0, fromMs + seconds * 1000 - Date.now()));
    const calls = await telegram.transcript();
    await ledger.broadcasts.command(broadcast, 'cancel');
    return rowsOf(calls, { fromMs, seconds, breaking });
  } finally {
    await world.stop();
  }
}

/** What comes in the middle of a broadcast. Answers how long each lone breaking post took, in ms. */
async function disturb(
  { telegram }: World,
  { posts }: Ledger,
  ids: readonly ArticleId[],
  lengthMs: number,
): Promise<readonly number[]> {
  const now = (id: ArticleId): Promise<boolean> => posts.move(String(CHANNEL), id, 'now', 'oldest first');
  const asked: number[] = [];
  for (const id of ids.slice(0, BREAKING)) {
    asked.push(Date.now());
    await now(id);
    await sleep(Math.max(4_000, lengthMs / (2 * BREAKING)));
  }
  const posted = (await telegram.transcript()).filter((call) => isSend(call) && chatOf(call) === CHANNEL);
  for (const id of ids.slice(BREAKING)) await now(id);
  const reader = await telegram.readers(1);
  for (let command = 0; command < COMMANDS; command++) {
    await telegram.act({ user: reader, bot: '@bench_bot', text: '/help' });
  }
  return asked.map((askedMs, index) => (posted[index]?.time ?? Number.POSITIVE_INFINITY) - askedMs);
}

function rowsOf(
  calls: readonly Call[],
  { fromMs, seconds, breaking }: { fromMs: number; seconds: number; breaking: readonly number[] },
): readonly Row[] {
  const during = calls.filter(({ time }) => time >= fromMs && time < fromMs + seconds * 1000);
  const spent = during.filter((call) => isSend(call) || call.method.startsWith('editMessage'));
  const sent = calls.filter(isSend);
  const inChats = new Map<number, number[]>();
  for (const call of sent) inChats.set(chatOf(call), [...(inChats.get(chatOf(call)) ?? []), call.time]);
  const ofChannel = inChats.get(CHANNEL) ?? [];
  inChats.delete(CHANNEL);
  const refused = calls.filter(({ status }) => status === 429).length;
  const timesOf = (found: readonly Call[]): number[] => found.map(({ time }) => time);
  return [
    atLeast(
      `messages a second at ${PER_SECOND}, over ${seconds} s`,
      spent.length / seconds,
      PER_SECOND * 0.99,
      '/s',
    ),
    within('messages in the worst second', mostWithin(timesOf(sent), 1000), PER_SECOND + 1),
    // Three at once is what a chat may have after a rest, by Telegram's word on short bursts.
    within(
      'messages of a chat in its worst 10 s',
      Math.max(...[...inChats.values()].map((t) => mostWithin(t, 10_000))),
      12,
    ),
    within('posts of the channel in its worst minute', mostWithin(ofChannel, 60_000), 20),
    within('answers 429', refused, 0),
    within('a breaking post during a broadcast, the slowest', Math.max(...breaking), 1000, ' ms'),
  ];
}
