import type { OutgoingMessage } from '../ports/telegram.ts';
import { backgroundFor } from './answer-background.ts';
import { answerHelp, readersHelp } from './answer-start.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** A sentence longer than this is not a name or a topic. */
const LONGEST_QUERY = 100;

/** Plain text: a name or a topic, answered as `/background` would; else what can be asked. */
export async function answerAnything(turn: Turn, text: string): Promise<OutgoingMessage> {
  const query = text.trim().replace(/[?!.]+$/, '');
  if (query === '' || query.length > LONGEST_QUERY) return answerHelp(turn);
  const found = await backgroundFor(turn, query);
  return found ?? messageOf([`${turn.say('nothing-on', { query })}\n\n${await readersHelp(turn)}`]);
}
