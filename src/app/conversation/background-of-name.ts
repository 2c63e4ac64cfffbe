import { nameTokens } from '../../domain/archive/name-key.ts';
import type { ArchivedArticle } from '../../domain/article/article.ts';
import { pastRoles } from '../../domain/background/past-roles.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { KnownName } from '../ports/archive.ts';
import type { Button, Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { messageOf, section, stacked } from './message.ts';
import { pager } from './pager.ts';
import { passage, quoteBlock, quotesByStory, telling } from './quote-blocks.ts';
import { datedHeadline } from './story-line.ts';
import { type StoryLinks, storyLinks } from './story-links.ts';

/** Stories of a name or topic shown, and of its quotes. */
const THREAD = 6;
const LAST_WORDS = 2;
/** Quotes among which they are looked for. */
const LOOKED_AT = 6;
const ROLES = 2;
/** Sentences of background shown, of several stories. */
const FACTS = 3;
const BUTTON_LENGTH = 48;

/**
 * Who someone is, their thread of stories, their last words; from an `offset` on, the older part of the thread. `below`
 * goes under the buttons.
 */
export async function backgroundOf(
  turn: Turn,
  key: string,
  offset = 0,
  below: Keyboard = [],
): Promise<OutgoingMessage> {
  const { archive } = turn.bot;
  const [name, stories, quotes] = await Promise.all([
    archive.name(key),
    archive.articlesNaming(key, { offset, limit: THREAD }),
    archive.quotesBy(key, { offset: 0, limit: LOOKED_AT }),
  ]);
  if (name === undefined) return messageOf([turn.say('story-gone')]);
  const links = await storyLinks(turn, [...stories.items, ...quotes.items.map(({ article }) => article)]);
  const thread = section(turn.say('background-thread'), threadOf(turn, stories.items, links));
  const pages = pager(turn.say, { offset, size: THREAD, total: stories.total }, (to) => ({
    kind: 'background of',
    key,
    offset: to,
  }));
  const more = quotes.total === 0 ? [] : [quotesButton(turn, { kind: 'quotes by', key, offset: 0 })];
  const ways = [...more, followButton(turn, { kind: 'follow name', key })];
  const buttons = [pages, ways, ...storyButtons(stories.items.slice(0, 3)), ...below];
  const who = whoLine(turn, name, stories.items);
  if (offset > 0) return messageOf(stacked([who, thread]), buttons);
  const lastWords = (_: ArchivedArticle, said: readonly Quote[]): readonly RichText[] =>
    said.map((quote): RichText => [quoteBlock(quote.text)]);
  const words = quotesByStory(turn, telling(quotes.items, LAST_WORDS), lastWords, links);
  return messageOf(
    stacked([
      who,
      thread,
      section(turn.say('background-behind'), factsAbout(turn, name, stories.items, links)),
      section(turn.say('background-last-words'), words),
      await outsideWord(turn, name),
    ]),
    buttons,
  );
}

/** The name with its role, the roles it had before, and in how many stories it stands. */
function whoLine(
  turn: Turn,
  { key, name, role, articles }: KnownName,
  stories: readonly ArchivedArticle[],
): RichText {
  const roles = pastRoles(key, role, stories).slice(0, ROLES);
  const before =
    roles.length === 0 ? '' : `\n${turn.say('background-role-before', { roles: roles.join('; ') })}`;
  const count = `\n${turn.say('background-stories', { count: articles })}`;
  return [{ bold: name }, role === undefined ? '' : `, ${role}`, before, count];
}

/** Oldest first. */
function threadOf(turn: Turn, stories: readonly ArchivedArticle[], links: StoryLinks): readonly RichText[] {
  return [...stories]
    .sort((a, b) => a.sortAtMs - b.sortAtMs)
    .map((article) => datedHeadline(turn, article, links));
}

/** What an outside source says of a name, under a line that tells whose words they are; nothing where none is asked. */
async function outsideWord({ bot, say, language }: Turn, { name }: KnownName): Promise<RichText> {
  const lookup = await bot.encyclopedia?.look(name, language);
  if (lookup?.kind !== 'found') return [];
  const { title, extract, url, licence } = lookup.entry;
  const source: RichText = [{ link: title, url }, ` · ${say('background-outside', { licence })}`];
  return [passage(extract), '\n', ...source];
}

/** Newsrooms tell the same past in the same words, story after story. */
function isFirst(
  { text }: { readonly text: string },
  at: number,
  all: readonly { readonly text: string }[],
): boolean {
  return all.findIndex((other) => other.text === text) === at;
}

/** Sentences of background that name someone, each with its story. */
function factsAbout(
  turn: Turn,
  { name }: KnownName,
  stories: readonly ArchivedArticle[],
  links: StoryLinks,
): readonly RichText[] {
  const words = nameTokens(name);
  const naming = stories.flatMap((article) =>
    article.facts
      .filter(({ text }) => nameTokens(text).some((word) => words.includes(word) && word.length > 2))
      .map(({ text }) => ({ article, text })),
  );
  return naming
    .filter(isFirst)
    .slice(0, FACTS)
    .map(({ article, text }) => factFrom(turn, article, text, links));
}

/**
 * The thread of stories on a topic, with what lies behind the newest; from an `offset` on, those that are less about it.
 * Undefined when there is none.
 */
export async function backgroundOn(
  turn: Turn,
  topic: string,
  offset = 0,
  below: Keyboard = [],
): Promise<OutgoingMessage | undefined> {
  const { items, total } = await turn.bot.archive.search(topic, { offset, limit: THREAD });
  if (items.length === 0) return undefined;
  const links = await storyLinks(turn, items);
  const facts = items
    .flatMap((article) => article.facts.slice(0, 1).map(({ text }) => ({ article, text })))
    .filter(isFirst)
    .map(({ article, text }) => factFrom(turn, article, text, links));
  const pages = pager(turn.say, { offset, size: THREAD, total }, (to) => ({
    kind: 'background on',
    topic,
    offset: to,
  }));
  const anyQuotes = items.some((article) => article.quotes.length > 0);
  const more = anyQuotes ? [quotesButton(turn, { kind: 'quotes on', topic, offset: 0 })] : [];
  const ways = [...more, followButton(turn, { kind: 'follow topic', topic })];
  const shown = topic.replace(/["“”„«»]/g, '').trim();
  return messageOf(
    stacked([
      [{ bold: turn.say('background-topic', { topic: shown }) }],
      section(turn.say('background-thread'), threadOf(turn, items, links)),
      section(turn.say('background-behind'), facts.slice(0, FACTS)),
    ]),
    [pages, ways, ...storyButtons(items.slice(0, 3)), ...below],
  );
}

/** A sentence of background with the story that it stands in. */
function factFrom(turn: Turn, article: ArchivedArticle, text: string, links: StoryLinks): RichText {
  return [passage(text), '\n', ...datedHeadline(turn, article, links)];
}

function quotesButton(turn: Turn, press: Press): Button {
  return { text: turn.say('button-quotes'), data: writePress(press) };
}

function followButton(turn: Turn, press: Press): Button {
  return { text: turn.say('button-follow'), data: writePress(press) };
}

function storyButtons(stories: readonly ArchivedArticle[]): readonly (readonly Button[])[] {
  return stories.map((article) => [
    { text: shorten(article.title, BUTTON_LENGTH), data: writePress({ kind: 'story', id: article.id }) },
  ]);
}
