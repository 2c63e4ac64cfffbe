import { readQuestion } from '../../domain/archive/question.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import { backgroundFor } from './answer-background.ts';
import { answerLatest } from './answer-latest.ts';
import { answerQuotes } from './answer-quotes.ts';
import { answerHelp, readersHelp } from './answer-start.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** A sentence longer than this is not a name or a topic. */
const LONGEST_QUERY = 100;

/** Plain text: a question as people put it, a name or a topic; else what can be asked. */
export async function answerAnything(turn: Turn, text: string): Promise<OutgoingMessage> {
  if (text.trim() === '' || text.length > LONGEST_QUERY) return answerHelp(turn);
  const question = readQuestion(text);
  switch (question.kind) {
    case 'latest':
      return answerLatest(turn, '');
    case 'help':
      return answerHelp(turn);
    case 'quotes':
      return answerQuotes(turn, question.of);
    case 'background':
    case 'words':
      return (await backgroundFor(turn, question.on)) ?? nothingOn(turn, question.on);
  }
}

async function nothingOn(turn: Turn, query: string): Promise<OutgoingMessage> {
  if (query === '') return answerHelp(turn);
  return messageOf([`${turn.say('nothing-on', { query })}\n\n${await readersHelp(turn)}`]);
}
