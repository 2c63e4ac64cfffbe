import { shorten } from '../../domain/post/fit.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { backgroundOf, backgroundOn } from './background-of-name.ts';
import { type Press, writePress } from './callback.ts';
import type { Turn } from './conversation.ts';
import { meaningOf } from './meaning.ts';
import { messageOf } from './message.ts';
import { nameButtons } from './names.ts';

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
      return backgroundOf(turn, meaning.name.key, 0, nameButtons(meaning.others, backgroundOfName));
    case 'topic':
      return backgroundOn(turn, query, 0, nameButtons(meaning.others, backgroundOfName));
    case 'several':
      return messageOf([turn.say('names-which', { query })], nameButtons(meaning.names, backgroundOfName));
    case 'near':
      return messageOf([turn.say('names-near', { query })], nameButtons(meaning.names, backgroundOfName));
    case 'nothing':
      return undefined;
  }
}

function backgroundOfName(key: string): Press {
  return { kind: 'background of', key, offset: 0 };
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
