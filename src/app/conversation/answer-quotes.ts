import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { KeptQuote, KnownName } from '../ports/archive.ts';
import type { Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { meaningOf } from './meaning.ts';
import { messageOf, stacked } from './message.ts';
import { nameButtons } from './names.ts';
import { pager } from './pager.ts';
import { shareButtons } from './quote-alone.ts';
import { quoteBlock, quotesByStory, roleOf, saidBy } from './quote-blocks.ts';
import { headline } from './story-line.ts';
import { storyLinks } from './story-links.ts';

/** Quotes on one page. */
const PAGE = 5;
/** Stories in which quotes on a topic are looked for. */
const TOPIC_STORIES = 20;

/** `/quotes [person or topic]`. */
export async function answerQuotes(turn: Turn, args: string): Promise<OutgoingMessage> {
  const query = args.trim();
  if (query === '') return quotedLately(turn);
  const meaning = await meaningOf(turn, query, ({ quotes }) => quotes > 0);
  switch (meaning.kind) {
    case 'name':
      return quotesBy(turn, meaning.name.key, 0, nameButtons(meaning.others, quotesOf));
    case 'topic': {
      const onTopic = await quotesOn(turn, query, 0, nameButtons(meaning.others, quotesOf));
      return onTopic ?? nothingSaid(turn, query);
    }
    case 'several':
      return messageOf([turn.say('names-which', { query })], nameButtons(meaning.names, quotesOf));
    case 'near':
      return messageOf([turn.say('names-near', { query })], nameButtons(meaning.names, quotesOf));
    case 'nothing':
      return nothingSaid(turn, query);
  }
}

/** Somebody who is known but was never quoted, or words that stand nowhere. */
async function nothingSaid(turn: Turn, query: string): Promise<OutgoingMessage> {
  const [found] = await turn.bot.archive.findNames(query, 1);
  const name = found?.name;
  if (name === undefined) return messageOf([turn.say('quotes-none', { query })]);
  return messageOf([turn.say('quotes-none-of-name', { name })]);
}

function quotesOf(key: string): Press {
  return { kind: 'quotes by', key, offset: 0 };
}

async function quotedLately(turn: Turn): Promise<OutgoingMessage> {
  const { items } = await turn.bot.archive.latest({ offset: 0, limit: 10 });
  const known = await Promise.all(items.map((article) => turn.bot.archive.namesIn(article.id)));
  const quoted = known.flat().filter((name: KnownName) => name.quotes > 0);
  if (quoted.length === 0) return messageOf([turn.say('latest-empty')]);
  const different = [...new Map(quoted.map((name) => [name.key, name])).values()].slice(0, 8);
  return messageOf([turn.say('quotes-ask')], nameButtons(different, quotesOf));
}

/** A person's words, newest first, with the role they had at the time. `below` goes under the buttons. */
export async function quotesBy(
  turn: Turn,
  key: string,
  offset: number,
  below: Keyboard = [],
): Promise<OutgoingMessage> {
  const [name, page] = await Promise.all([
    turn.bot.archive.name(key),
    turn.bot.archive.quotesBy(key, { offset, limit: PAGE }),
  ]);
  if (name === undefined) return messageOf([turn.say('story-gone')]);
  if (page.total === 0) return messageOf([turn.say('quotes-none-of-name', { name: name.name })]);
  const said = (article: ArchivedArticle, quotes: readonly Quote[]): readonly RichText[] => {
    const role = roleOf(article, name.name, quotes);
    const words = quotes.map((quote): RichText => [quoteBlock(quote.text)]);
    return role === undefined ? words : [...words, [role]];
  };
  const links = await storyLinks(
    turn,
    page.items.map(({ article }) => article),
  );
  const blocks = quotesByStory(turn, page.items, said, links);
  const title: RichText = [{ bold: turn.say('quotes-of-name', { name: name.name, count: page.total }) }];
  const pages = pager(turn.say, { offset, size: PAGE, total: page.total }, (to) => ({
    kind: 'quotes by',
    key,
    offset: to,
  }));
  const background = {
    text: turn.say('button-background'),
    data: writePress({ kind: 'background of', key, offset: 0 }),
  };
  const follow = { text: turn.say('button-follow'), data: writePress({ kind: 'follow name', key }) };
  return messageOf(stacked([title, ...blocks]), [
    ...shareButtons(turn, page.items),
    pages,
    [background, follow],
    ...below,
  ]);
}

/** All quotes of one story, in reading order. */
export async function quotesIn(turn: Turn, id: ArticleId, offset: number): Promise<OutgoingMessage> {
  const article = await turn.bot.archive.get(id);
  if (article === undefined) return messageOf([turn.say('story-gone')]);
  const back = [
    { text: turn.say('button-story'), data: writePress({ kind: 'story', id }) },
    { text: turn.say('button-background'), data: writePress({ kind: 'background to', id }) },
  ];
  const total = article.quotes.length;
  if (total === 0) return messageOf([turn.say('quotes-none-in-story')], [back]);
  const shown = article.quotes.slice(offset, offset + PAGE);
  const blocks = saidBy(turn, article, shown);
  const share = shown.map((quote, at): KeptQuote => ({ article, quote, index: offset + at }));
  const title: RichText = [
    { bold: turn.say('quotes-of-story', { count: total }) },
    '\n',
    ...headline(article),
  ];
  const pages = pager(turn.say, { offset, size: PAGE, total }, (to) => ({
    kind: 'quotes in',
    id,
    offset: to,
  }));
  return messageOf(stacked([title, ...blocks]), [...shareButtons(turn, share), pages, back]);
}

/** What was said in the stories on a topic; undefined when there are no such stories, or nobody is quoted. */
export async function quotesOn(
  turn: Turn,
  topic: string,
  offset: number,
  below: Keyboard = [],
): Promise<OutgoingMessage | undefined> {
  const { items } = await turn.bot.archive.search(topic, { offset: 0, limit: TOPIC_STORIES });
  const all = items.flatMap((article) =>
    article.quotes.map((quote, index): KeptQuote => ({ article, quote, index })),
  );
  if (all.length === 0) return undefined;
  const shown = all.slice(offset, offset + PAGE);
  const links = await storyLinks(
    turn,
    shown.map(({ article }) => article),
  );
  const blocks = quotesByStory(turn, shown, (article, quotes) => saidBy(turn, article, quotes), links);
  const title: RichText = [{ bold: turn.say('quotes-on-topic', { topic, count: all.length }) }];
  const pages = pager(turn.say, { offset, size: PAGE, total: all.length }, (to) => ({
    kind: 'quotes on',
    topic,
    offset: to,
  }));
  return messageOf(stacked([title, ...blocks]), [...shareButtons(turn, shown), pages, ...below]);
}
