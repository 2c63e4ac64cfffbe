import { type Follow, followOfName, followOfTopic } from '../../domain/archive/follow.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { KnownName } from '../ports/archive.ts';
import { type FollowAnswer, MOST_FOLLOWS } from '../ports/follows.ts';
import type { Keyboard, OutgoingMessage } from '../ports/telegram.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { meaningOf } from './meaning.ts';
import { messageOf } from './message.ts';
import { nameButtons } from './names.ts';

const BUTTON_LENGTH = 48;
/** Names offered to somebody who follows nothing yet, from so many of the newest stories. */
const OFFERED = 6;
const OFFERED_FROM = 5;

/** `/follow [person or topic]`: from then on a message when a post is about it; without words the list of all that is followed. */
export async function answerFollow(turn: Turn, args: string): Promise<OutgoingMessage> {
  const query = args.trim();
  if (query === '') return followsView(turn);
  const meaning = await meaningOf(turn, query);
  switch (meaning.kind) {
    case 'name':
      return startFollowing(turn, followOfName(meaning.name));
    case 'several':
      return messageOf([turn.say('names-which', { query })], nameButtons(meaning.names, followPress));
    case 'near':
      return messageOf(
        [turn.say('names-near', { query })],
        [...nameButtons(meaning.names, followPress), ...topicButton(turn, query)],
      );
    case 'topic':
    case 'nothing':
      return startFollowing(turn, followOfTopic(query));
  }
}

function followPress(key: string): Press {
  return { kind: 'follow name', key };
}

/** Nothing in the archive is called so, and yet it may come. */
function topicButton(turn: Turn, query: string): Keyboard {
  const topic = followOfTopic(query)?.label;
  if (topic === undefined) return [];
  const text = shorten(turn.say('follow-button', { name: topic }), BUTTON_LENGTH);
  return [[{ text, data: writePress({ kind: 'follow topic', topic }) }]];
}

async function startFollowing(turn: Turn, follow: Follow | undefined): Promise<OutgoingMessage> {
  const button = { text: turn.say('button-follows'), data: writePress({ kind: 'follows' }) };
  return messageOf([await followed(turn, follow)], [[button]]);
}

/** Follows, and says what came of it. */
async function followed({ bot, asker, say }: Turn, follow: Follow | undefined): Promise<string> {
  if (follow === undefined) return say('follow-unclear');
  return told(say, follow, await bot.follows.follow(asker.chat, follow));
}

function told(say: Turn['say'], { label: name }: Follow, answer: FollowAnswer): string {
  switch (answer) {
    case 'followed':
      return say('follow-done', { name });
    case 'already':
      return say('follow-already', { name });
    case 'full':
      return say('follow-full', { most: MOST_FOLLOWS });
    case 'stranger':
      return say('follow-stranger');
  }
}

/** A button under an answer; what it says appears over the chat, so that the answer stays. */
export async function pressFollow(
  turn: Turn,
  press: Press & { readonly kind: 'follow name' | 'follow topic' },
): Promise<string> {
  if (press.kind === 'follow topic') return followed(turn, followOfTopic(press.topic));
  const name = await turn.bot.archive.name(press.key);
  return name === undefined ? turn.say('story-gone') : followed(turn, followOfName(name));
}

/** All that somebody follows, each with a button that ends it. */
export async function followsView(turn: Turn): Promise<OutgoingMessage> {
  const { bot, asker, say } = turn;
  const follows = await bot.follows.of(asker.chat);
  if (follows.length === 0) {
    return messageOf([say('follow-none')], nameButtons(await namesOfNow(turn), followPress));
  }
  const buttons = follows.map(({ key, label }) => [
    { text: shorten(`✕ ${label}`, BUTTON_LENGTH), data: writePress({ kind: 'unfollow', key }) },
  ]);
  return messageOf([say('follow-list')], buttons);
}

export async function pressUnfollow(turn: Turn, key: string): Promise<OutgoingMessage> {
  await turn.bot.follows.unfollow(turn.asker.chat, key);
  return followsView(turn);
}

/** Who is in the news, as examples. */
async function namesOfNow({ bot }: Turn): Promise<readonly KnownName[]> {
  const { items } = await bot.archive.latest({ offset: 0, limit: OFFERED_FROM });
  const names = (await Promise.all(items.map(({ id }) => bot.archive.namesIn(id)))).flat();
  return [...new Map(names.map((name) => [name.key, name])).values()].slice(0, OFFERED);
}
