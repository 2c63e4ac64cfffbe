import type { ArchivedArticle } from '../../domain/article/article.ts';
import { momentOf } from '../../domain/post/dates.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { ItemHistory } from '../ports/operations.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import type { Turn } from './conversation.ts';
import { joinedBy, messageOf, stacked } from './message.ts';
import { stateWords, stepWords } from './post-history.ts';
import { headline } from './story-line.ts';

/** Pieces left out of the text that are shown, and how much of each. */
const REMOVED = 12;
const PIECE_LENGTH = 80;

/** `/why <article>`: every step that the article took, and what was left out of its text. */
export async function answerWhy(turn: Turn, args: string): Promise<OutgoingMessage> {
  const query = args.trim();
  if (query === '') return messageOf([turn.say('why-ask')]);
  const { history, article } = await whatBecameOf(turn, query);
  const steps = (history?.entries ?? []).map(({ atMs, what }): RichText => [stepLine(turn, atMs, what)]);
  const posts = article === undefined ? [] : await postSteps(turn, article);
  if (article === undefined && steps.length === 0) return messageOf([turn.say('why-unknown', { query })]);
  const title: RichText = article === undefined ? [history?.title ?? query] : headline(article);
  return messageOf(
    stacked([
      [{ bold: title }],
      joinedBy('\n', [...steps, ...posts]),
      article === undefined ? [] : removedFrom(turn, article),
    ]),
  );
}

type Meant = { readonly history: ItemHistory | undefined; readonly article: ArchivedArticle | undefined };

/** An address and a file's name are looked up as they came in; words are looked for in the archive first. */
async function whatBecameOf({ bot }: Turn, query: string): Promise<Meant> {
  const isPlace = /^https?:\/\/|^\S+\.\w+$/i.test(query);
  const [found] = isPlace ? [] : (await bot.archive.search(query, { offset: 0, limit: 1 })).items;
  const history = await bot.operations.itemHistory(found?.id ?? query);
  const article = found ?? (history?.article && (await bot.archive.get(history.article)));
  return { history, article };
}

async function postSteps(turn: Turn, article: ArchivedArticle): Promise<readonly RichText[]> {
  const { bot, say } = turn;
  const records = await Promise.all(
    bot.identity.channels.map((channel) => bot.posts.get(channel, article.id)),
  );
  return records.flatMap((record, at) =>
    record === undefined
      ? [[say('why-no-post', { channel: bot.identity.channels[at] ?? '' })]]
      : [
          ...record.history.map(({ atMs, what }): RichText => [stepLine(turn, atMs, stepWords(say, what))]),
          [say('why-state', { state: stateWords(say, record.state) })],
        ],
  );
}

function stepLine(turn: Turn, atMs: number, what: string): string {
  const date = momentOf(atMs, turn.language, turn.bot.identity.timezone);
  return turn.say('why-item', { date, what });
}

function removedFrom({ say }: Turn, article: ArchivedArticle): RichText {
  if (article.removed.length === 0) return [];
  const pieces = article.removed
    .slice(0, REMOVED)
    .map(
      ({ why, text }): RichText => [
        `• ${why}: `,
        { italic: shorten(text.replaceAll(/\s+/g, ' '), PIECE_LENGTH) },
      ],
    );
  return [{ bold: say('why-removed') }, '\n', ...joinedBy('\n', pieces)];
}
