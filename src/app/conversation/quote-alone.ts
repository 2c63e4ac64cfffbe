import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { KeptQuote } from '../ports/archive.ts';
import type { Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';
import { quotesByStory, saidBy } from './quote-blocks.ts';
import { storyLinks } from './story-links.ts';

/** How much of a quote its button shows, in UTF-16 units. */
const ON_BUTTON = 32;

/** A button for each quote of a page, which sends it as a message of its own. */
export function shareButtons(turn: Turn, shown: readonly KeptQuote[]): Keyboard {
  return shown.map(({ article, quote, index }) => [
    {
      text: turn.say('button-share-quote', { words: shorten(quote.text, ON_BUTTON) }),
      data: writePress({ kind: 'quote', id: article.id, index }),
    },
  ]);
}

/** One quote to pass on, with its speaker, its story and the day: they go with it wherever it is forwarded to. */
export async function quoteAlone(turn: Turn, id: ArticleId, index: number): Promise<OutgoingMessage> {
  const article = await turn.bot.archive.get(id);
  const quote = article?.quotes[index];
  if (article === undefined || quote === undefined) return messageOf([turn.say('story-gone')]);
  const links = await storyLinks(turn, [article]);
  const shown = (story: ArchivedArticle, quotes: readonly Quote[]): readonly RichText[] =>
    saidBy(turn, story, quotes);
  const [block = []] = quotesByStory(turn, [{ article, quote, index }], shown, links);
  return messageOf(block);
}
