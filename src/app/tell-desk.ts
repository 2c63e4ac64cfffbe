import type { ArchivedArticle, ArticleId } from '../domain/article/article.ts';
import { steering } from './conversation/broadcast-view.ts';
import { writePress } from './conversation/callback.ts';
import { messageOf, under } from './conversation/message.ts';
import { type Performing, perform } from './conversation/perform.ts';
import type { DeskNotice } from './delivery/desk-notice.ts';
import type { PostOutdated } from './ingest/tell-changes.ts';
import type { Archive } from './ports/archive.ts';
import type { Say } from './ports/messages.ts';
import type { Button, ChatId, Keyboard, OutgoingMessage } from './ports/telegram.ts';

/** All that editors are told without having asked. */
export type DeskNews =
  | DeskNotice
  | PostOutdated
  | { readonly kind: 'feed failing'; readonly feed: string; readonly reason: string }
  | { readonly kind: 'feed recovered'; readonly feed: string }
  | { readonly kind: 'file refused'; readonly file: string; readonly reason: string }
  | { readonly kind: 'update set aside'; readonly reason: string }
  | { readonly kind: 'redis forgets'; readonly finding: string };

export type Desk = {
  readonly performing: Performing;
  readonly archive: Archive;
  readonly say: Say;
  /** The post of an article as it will stand in a channel. */
  readonly preview: (article: ArchivedArticle, channel: string) => OutgoingMessage;
  /** Where the editors read; without one the log has to do. */
  readonly chat: ChatId | undefined;
};

/** Tells the editors. It never throws: what the desk could not be told is in the log. */
export async function tellDesk(desk: Desk, news: DeskNews): Promise<void> {
  const { performing, chat } = desk;
  performing.log.warn({ news: news.kind, ...reasonOf(news) }, 'Something the desk should know');
  if (chat === undefined) return;
  try {
    const message = await messageFor(desk, news);
    // Whoever wrote a broadcast is to know that it stands still, wherever the desk is.
    const author = authorOf(news);
    const chats = [...new Set([chat, ...author])];
    await perform(
      performing,
      chats.map((to) => ({ kind: 'send', chat: to, message })),
    );
  } catch (error) {
    performing.log.error({ err: error, news: news.kind }, 'The desk could not be told');
  }
}

function authorOf(news: DeskNews): readonly number[] {
  const isOfEditor = news.kind === 'broadcast paused by itself' && news.broadcast.about === undefined;
  return isOfEditor ? [news.broadcast.editorChat] : [];
}

function reasonOf(news: DeskNews): { reason?: string } {
  return 'reason' in news ? { reason: news.reason } : {};
}

async function messageFor(desk: Desk, news: DeskNews): Promise<OutgoingMessage> {
  const { say } = desk;
  switch (news.kind) {
    case 'post failed':
      return plain(say('desk-post-failed', { ...(await named(desk, news)), reason: news.reason }));
    case 'post unknown':
      return plain(say('desk-post-unknown', await named(desk, news)), decisions(say, news));
    case 'post found':
      return plain(say('desk-post-found', await named(desk, news)));
    case 'post to approve':
      return toApprove(desk, news);
    case 'posts to approve':
      return plain(say('desk-posts-to-approve', { channel: news.channel, count: news.count }));
    case 'channel unreachable':
      return plain(say('desk-channel-unreachable', { channel: news.channel, reason: sentence(news.reason) }));
    case 'broadcast paused by itself':
      return plain(say('desk-broadcast-paused', { reason: sentence(news.reason) }), [
        steering(say, news.broadcast),
      ]);
    case 'post outdated':
      return plain(
        say('desk-post-outdated', { ...(await named(desk, news)), changes: news.changes }),
        correcting(say, news),
      );
    case 'feed failing':
      return plain(say('desk-feed-failing', { feed: news.feed, reason: sentence(news.reason) }));
    case 'feed recovered':
      return plain(say('desk-feed-recovered', { feed: news.feed }));
    case 'file refused':
      return plain(say('desk-file-refused', { file: news.file, reason: news.reason }));
    case 'update set aside':
      return plain(say('desk-update-aside', { reason: news.reason }));
    case 'redis forgets':
      return plain(say('desk-redis-forgets', { finding: news.finding }));
  }
}

function plain(text: string, keyboard: Keyboard = []): OutgoingMessage {
  return messageOf([text], keyboard);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

type AboutPost = { readonly channel: string; readonly article: ArticleId };

async function named(
  { archive }: Desk,
  { article, channel }: AboutPost,
): Promise<{ title: string; channel: string }> {
  const kept = await archive.get(article);
  return { title: kept?.title ?? article, channel };
}

async function toApprove(
  { archive, say, preview }: Desk,
  { article: id, channel }: AboutPost,
): Promise<OutgoingMessage> {
  const article = await archive.get(id);
  const button = (what: 'release' | 'now' | 'drop', text: string): Button => ({
    text,
    data: writePress({ kind: 'approval', what, channel, id }),
  });
  const keyboard = [
    [button('release', say('desk-button-approve')), button('now', say('queue-button-now'))],
    [button('drop', say('queue-button-drop'))],
  ];
  const ask = say('desk-post-to-approve', { channel });
  return article === undefined ? plain(ask, keyboard) : under([ask], preview(article, channel), keyboard);
}

/** Shows the post as it would stand, and asks. */
function correcting(say: Say, { article: id }: AboutPost): Keyboard {
  return [[{ text: say('post-button-correct'), data: writePress({ kind: 'post', what: 'correct', id }) }]];
}

function decisions(say: Say, { channel, article: id }: AboutPost): Keyboard {
  return [
    [
      {
        text: say('desk-button-there'),
        data: writePress({ kind: 'decide', what: 'it is there', channel, id }),
      },
      { text: say('desk-button-again'), data: writePress({ kind: 'decide', what: 'post it', channel, id }) },
    ],
  ];
}
