import type { Follow } from '../domain/archive/follow.ts';
import type { ArchivedArticle } from '../domain/article/article.ts';
import { headlineLine } from '../domain/summary/summarize.ts';
import { writePress } from './conversation/callback.ts';
import { messageOf, stacked } from './conversation/message.ts';
import { headline } from './conversation/story-line.ts';
import type { UntoldPost } from './ports/ledger.ts';
import type { Say } from './ports/messages.ts';
import type { Button, OutgoingMessage } from './ports/telegram.ts';
import { postUrl } from './post-url.ts';

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
