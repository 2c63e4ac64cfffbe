import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { CAPTION_LIMIT } from '../../domain/post/rich-text.ts';
import { isOut } from '../delivery/correct-post.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { articleMeant, isMessage } from './desk-article.ts';
import { changesView } from './desk-changes.ts';
import { messageOf, under } from './message.ts';

/** A correction that an editor writes must leave room for the post. */
const LONGEST_NOTE = CAPTION_LIMIT / 2;

/** `/correct <article>`: the post as it would stand now, saying that it was corrected. */
export async function answerCorrect(turn: Turn, query: string): Promise<OutgoingMessage> {
  const found = await articleMeant(turn, query, 'correct');
  return isMessage(found) ? found : correctionView(turn, found);
}

export async function correctionOf(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const article = await turn.bot.archive.get(id);
  return article === undefined ? messageOf([turn.say('story-gone')]) : correctionView(turn, article);
}

/** Asks the editor for a sentence that says what was wrong. */
export async function askForCorrection(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  await turn.bot.drafts.set(turn.asker.chat, { kind: 'writing a correction', article: id });
  return messageOf([turn.say('correct-write')]);
}

/** The sentence that an editor wrote, shown where it will stand. */
export async function takeCorrection(turn: Turn, id: ArticleId, text: string): Promise<OutgoingMessage> {
  const { bot, say, asker } = turn;
  const note = text.trim().replaceAll(/\s+/g, ' ');
  const article = await bot.archive.get(id);
  if (article === undefined) return messageOf([say('story-gone')]);
  if (note === '') return messageOf([say('correct-write')]);
  if (note.length > LONGEST_NOTE) return messageOf([say('correct-too-long', { limit: LONGEST_NOTE })]);
  await bot.drafts.set(asker.chat, { kind: 'writing a correction', article: id, text: note });
  return correctionView(turn, article, note);
}

/** Edits the post in every channel where it is. */
export async function correctNow(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const { bot, asker, say } = turn;
  const draft = await bot.drafts.get(asker.chat);
  const note = draft?.kind === 'writing a correction' && draft.article === id ? draft.text : undefined;
  const changed = await bot.postChanges.correct(id, note);
  await bot.drafts.clear(asker.chat);
  await bot.archive.settleChange(id);
  return messageOf([changesView(say, 'correct', changed)]);
}

async function correctionView(turn: Turn, article: ArchivedArticle, note?: string): Promise<OutgoingMessage> {
  const { bot, say } = turn;
  const { channels } = bot.identity;
  const records = await Promise.all(channels.map((channel) => bot.posts.get(channel, article.id)));
  const out = channels.filter((_, at) => isOut(records[at]));
  const [first] = out;
  if (first === undefined) return messageOf([say('post-is-not-out', { title: article.title })]);
  const button = (what: 'correct now' | 'correct note' | 'leave'): Button => ({
    text: say(
      what === 'leave' ? 'post-button-leave' : `post-button-${what === 'correct now' ? 'correct' : 'note'}`,
    ),
    data: writePress({ kind: 'post', what, id: article.id }),
  });
  return under(
    [say('correct-ask', { channels: out.join(', ') })],
    bot.postChanges.preview(article, first, note),
    [[button('correct now')], [button('correct note'), button('leave')]],
  );
}
