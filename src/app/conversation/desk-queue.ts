import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { momentOf } from '../../domain/post/dates.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import { rankWaiting } from '../delivery/rank-waiting.ts';
import type { QueuedPost, QueueMove } from '../ports/ledger.ts';
import type { Button, Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { joinedBy, messageOf, stacked, under } from './message.ts';
import { pager } from './pager.ts';

/** Posts on one page, a button each. */
const PAGE = 8;
const TITLE_LENGTH = 90;
/** A queue longer than this is not read to its end. */
const FARTHEST = 500;

/** A post in the queue, and when it goes as things stand. */
type Coming = QueuedPost & { readonly title: string; readonly goesAtMs?: number };

/** `/queue`: what will go when, channel by channel. */
export async function answerQueue(turn: Turn): Promise<readonly OutgoingMessage[]> {
  const { channels } = turn.bot.identity;
  if (channels.length === 0) return [messageOf([turn.say('queue-no-channel')])];
  return Promise.all(channels.map((channel) => queueView(turn, channel, 0)));
}

/** A page of one channel's queue. */
export async function queueView(turn: Turn, channel: string, offset: number): Promise<OutgoingMessage> {
  const { posts, operations } = turn.bot;
  const isRanked = operations.importance(channel) !== undefined;
  const asked = isRanked ? FARTHEST : Math.min(offset + PAGE + 1, FARTHEST);
  const queue = await inOrder(
    turn,
    channel,
    await posts.queue(channel, operations.queueOrder(channel), asked),
  );
  if (queue.length === 0) return messageOf([turn.say('queue-empty', { channel })]);
  const start = offset < queue.length ? offset : 0;
  const coming = (await withTimes(turn, channel, queue)).slice(start, start + PAGE);
  const lines = coming.map((post, at): RichText => [lineOf(turn, channel, post, start + at + 1)]);
  const numbers = coming.map(
    (post, at): Button => ({
      text: String(start + at + 1),
      data: writePress({ kind: 'queued', channel, id: post.article }),
    }),
  );
  const pages = pager(turn.say, { offset: start, size: PAGE, total: queue.length }, (to) => ({
    kind: 'queue',
    channel,
    offset: to,
  }));
  return messageOf(
    stacked([
      [{ bold: turn.say('queue-title', { channel }) }],
      joinedBy('\n', lines),
      [turn.say('queue-choose')],
    ]),
    [numbers.slice(0, PAGE / 2), numbers.slice(PAGE / 2), pages],
  );
}

/** One post as it will look, and what an editor can do with it. */
export async function queuedView(turn: Turn, channel: string, id: ArticleId): Promise<OutgoingMessage> {
  const { posts, operations, archive } = turn.bot;
  const queue = await inOrder(
    turn,
    channel,
    await posts.queue(channel, operations.queueOrder(channel), FARTHEST),
  );
  const post = (await withTimes(turn, channel, queue)).find(({ article }) => article === id);
  const article = post === undefined ? undefined : await archive.get(id);
  if (post === undefined || article === undefined) return goneView(turn, channel);
  return previewOf(turn, channel, article, post);
}

/** Moves a post, and shows the queue as it then is. */
export async function moveInQueue(
  turn: Turn,
  { channel, id, what }: { readonly channel: string; readonly id: ArticleId; readonly what: QueueMove },
): Promise<OutgoingMessage> {
  const { posts, operations, log } = turn.bot;
  const moved = await posts.move(channel, id, what, operations.queueOrder(channel));
  log.info({ article: id, channel, move: what, moved, editor: turn.asker.user }, 'An editor moved a post');
  // At the end of the queue "down" moves nothing, and the queue shows that.
  return queueView(turn, channel, 0);
}

/** An editor's word on what is held until it is approved. */
export async function approvePost(
  turn: Turn,
  {
    channel,
    id,
    what,
  }: { readonly channel: string; readonly id: ArticleId; readonly what: 'release' | 'now' | 'drop' },
): Promise<OutgoingMessage> {
  const { posts, operations, log, archive } = turn.bot;
  const moved = await posts.move(channel, id, what, operations.queueOrder(channel));
  log.info(
    { article: id, channel, move: what, moved, editor: turn.asker.user },
    'An editor decided on a post',
  );
  if (!moved) return messageOf([turn.say('queue-gone')]);
  const title = (await archive.get(id))?.title ?? id;
  return messageOf([turn.say('approval-done', { what, title, channel })]);
}

function goneView(turn: Turn, channel: string): OutgoingMessage {
  return messageOf([turn.say('queue-gone')], [[backButton(turn, channel)]]);
}

/** As they go, where the channel takes the most important first. */
async function inOrder(
  { bot }: Turn,
  channel: string,
  queue: readonly QueuedPost[],
): Promise<readonly QueuedPost[]> {
  const importance = bot.operations.importance(channel);
  if (importance === undefined) return queue;
  const standing = (where: QueuedPost['where']): readonly QueuedPost[] =>
    queue.filter((post) => post.where === where);
  return [
    ...standing('breaking'),
    ...(await rankWaiting(standing('waiting'), importance)),
    ...standing('held'),
  ];
}

/** The breaking ones go at once, the waiting ones one by one with the slots, those held back not at all. */
async function withTimes(
  turn: Turn,
  channel: string,
  queue: readonly QueuedPost[],
): Promise<readonly Coming[]> {
  const waiting = queue.filter(({ where }) => where === 'waiting');
  const times = turn.bot.operations.comingPosts(channel, waiting.length);
  const articles = await Promise.all(queue.map(({ article }) => turn.bot.archive.get(article)));
  return queue.map((post, at) => {
    const goesAtMs = post.where === 'waiting' ? times[waiting.indexOf(post)] : undefined;
    const title = articles[at]?.title ?? post.article;
    return { ...post, title, ...(goesAtMs === undefined ? {} : { goesAtMs }) };
  });
}

function lineOf(turn: Turn, channel: string, post: Coming, number: number): string {
  return `${number}. ${whenOf(turn, channel, post)} · ${shorten(post.title, TITLE_LENGTH)}`;
}

function whenOf(turn: Turn, channel: string, { where, goesAtMs }: Coming): string {
  if (where === 'breaking') return turn.say('queue-at-once');
  if (where === 'held') {
    return turn.say(turn.bot.operations.needsApproval(channel) ? 'queue-unapproved' : 'queue-held');
  }
  if (goesAtMs === undefined) return turn.say('queue-no-slot');
  return momentOf(goesAtMs, turn.language, turn.bot.identity.timezone);
}

function previewOf(turn: Turn, channel: string, article: ArchivedArticle, post: Coming): OutgoingMessage {
  const preview = turn.bot.previewPost(article, channel);
  const head = turn.say('queue-goes', { when: whenOf(turn, channel, post) });
  return under([head], preview, movesFor(turn, channel, post));
}

const MOVES: Readonly<Record<QueuedPost['where'], readonly (readonly QueueMove[])[]>> = {
  breaking: [['hold', 'drop']],
  waiting: [
    ['up', 'down'],
    ['now', 'hold', 'drop'],
  ],
  held: [['now', 'release', 'drop']],
};

function movesFor(turn: Turn, channel: string, { where, article: id }: Coming): Keyboard {
  const isRanked = turn.bot.operations.importance(channel) !== undefined;
  const rows = MOVES[where].map((row) =>
    row
      .filter((what) => !isRanked || (what !== 'up' && what !== 'down'))
      .map(
        (what): Button => ({
          text: turn.say(`queue-button-${what}`),
          data: writePress({ kind: 'move', what, channel, id }),
        }),
      ),
  );
  return [...rows.filter((row) => row.length > 0), [backButton(turn, channel)]];
}

function backButton(turn: Turn, channel: string): Button {
  return { text: turn.say('queue-button-back'), data: writePress({ kind: 'queue', channel, offset: 0 }) };
}
