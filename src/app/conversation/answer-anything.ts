import type { OutgoingMessage } from '../ports/telegram.ts';
import { backgroundOf, backgroundOn } from './answer-background.ts';
import { answerHelp } from './answer-start.ts';
import type { Turn } from './conversation.ts';
import { messageOf } from './message.ts';
import { chooseName, nameButtons } from './names.ts';

/** A sentence longer than this is not a name or a topic. */
const LONGEST_QUERY = 100;

/** Plain text: a name or a topic, answered as `/background` would; else what can be asked. */
export async function answerAnything(turn: Turn, text: string): Promise<OutgoingMessage> {
  const query = text.trim().replace(/[?!.]+$/, '');
  if (query === '' || query.length > LONGEST_QUERY) return answerHelp(turn);
  const choice = await chooseName(turn, query);
  if (choice.kind === 'one') return backgroundOf(turn, choice.name.key);
  if (choice.kind === 'several') {
    return messageOf([turn.say('names-which', { query })], nameButtons(choice.names, ofName));
  }
  const onTopic = await backgroundOn(turn, query);
  if (onTopic !== undefined) return onTopic;
  if (choice.kind === 'near') {
    return messageOf([turn.say('names-near', { query })], nameButtons(choice.names, ofName));
  }
  return messageOf([`${turn.say('nothing-on', { query })}\n\n${turn.say('help-reader')}`]);
}

function ofName(key: string): { kind: 'background of'; key: string } {
  return { kind: 'background of', key };
}
