import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { articleMeant, isMessage } from './desk-article.ts';
import { messageOf, under } from './message.ts';

/** `/breaking <article>`: its post as it will look, with a button for each channel where it is not yet. */
export async function answerBreaking(turn: Turn, query: string): Promise<OutgoingMessage> {
  const found = await articleMeant(turn, query, 'breaking');
  return isMessage(found) ? found : breakingView(turn, found);
}

export async function breakingOf(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const article = await turn.bot.archive.get(id);
  return article === undefined ? messageOf([turn.say('story-gone')]) : breakingView(turn, article);
}

/** Posts past slots, quiet hours, gap and age. */
export async function postNow(turn: Turn, id: ArticleId, channel: string): Promise<OutgoingMessage> {
  const { bot, say, asker } = turn;
  const article = await bot.archive.get(id);
  if (article === undefined) return messageOf([say('story-gone')]);
  const answer = await bot.posts.postNow(channel, article);
  bot.log.info({ article: id, channel, answer, editor: asker.user }, 'An editor sent a post at once');
  return messageOf([say('breaking-answer', { answer, channel, title: article.title })]);
}

async function breakingView(turn: Turn, article: ArchivedArticle): Promise<OutgoingMessage> {
  const { bot, say } = turn;
  const { channels } = bot.identity;
  const [first] = channels;
  if (first === undefined) return messageOf([say('queue-no-channel')]);
  if ((await bot.archive.retraction(article.id)) !== undefined) return messageOf([say('post-is-retracted')]);
  const records = await Promise.all(channels.map((channel) => bot.posts.get(channel, article.id)));
  const open = channels.filter((_, at) => records[at]?.state !== 'sent');
  if (open.length === 0) return messageOf([say('breaking-everywhere', { title: article.title })]);
  const rows = open.map((channel): Button[] => [
    {
      text: say('breaking-button', { channel }),
      data: writePress({ kind: 'post now', id: article.id, channel }),
    },
  ]);
  return under([say('breaking-ask')], bot.previewPost(article, open[0] ?? first), rows);
}
