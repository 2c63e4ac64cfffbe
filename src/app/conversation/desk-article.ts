import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { type PostDeed, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** Articles offered when a command names none, and how much of a headline a button shows. */
const OFFERED = 6;
const LABEL_LENGTH = 60;

/** The article that an editor names by id, address or words, or a message that helps to name one. */
export async function articleMeant(
  turn: Turn,
  query: string,
  deed: PostDeed,
): Promise<ArchivedArticle | OutgoingMessage> {
  const { say, bot } = turn;
  if (query.trim() === '') return offer(turn, deed);
  return (await bot.archive.find(query)) ?? messageOf([say('why-unknown', { query: query.trim() })]);
}

export function isMessage(found: ArchivedArticle | OutgoingMessage): found is OutgoingMessage {
  return 'entities' in found;
}

async function offer(turn: Turn, deed: PostDeed): Promise<OutgoingMessage> {
  const { say } = turn;
  const ids = deed === 'breaking' ? await newest(turn) : await lastPosted(turn);
  if (ids.length === 0) return messageOf([say('post-which-none')]);
  const articles = await Promise.all(ids.map((id) => turn.bot.archive.get(id)));
  const rows = articles.flatMap((article): readonly Button[][] =>
    article === undefined
      ? []
      : [
          [
            {
              text: shorten(article.title, LABEL_LENGTH),
              data: writePress({ kind: 'post', what: deed, id: article.id }),
            },
          ],
        ],
  );
  return messageOf([say('post-which', { command: `/${deed}` })], rows);
}

async function newest({ bot }: Turn): Promise<readonly ArticleId[]> {
  const { items } = await bot.archive.latest({ offset: 0, limit: OFFERED });
  return items.map(({ id }) => id);
}

async function lastPosted({ bot }: Turn): Promise<readonly ArticleId[]> {
  const records = await Promise.all(
    bot.identity.channels.map((channel) => bot.posts.recent(channel, 2 * OFFERED)),
  );
  const out = records.flat().filter(({ state }) => state === 'sent');
  return [...new Set(out.map(({ article }) => article))].slice(0, OFFERED);
}
