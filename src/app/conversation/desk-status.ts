import { momentOf } from '../../domain/post/dates.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Broadcast, PostRecord } from '../ports/delivery.ts';
import type { SourceHealth } from '../ports/operations.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import type { Turn } from './conversation.ts';
import { joinedBy, messageOf, stacked } from './message.ts';
import { stateWords } from './post-history.ts';

const LAST_POSTS = 5;

/** `/status`: what is waiting, the last posts, the feeds, Redis. */
export async function answerStatus(turn: Turn): Promise<OutgoingMessage> {
  const { bot, say } = turn;
  const [running, articles, subscribers, sources, redis] = await Promise.all([
    bot.broadcasts.running(),
    bot.archive.size(),
    bot.subscribers.count(),
    bot.operations.sources(),
    bot.operations.redis(),
  ]);
  const channels = await Promise.all(bot.identity.channels.map((channel) => channelStatus(turn, channel)));
  const feeds = sources.map((source): RichText => ['• ', feedLine(turn, source)]);
  return messageOf(
    stacked([
      [{ bold: say('status-title') }, `\n${say('status-archive', { articles, subscribers })}`],
      ...channels.flat(),
      [running.map((broadcast) => broadcastLine(turn, broadcast)).join('\n')].filter((lines) => lines !== ''),
      feeds.length === 0 ? [] : [{ bold: say('status-feeds') }, '\n', ...joinedBy('\n', feeds)],
      [say('status-redis', redis)],
    ]),
  );
}

async function channelStatus(turn: Turn, channel: string): Promise<readonly RichText[]> {
  const { bot, say } = turn;
  const [waiting, held, recent] = await Promise.all([
    bot.posts.waiting(channel, 1),
    bot.posts.held(channel),
    bot.posts.recent(channel, LAST_POSTS),
  ]);
  const next = bot.operations.nextSlotMs(channel);
  const lines = [say('status-waiting', { channel, waiting: waiting.total })];
  if (next !== undefined) lines.push(say('status-next-slot', { date: moment(turn, next) }));
  if (held > 0) {
    const key = bot.operations.needsApproval(channel) ? 'status-unapproved' : 'status-held';
    lines.push(say(key, { held }));
  }
  const posts = await Promise.all(recent.map((record) => postLine(turn, record)));
  const last = posts.length === 0 ? [say('status-no-posts')] : posts;
  return [[lines.join('\n')], [{ bold: say('status-last-posts') }, `\n${last.join('\n')}`]];
}

function broadcastLine({ say }: Turn, { counts: { audience, waiting, inFlight } }: Broadcast): string {
  const percent = audience === 0 ? 100 : Math.floor((100 * (audience - waiting - inFlight)) / audience);
  return say('status-broadcast', { percent, audience });
}

async function postLine(turn: Turn, record: PostRecord): Promise<string> {
  const article = await turn.bot.archive.get(record.article);
  const atMs = record.history.at(-1)?.atMs ?? 0;
  return turn.say('status-post', {
    date: moment(turn, atMs),
    state: stateWords(turn.say, record.state),
    title: article?.title ?? record.article,
  });
}

function feedLine({ say, ...turn }: Turn, { source, failing, readAtMs }: SourceHealth): string {
  if (failing !== undefined) return say('status-feed-failing', { feed: source, reason: failing });
  if (readAtMs === undefined) return say('status-feed-new', { feed: source });
  return say('status-feed-ok', { feed: source, date: moment({ say, ...turn }, readAtMs) });
}

function moment(turn: Turn, atMs: number): string {
  return momentOf(atMs, turn.language, turn.bot.identity.timezone);
}
