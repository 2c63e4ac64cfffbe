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
/** Posts at an editor's word, one at a time; what follows keeps the channel at its limit to the end. */
const BREAKING = 5;
const BETWEEN_BREAKING_MS = 4_000;
const CHANNEL_PER_MINUTE = 20;
/** What a reader writes at once, and how often in the run another reader does. */
const COMMANDS = 15;
const READERS = 4;
const WARM_UP_MS = 3_000;

/**
 * The pace at Telegram's published limits: web, two workers, a broadcast to more than can be reached, breaking posts, then
 * more of them than the channel may have, and impatient readers; told from the sandbox's transcript, which is read after the
 * run alone: reading it holds the sandbox up. Its flood model is on.
 */
export async function benchPace({ seconds }: { readonly seconds: number }): Promise<readonly Row[]> {
  const world = await startWorld({ flood: true });
  try {
    const ledger = ledgerOf(world);
    const { telegram } = world;
    const articles = join(world.folder, 'articles');
    const posts = BREAKING + Math.ceil((seconds * CHANNEL_PER_MINUTE) / 60);
    await dropArticles(articles, posts);
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
    const ids = await waitingArticles(ledger, posts);
    const readers = PER_SECOND * (seconds + 30);
    await ledger.subscribe(await telegram.readers(readers), readers);
    const broadcast = await ledger.start('The ferry to Skerry sails again from Monday.');
    await sleep(WARM_UP_MS);
    const fromMs = Date.now();
    const askedMs = await disturb(world, ledger, ids, seconds * 1000);
    await sleep(Math.max(0, fromMs + seconds * 1000 - Date.now()));
    const calls = await telegram.transcript();
    await ledger.broadcasts.command(broadcast, 'cancel');
    return rowsOf(calls, { fromMs, seconds, askedMs });
  } finally {
    await world.stop();
  }
}

/** What comes in the middle of a broadcast. Answers when each lone breaking post was asked for. */
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
    await sleep(BETWEEN_BREAKING_MS);
  }
  for (const id of ids.slice(BREAKING)) await now(id);
  const leftMs = lengthMs - BREAKING * BETWEEN_BREAKING_MS;
  for (let readers = 0; readers < READERS; readers++) {
    const reader = await telegram.readers(1);
    const ask = { user: reader, bot: '@bench_bot', text: '/help' };
    await Promise.all(Array.from({ length: COMMANDS }, () => telegram.act(ask)));
    await sleep(leftMs / (READERS + 1));
  }
  return asked;
}

function rowsOf(
  calls: readonly Call[],
  { fromMs, seconds, askedMs }: { fromMs: number; seconds: number; askedMs: readonly number[] },
): readonly Row[] {
  const during = calls.filter(({ time }) => time >= fromMs && time < fromMs + seconds * 1000);
  const spent = during.filter((call) => isSend(call) || call.method.startsWith('editMessage'));
  const sent = calls.filter(isSend);
  const inChats = chatsOf(sent);
  const ofChannel = timesOf(inChats.get(CHANNEL) ?? []);
  inChats.delete(CHANNEL);
  const busiest = [...inChats.values()].map(timesOf).sort((a, b) => b.length - a.length)[0] ?? [];
  const inTenSeconds = [...inChats.values()].map((calls) => mostWithin(timesOf(calls), 10_000));
  const breaking = askedMs.map((at, index) => (ofChannel[index] ?? Number.POSITIVE_INFINITY) - at);
  return [
    atLeast(
      `messages a second at ${PER_SECOND}, over ${seconds} s`,
      spent.length / seconds,
      PER_SECOND * 0.99,
      '/s',
    ),
    within('messages in the worst second', mostWithin(timesOf(sent), 1000), PER_SECOND + 1),
    // Three at once is what a chat may have after a rest, by Telegram's word on short bursts.
    within('messages of a chat in its worst 10 s', Math.max(...inTenSeconds), 12),
    // Who asked for more than that: the limit was pressed, and all was answered.
    atLeast('messages to the busiest chat', busiest.length, COMMANDS),
    within('seconds from its third message to its last, for each', secondsEach(busiest), 1.1, ' s'),
    within('posts of the channel in its worst minute', mostWithin(ofChannel, 60_000), CHANNEL_PER_MINUTE),
    within('answers 429', calls.filter(({ status }) => status === 429).length, 0),
    within('a breaking post during a broadcast, the slowest', Math.max(...breaking), 1000, ' ms'),
  ];
}

function chatsOf(sent: readonly Call[]): Map<number, Call[]> {
  const chats = new Map<number, Call[]>();
  for (const call of sent) chats.set(chatOf(call), [...(chats.get(chatOf(call)) ?? []), call]);
  return chats;
}

function timesOf(calls: readonly Call[]): readonly number[] {
  return calls.map(({ time }) => time);
}

function secondsEach(times: readonly number[]): number {
  const spaced = times.slice(2);
  return ((spaced.at(-1) ?? Number.NaN) - (spaced[0] ?? Number.NaN)) / 1000 / (spaced.length - 1);
}
