import type { Follow } from '../domain/archive/follow.ts';
import type { ArchivedArticle } from '../domain/article/article.ts';
import { headlineLine } from '../domain/summary/summarize.ts';
import { writePress } from './conversation/callback.ts';
import { messageOf, stacked } from './conversation/message.ts';
import { headline } from './conversation/story-line.ts';
import type { UntoldPost } from './ports/ledger.ts';
import type { Say } from './ports/messages.ts';
import type { Button, OutgoingMessage } from './ports/telegram.ts';

/** Characters of the line under the headline. */
const LINE = 240;
/** Names and topics that are told; a story that many follow for many reasons is no list of them. */
const TOLD = 4;

/** What followers are told of a post: the headline, a line, what they follow in it, and the way to the post. */
export function composeNotice(
  say: Say,
  article: ArchivedArticle,
  post: UntoldPost,
  followed: readonly Follow[],
): OutgoingMessage {
  const line = headlineLine(article, LINE);
  const names = followed.slice(0, TOLD).map(({ label }) => label);
  const read = postUrl(post) ?? article.url;
  const buttons: readonly Button[] = [
    ...(read === undefined ? [] : [{ text: say('button-read'), url: read }]),
    { text: say('button-background'), data: writePress({ kind: 'background to', id: article.id }) },
    { text: say('button-follows'), data: writePress({ kind: 'follows' }) },
  ];
  const text = stacked([
    [{ bold: headline(article) }],
    line === undefined ? [] : [article.text.slice(line.start, line.end)],
    [say('follow-notice', { names: names.join(', ') })],
  ]);
  return messageOf(text, [buttons]);
}

/** Where the post stands; a private channel's posts open for its members alone. Undefined where no message id is known. */
export function postUrl({ channel, messageId }: UntoldPost): string | undefined {
  if (messageId === undefined) return undefined;
  if (channel.startsWith('@')) return `https://t.me/${channel.slice(1)}/${messageId}`;
  const inner = /^-100(\d+)$/.exec(channel)?.[1];
  return inner === undefined ? undefined : `https://t.me/c/${inner}/${messageId}`;
}
