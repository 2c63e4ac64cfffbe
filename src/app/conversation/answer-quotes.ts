import type { ArticleId } from '../../domain/article/article.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { KeptQuote } from '../ports/archive.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf, stacked } from './message.ts';
import { chooseName, nameButtons } from './names.ts';
import { pager } from './pager.ts';
import { datedHeadline, headline } from './story-line.ts';

/** Quotes on one page. */
const PAGE = 5;
/** A quote longer than this folds, in UTF-16 units. */
const FOLD_AFTER = 300;
/** Stories in which quotes on a topic are looked for. */
const TOPIC_STORIES = 50;

/** `/quotes [person or topic]`. */
export async function answerQuotes(turn: Turn, args: string): Promise<OutgoingMessage> {
  const query = args.trim();
  if (query === '') return quotedLately(turn);
  const choice = await chooseName(turn, query);
  switch (choice.kind) {
    case 'one':
      return quotesBy(turn, choice.name.key, 0);
    case 'several':
      return messageOf([turn.say('names-which', { query })], nameButtons(choice.names, quotesOf));
    case 'near': {
      const onTopic = await quotesOn(turn, query, 0);
      if (onTopic !== undefined) return onTopic;
      return messageOf([turn.say('names-near', { query })], nameButtons(choice.names, quotesOf));
    }
    case 'none':
      return (await quotesOn(turn, query, 0)) ?? messageOf([turn.say('quotes-none', { query })]);
  }
}

function quotesOf(key: string): Press {
  return { kind: 'quotes by', key, offset: 0 };
}

async function quotedLately(turn: Turn): Promise<OutgoingMessage> {
  const { items } = await turn.bot.archive.latest({ offset: 0, limit: 10 });
  const known = await Promise.all(items.map((article) => turn.bot.archive.namesIn(article.id)));
  const quoted = known.flat().filter((name) => name.quotes > 0);
  const different = [...new Map(quoted.map((name) => [name.key, name])).values()].slice(0, 8);
  return messageOf([turn.say('quotes-ask')], nameButtons(different, quotesOf));
}

/** A person's words, newest first, with the role they had at the time. */
export async function quotesBy(turn: Turn, key: string, offset: number): Promise<OutgoingMessage> {
  const [name, page] = await Promise.all([
    turn.bot.archive.name(key),
    turn.bot.archive.quotesBy(key, { offset, limit: PAGE }),
  ]);
  if (name === undefined) return messageOf([turn.say('story-gone')]);
  if (page.total === 0) return messageOf([turn.say('quotes-none-of-name', { name: name.name })]);
  const blocks = page.items.map(({ article, quote }): RichText => {
    const role = quote.speaker?.role;
    return [
      quoted(quote),
      '\n',
      ...(role === undefined ? [] : [`${role} · `]),
      ...datedHeadline(turn, article),
    ];
  });
  const title: RichText = [{ bold: turn.say('quotes-of-name', { name: name.name, count: page.total }) }];
  const pages = pager(turn.say, { offset, size: PAGE, total: page.total }, (to) => ({
    kind: 'quotes by',
    key,
    offset: to,
  }));
  const background = {
    text: turn.say('button-background'),
    data: writePress({ kind: 'background of', key }),
  };
  return messageOf(stacked([title, ...blocks]), [pages, [background]]);
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
  const blocks = article.quotes
    .slice(offset, offset + PAGE)
    .map((quote): RichText => [...attribution(turn, quote), '\n', quoted(quote)]);
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
  return messageOf(stacked([title, ...blocks]), [pages, back]);
}

/** What was said in the stories on a topic; undefined when there are no such stories, or nobody is quoted. */
export async function quotesOn(
  turn: Turn,
  topic: string,
  offset: number,
): Promise<OutgoingMessage | undefined> {
  const { items } = await turn.bot.archive.search(topic, { offset: 0, limit: TOPIC_STORIES });
  const all = items.flatMap((article) =>
    article.quotes.map((quote, index): KeptQuote => ({ article, quote, index })),
  );
  if (all.length === 0) return undefined;
  const blocks = all
    .slice(offset, offset + PAGE)
    .map(
      ({ article, quote }): RichText => [
        ...attribution(turn, quote),
        '\n',
        quoted(quote),
        '\n',
        ...datedHeadline(turn, article),
      ],
    );
  const title: RichText = [{ bold: turn.say('quotes-on-topic', { topic, count: all.length }) }];
  const pages = pager(turn.say, { offset, size: PAGE, total: all.length }, (to) => ({
    kind: 'quotes on',
    topic,
    offset: to,
  }));
  return messageOf(stacked([title, ...blocks]), [pages]);
}

function quoted(quote: Quote): { quote: string; folded: boolean } {
  return { quote: quote.text, folded: quote.text.length > FOLD_AFTER };
}

/** `Name, role` – or, honestly, that the article does not tell. */
function attribution(turn: Turn, quote: Quote): RichText {
  if (quote.speaker === null) return [{ italic: turn.say('quotes-unknown-speaker') }];
  const { name, role } = quote.speaker;
  return [{ bold: name }, ...(role === undefined ? [] : [`, ${role}`])];
}
