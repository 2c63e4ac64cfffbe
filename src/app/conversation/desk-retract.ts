import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { CAPTION_LIMIT } from '../../domain/post/rich-text.ts';
import type { RetractionHow } from '../delivery/retract-post.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { type PostDeed, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { articleMeant, isMessage } from './desk-article.ts';
import { changesView } from './desk-changes.ts';
import { messageOf, stacked } from './message.ts';

/** A reason stands in the post's place, which may be a caption. */
const LONGEST_REASON = CAPTION_LIMIT / 2;

/** `/retract <article>`: asks how it is to be taken back. */
export async function answerRetract(turn: Turn, query: string): Promise<OutgoingMessage> {
  const found = await articleMeant(turn, query, 'retract');
  return isMessage(found) ? found : retractionView(turn, found);
}

export async function retractionOf(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const article = await turn.bot.archive.get(id);
  return article === undefined ? messageOf([turn.say('story-gone')]) : retractionView(turn, article);
}

/** Asks for the reason that readers are to see in the post's place. */
export async function askForReason(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  await turn.bot.drafts.set(turn.asker.chat, { kind: 'writing a retraction', article: id });
  return messageOf([turn.say('retract-write')]);
}

export async function takeReason(turn: Turn, id: ArticleId, text: string): Promise<OutgoingMessage> {
  const { bot, say, asker } = turn;
  const reason = text.trim().replaceAll(/\s+/g, ' ');
  const article = await bot.archive.get(id);
  if (article === undefined) return messageOf([say('story-gone')]);
  if (reason === '') return messageOf([say('retract-write')]);
  if (reason.length > LONGEST_REASON) return messageOf([say('correct-too-long', { limit: LONGEST_REASON })]);
  await bot.drafts.set(asker.chat, { kind: 'writing a retraction', article: id, text: reason });
  return retractionView(turn, article, reason);
}

/** Takes the story back: from the channels, from what waits, and from the answers to readers. */
export async function retractNow(turn: Turn, id: ArticleId, how: RetractionHow): Promise<OutgoingMessage> {
  const { bot, asker, say } = turn;
  const draft = await bot.drafts.get(asker.chat);
  const isMeant = draft?.kind === 'writing a retraction' && draft.article === id;
  const reason = (isMeant ? draft.text : undefined) ?? '';
  const changed = await bot.postChanges.retract(id, { how, reason });
  await bot.drafts.clear(asker.chat);
  bot.log.info({ article: id, how, editor: asker.user }, 'An editor retracted a story');
  return messageOf([changesView(say, 'retract', changed)]);
}

function retractionView({ say }: Turn, { id, title }: ArchivedArticle, reason?: string): OutgoingMessage {
  const button = (what: PostDeed, key: 'notice' | 'reason' | 'delete' | 'leave'): Button => ({
    text: say(`post-button-${key}`),
    data: writePress({ kind: 'post', what, id }),
  });
  const notice = reason === undefined ? [] : [{ italic: `${say('post-retracted')} ${reason}` }];
  return messageOf(stacked([[say('retract-ask', { title })], notice]), [
    [button('retract notice', 'notice'), button('retract reason', 'reason')],
    [button('retract delete', 'delete'), button('leave', 'leave')],
  ]);
}
