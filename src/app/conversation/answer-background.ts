import { nameTokens } from '../../domain/archive/name-key.ts';
import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { RichPart, RichText } from '../../domain/post/rich-text.ts';
import type { KnownName } from '../ports/archive.ts';
import type { Button, Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { meaningOf } from './meaning.ts';
import { joinedBy, messageOf, stacked } from './message.ts';
import { nameButtons } from './names.ts';
import { quoteBlock, quotesByStory } from './quote-blocks.ts';
import { datedHeadline, headline } from './story-line.ts';

/** People and bodies shown under who is who. */
const PEOPLE = 8;
/** Earlier stories shown. */
const BEFORE = 5;
/** Sentences of background shown. */
const FACTS = 5;
/** Sentences of background shown on a name or a topic, which have several stories. */
const FACTS_OF_NAME = 3;
/** Stories of a name or topic shown, and of its quotes. */
const THREAD = 6;
const LAST_WORDS = 2;
const FOLD_AFTER = 300;
const BUTTON_LENGTH = 48;

/** `/background [person or topic]`. */
export async function answerBackground(turn: Turn, args: string): Promise<OutgoingMessage> {
  const query = args.trim();
  if (query === '') return chooseStory(turn);
  return (await backgroundFor(turn, query)) ?? messageOf([turn.say('nothing-on', { query })]);
}

/** What is kept on whatever these words mean; undefined when that is nothing. */
export async function backgroundFor(turn: Turn, query: string): Promise<OutgoingMessage | undefined> {
  const meaning = await meaningOf(turn, query);
  switch (meaning.kind) {
    case 'name':
      return backgroundOf(turn, meaning.name.key, nameButtons(meaning.others, backgroundOfName));
    case 'topic':
      return backgroundOn(turn, query, nameButtons(meaning.others, backgroundOfName));
    case 'several':
      return messageOf([turn.say('names-which', { query })], nameButtons(meaning.names, backgroundOfName));
    case 'near':
      return messageOf([turn.say('names-near', { query })], nameButtons(meaning.names, backgroundOfName));
    case 'nothing':
      return undefined;
  }
}

function backgroundOfName(key: string): Press {
  return { kind: 'background of', key };
}

async function chooseStory(turn: Turn): Promise<OutgoingMessage> {
  const { items } = await turn.bot.archive.latest({ offset: 0, limit: 5 });
  if (items.length === 0) return messageOf([turn.say('latest-empty')]);
  const buttons = items.map((article): readonly Button[] => [
    {
      text: shorten(article.title, BUTTON_LENGTH),
      data: writePress({ kind: 'background to', id: article.id }),
    },
  ]);
  return messageOf([turn.say('background-ask')], buttons);
}

/** Who is who, what lies behind, what came before one story. */
export async function backgroundTo(turn: Turn, id: ArticleId): Promise<OutgoingMessage> {
  const { archive } = turn.bot;
  const article = await archive.get(id);
  if (article === undefined) return messageOf([turn.say('story-gone')]);
  const [names, before] = await Promise.all([archive.namesIn(id), archive.before(id, BEFORE)]);
  const sections = [
    section(turn.say('background-who'), whoIsWho(turn, article, names)),
    section(turn.say('background-behind'), factsOf(article)),
    section(
      turn.say('background-before'),
      before.map((earlier) => datedHeadline(turn, earlier)),
    ),
  ].filter((block) => block.length > 0);
  const body = sections.length === 0 ? [[turn.say('background-none')]] : sections;
  const quotes = { text: turn.say('button-quotes'), data: writePress({ kind: 'quotes in', id, offset: 0 }) };
  return messageOf(stacked([[{ bold: headline(article) }], ...body]), [
    [
      ...(article.quotes.length === 0 ? [] : [quotes]),
      { text: turn.say('button-story'), data: writePress({ kind: 'story', id }) },
    ],
  ]);
}

function section(title: string, lines: readonly RichText[]): RichText {
  return lines.length === 0 ? [] : [{ bold: title }, '\n', ...joinedBy('\n', lines)];
}

/** The people of a story with the role it gives them, or else the one that the archive knows. */
function whoIsWho(turn: Turn, article: ArchivedArticle, names: readonly KnownName[]): readonly RichText[] {
  const known = new Map(names.map((name) => [name.name, name]));
  return article.people
    .map((person): RichText => {
      const archived = known.get(person.name);
      const role = person.role ?? archived?.role;
      const others = (archived?.articles ?? 1) - 1;
      if (role === undefined && others === 0) return [];
      const past = others === 0 ? '' : ` · ${turn.say('background-stories', { count: others + 1 })}`;
      return ['• ', { bold: person.name }, `${role === undefined ? '' : `, ${role}`}${past}`];
    })
    .filter((line) => line.length > 0)
    .slice(0, PEOPLE);
}

/** The article's own background, word for word. */
function factsOf(article: ArchivedArticle): readonly RichText[] {
  return article.facts
    .slice(0, FACTS)
    .map((fact): RichText => [{ quote: fact.text, folded: fact.text.length > FOLD_AFTER }]);
}

/** Who someone is, their thread of stories, their last words. `below` goes under the buttons. */
export async function backgroundOf(turn: Turn, key: string, below: Keyboard = []): Promise<OutgoingMessage> {
  const { archive } = turn.bot;
  const [name, stories, quotes] = await Promise.all([
    archive.name(key),
    archive.articlesNaming(key, { offset: 0, limit: THREAD }),
    archive.quotesBy(key, { offset: 0, limit: LAST_WORDS }),
  ]);
  if (name === undefined) return messageOf([turn.say('story-gone')]);
  const role = name.role === undefined ? '' : `, ${name.role}`;
  const who: RichText = [
    { bold: name.name },
    role,
    `\n${turn.say('background-stories', { count: name.articles })}`,
  ];
  const words = quotesByStory(turn, quotes.items, (_, said) =>
    said.map((quote): RichText => [quoteBlock(quote.text)]),
  );
  const thread = [...stories.items].reverse().map((article) => datedHeadline(turn, article));
  const more = quotes.total === 0 ? [] : [quotesButton(turn, { kind: 'quotes by', key, offset: 0 })];
  return messageOf(
    stacked([
      who,
      section(turn.say('background-thread'), thread),
      section(turn.say('background-behind'), factsAbout(turn, name, stories.items)),
      section(turn.say('background-last-words'), words),
    ]),
    [more, ...storyButtons(stories.items.slice(0, 3)), ...below],
  );
}

/** Sentences of background that name someone, each with its story. */
function factsAbout(
  turn: Turn,
  { name }: KnownName,
  stories: readonly ArchivedArticle[],
): readonly RichText[] {
  const words = nameTokens(name);
  const naming = stories.flatMap((article) =>
    article.facts
      .filter(({ text }) => nameTokens(text).some((word) => words.includes(word) && word.length > 2))
      .map(({ text }) => factFrom(turn, article, text)),
  );
  return naming.slice(0, FACTS_OF_NAME);
}

/** The thread of stories on a topic, with what lies behind the newest; undefined when there is none. */
export async function backgroundOn(
  turn: Turn,
  topic: string,
  below: Keyboard = [],
): Promise<OutgoingMessage | undefined> {
  const { items } = await turn.bot.archive.search(topic, { offset: 0, limit: THREAD });
  if (items.length === 0) return undefined;
  const byTime = [...items].sort((a, b) => a.sortAtMs - b.sortAtMs);
  const facts = items.flatMap((article) =>
    article.facts.slice(0, 1).map((fact) => factFrom(turn, article, fact.text)),
  );
  const anyQuotes = items.some((article) => article.quotes.length > 0);
  const more = anyQuotes ? [quotesButton(turn, { kind: 'quotes on', topic, offset: 0 })] : [];
  return messageOf(
    stacked([
      [{ bold: turn.say('background-topic', { topic }) }],
      section(
        turn.say('background-thread'),
        byTime.map((article) => datedHeadline(turn, article)),
      ),
      section(turn.say('background-behind'), facts.slice(0, FACTS_OF_NAME)),
    ]),
    [more, ...storyButtons(items.slice(0, 3)), ...below],
  );
}

/** A sentence of background with the story that it stands in. */
function factFrom(turn: Turn, article: ArchivedArticle, text: string): RichText {
  const fact: RichPart = { quote: text, folded: text.length > FOLD_AFTER };
  return [fact, '\n', ...datedHeadline(turn, article)];
}

function quotesButton(turn: Turn, press: Press): Button {
  return { text: turn.say('button-quotes'), data: writePress(press) };
}

function storyButtons(stories: readonly ArchivedArticle[]): readonly (readonly Button[])[] {
  return stories.map((article) => [
    { text: shorten(article.title, BUTTON_LENGTH), data: writePress({ kind: 'story', id: article.id }) },
  ]);
}
