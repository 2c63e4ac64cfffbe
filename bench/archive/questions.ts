import { readMessages } from '../../src/adapters/messages/fluent-messages.ts';
import { answerBackground } from '../../src/app/conversation/answer-background.ts';
import { answerLatest } from '../../src/app/conversation/answer-latest.ts';
import { answerQuotes, quotesBy } from '../../src/app/conversation/answer-quotes.ts';
import { backgroundOf } from '../../src/app/conversation/background-of-name.ts';
import { backgroundTo } from '../../src/app/conversation/background-of-story.ts';
import type { Conversation, Turn } from '../../src/app/conversation/conversation.ts';
import type { Archive } from '../../src/app/ports/archive.ts';
import { nameKey } from '../../src/domain/archive/name-key.ts';
import { type Cast, person } from './cast.ts';
import type { Chance } from './chance.ts';
import { wordOf } from './words.ts';
import { worldArticle, worldId } from './world.ts';

/** What a reader asks, and the bot's own way to the answer: from the words to the message, without Telegram. */
export type Question = { readonly name: string; readonly ask: () => Promise<unknown> };

/** The questions of readers to an archive of so many articles. */
export function questionsTo(archive: Archive, articles: number, chance: Chance): readonly Question[] {
  const turn = turnTo(archive);
  const anyNumber = (): number => Math.floor(chance() * articles);
  const topic = (words: number): string => topicOf(worldArticle(anyNumber()).article.title, words);
  const common = (words: number): string =>
    Array.from({ length: words }, () => wordOf(Math.floor(chance() * COMMON))).join(' ');
  const background = (typed: string): Promise<unknown> => answerBackground(turn, typed);
  const quotes = (typed: string): Promise<unknown> => answerQuotes(turn, typed);
  const asked: readonly (readonly [name: string, ask: () => Promise<unknown>])[] = [
    ['/background of a story', () => backgroundTo(turn, worldId(anyNumber()))],
    ['/background of a person', () => background(wholeName(anyoneKnown(chance)))],
    ['/background of a last name', () => background(anyoneKnown(chance).last)],
    ['… older stories', () => backgroundOf(turn, nameKey(wholeName(person(0))), 5_000)],
    ['/background of a topic', () => background(topic(2))],
    ['… of five words', () => background(topic(5))],
    ['… of two common words', () => background(common(2))],
    ['… of twelve common words', () => background(common(12))],
    ['… of words with slips', () => background(slipped(topic(4), chance))],
    ['/quotes of a person', () => quotes(wholeName(anyoneKnown(chance)))],
    ['/quotes of a last name', () => quotes(anyoneKnown(chance).last)],
    ['… older quotes', () => quotesBy(turn, nameKey(wholeName(person(0))), 5_000)],
    ['/quotes with a slip', () => quotes(slipped(anyoneKnown(chance).last, chance))],
    ['/quotes on a topic', () => quotes(topic(2))],
    ['… on two common words', () => quotes(common(2))],
    ['/latest', () => answerLatest(turn, '')],
  ];
  return asked.map(([name, ask]) => ({ name, ask }));
}

/** So many of the commonest words stand in a tenth to a half of all articles. */
const COMMON = 100;
/** Readers ask for those who are in the news. */
const KNOWN = 5_000;

function turnTo(archive: Archive): Turn {
  const messages = readMessages(new URL('../../messages/', import.meta.url));
  // An answer of the archive asks nothing else of a conversation.
  const identity = { timezone: 'UTC', admins: [], channels: [] };
  const bot = { archive, identity } as unknown as Conversation;
  return { bot, asker: { chat: 1, user: 1 }, language: 'en', say: messages.in('en') };
}

function anyoneKnown(chance: Chance): Cast {
  return person(Math.floor(KNOWN ** chance()) - 1);
}

function wholeName({ first, last }: Cast): string {
  return `${first} ${last}`;
}

/** Words of a headline, without the name that it begins with. */
function topicOf(title: string, words: number): string {
  return title
    .split(' ')
    .slice(1, 1 + words)
    .join(' ');
}

/** A letter left out of each word. */
function slipped(words: string, chance: Chance): string {
  return words
    .split(' ')
    .map((word) => {
      const at = 1 + Math.floor(chance() * (word.length - 2));
      return word.slice(0, at) + word.slice(at + 1);
    })
    .join(' ');
}
