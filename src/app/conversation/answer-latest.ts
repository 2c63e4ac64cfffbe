import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { inParagraphs } from '../../domain/post/in-paragraphs.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import { LONG_BUDGET, summarize } from '../../domain/summary/summarize.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { DEFAULT_PAGE, LARGEST_PAGE, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { joinedBy, messageOf, stacked } from './message.ts';
import { pager } from './pager.ts';
import { datedHeadline, dayIn, headline } from './story-line.ts';

/** `/latest [n]`: the newest stories, a line each; the numbered buttons open one. */
export async function answerLatest(turn: Turn, args: string): Promise<OutgoingMessage> {
  const asked = Number.parseInt(args, 10);
  const size = Number.isNaN(asked) ? DEFAULT_PAGE : Math.min(Math.max(asked, 1), LARGEST_PAGE);
  return latestPage(turn, 0, size);
}

export async function latestPage(turn: Turn, offset: number, size: number): Promise<OutgoingMessage> {
  const { items, total } = await turn.bot.archive.latest({ offset, limit: size });
  if (items.length === 0) return messageOf([turn.say('latest-empty')]);
  const lines = items.map(
    (article, index): RichText => [`${offset + index + 1}. `, ...datedHeadline(turn, article)],
  );
  const range = turn.say('latest-page', { from: offset + 1, to: offset + items.length, total });
  const title: RichText = [{ bold: turn.say('latest-title') }, ` · ${range}`];
  const numbers = items.map(
    (article, index): Button => ({
      text: String(offset + index + 1),
      data: writePress({ kind: 'story', id: article.id }),
    }),
  );
  const pages = pager(turn.say, { offset, size, total }, (to) => ({ kind: 'latest', offset: to, size }));
  return messageOf(stacked([title, joinedBy('\n', lines)]), [numbers.slice(0, 5), numbers.slice(5), pages]);
}

/** One story with a longer summary than its post has, and ways on. */
export async function storyView(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const article = await turn.bot.archive.get(id);
  if (article === undefined) return messageOf([turn.say('story-gone')]);
  const title: RichText = [{ bold: headline(article) }];
  const origin =
    article.origin === undefined ? [] : [turn.say('post-origin', { publisher: article.origin.publisher })];
  const told = inParagraphs(article.text, summarize(article, LONG_BUDGET));
  const footer: RichText = [[...origin, dayIn(turn, article)].join(' · ')];
  return messageOf(stacked([title, told === '' ? [] : [told], footer]), [
    waysOn(turn, article),
    [{ text: turn.say('button-back'), data: writePress({ kind: 'latest', offset: 0, size: DEFAULT_PAGE }) }],
  ]);
}

/** Buttons from a story to what was said in it and what lies behind it. */
export function waysOn(turn: Turn, article: ArchivedArticle): readonly Button[] {
  const { say } = turn;
  return [
    ...(article.url === undefined ? [] : [{ text: say('button-read'), url: article.url }]),
    ...(article.quotes.length === 0
      ? []
      : [{ text: say('button-quotes'), data: writePress({ kind: 'quotes in', id: article.id, offset: 0 }) }]),
    { text: say('button-background'), data: writePress({ kind: 'background to', id: article.id }) },
  ];
}
