import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import type { Messages, Say } from '../../app/ports/messages.ts';

const FOR_READERS = ['latest', 'quotes', 'background', 'follow', 'help', 'stop'] as const;
const FOR_EDITORS = [
  'queue',
  'breaking',
  'correct',
  'retract',
  'broadcast',
  'broadcasts',
  'sources',
  'status',
  'why',
] as const;

/** Puts the commands into Telegram's menu: for readers in each language, for editors with the desk's own. */
export async function registerCommands(
  api: Api,
  messages: Messages,
  admins: readonly number[],
): Promise<void> {
  await api.setMyCommands(commandsIn(messages.in('en'), FOR_READERS));
  for (const language of messages.languages) {
    const options = { language_code: language as LanguageCode };
    await api.setMyCommands(commandsIn(messages.in(language), FOR_READERS), options);
  }
  for (const admin of admins) {
    const commands = commandsIn(messages.in('en'), [...FOR_READERS, ...FOR_EDITORS]);
    // An admin who has not started the bot has no chat yet: the menu comes with the next start.
    await api.setMyCommands(commands, { scope: { type: 'chat', chat_id: admin } }).catch(() => undefined);
  }
}

type Command = (typeof FOR_READERS)[number] | (typeof FOR_EDITORS)[number];

function commandsIn(say: Say, commands: readonly Command[]): { command: string; description: string }[] {
  return commands.map((command) => ({ command, description: say(`command-${command}`) }));
}
