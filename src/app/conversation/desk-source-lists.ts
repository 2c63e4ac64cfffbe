import type { SentFile } from '../ports/intake.ts';
import type { Source } from '../ports/sources.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import type { Action, Turn } from './conversation.ts';
import { messageOf } from './message.ts';

/** `/sources export`: all sources in a file for another program, or for this one after a move. */
export async function exportSources({ bot, asker: { chat }, say }: Turn): Promise<readonly Action[]> {
  const sources = await bot.sources.list();
  if (sources.length === 0) return [{ kind: 'send', chat, message: messageOf([say('sources-none')]) }];
  const caption = say('sources-exported', { count: sources.length });
  const content = bot.sources.writeList(sources);
  return [{ kind: 'send file', chat, file: { name: 'sources.opml', content, caption } }];
}

/** `/sources import`, as an answer to a file or as a question how. */
export async function importFile(turn: Turn, file: SentFile | undefined): Promise<OutgoingMessage> {
  const { bot, say } = turn;
  if (file === undefined) return messageOf([say('sources-import-how')]);
  const bytes = await bot.intake.download(file);
  if (typeof bytes === 'string') return messageOf([say('sources-not-found', { reason: bytes })]);
  const listed = bot.sources.readList(bytes);
  return listed === undefined
    ? messageOf([say('sources-import-none', { file: file.name })])
    : importSources(turn, listed);
}

/** Adds those of a list that are not there yet. Each starts silent: its backlog is archive and not news. */
export async function importSources({ bot, say }: Turn, listed: readonly Source[]): Promise<OutgoingMessage> {
  if (listed.length === 0) return messageOf([say('sources-import-empty')]);
  const known = new Set((await bot.sources.list()).map(({ id }) => id));
  const fresh = listed.filter(({ id }) => !known.has(id));
  for (const source of fresh) await bot.sources.put(source);
  return messageOf([say('sources-imported', { count: fresh.length, known: listed.length - fresh.length })]);
}
