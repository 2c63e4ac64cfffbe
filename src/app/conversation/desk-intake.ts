import type { IntakeResult, Sent, SentFile } from '../ports/intake.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import type { Turn } from './conversation.ts';
import { queuedView } from './desk-queue.ts';
import { importSources } from './desk-source-lists.ts';
import { messageOf } from './message.ts';

/** A typed text of so many characters is an article and no question. */
const LEAST_TYPED = 300;
/** A forwarded text of so many stands for itself, whatever it links to. */
const LEAST_FORWARDED = 1_000;
/** A shorter one that leads nowhere is no article. */
const LEAST_STORY = 120;

const TELEGRAM = /^https?:\/\/(?:[\w-]+\.)?(?:t\.me|telegram\.(?:me|org|dog))\b/i;

/** What an editor sent, when it is something to take in: a link, a text, a file; undefined for a question. */
export async function takeFromEditor(
  turn: Turn,
  text: string,
  sent: Sent | undefined,
): Promise<readonly OutgoingMessage[] | undefined> {
  if (sent?.file !== undefined) return takeFile(turn, sent.file);
  const words = (sent?.words ?? text).trim();
  const links = (sent?.links ?? []).filter((link) => !TELEGRAM.test(link));
  if (sent?.isForward === true) return takeForward(turn, words, links);
  if (words.length >= LEAST_TYPED) return takeText(turn, words);
  const [link] = links;
  const isMeant = link !== undefined && (words === link || /https?:\/\//i.test(words));
  return isMeant ? told(turn, await turn.bot.intake.address(link)) : undefined;
}

/** A post of a channel most often announces the article to which it links; where that cannot be had, its text has to do. */
async function takeForward(
  turn: Turn,
  words: string,
  [link]: readonly string[],
): Promise<readonly OutgoingMessage[]> {
  if (words.length >= LEAST_FORWARDED) return takeText(turn, words);
  const linked = link === undefined ? undefined : await turn.bot.intake.address(link);
  if (linked?.kind === 'taken') return told(turn, linked);
  if (words.length >= LEAST_TYPED || (linked === undefined && words.length >= LEAST_STORY)) {
    return takeText(turn, words);
  }
  return linked === undefined ? [messageOf([turn.say('intake-nothing')])] : told(turn, linked);
}

async function takeText(turn: Turn, words: string): Promise<readonly OutgoingMessage[]> {
  return told(turn, await turn.bot.intake.text(words));
}

async function takeFile(turn: Turn, file: SentFile): Promise<readonly OutgoingMessage[]> {
  const { intake, sources } = turn.bot;
  const bytes = await intake.download(file);
  if (typeof bytes === 'string') return told(turn, { kind: 'refused', sentence: bytes });
  const listed = sources.readList(bytes);
  if (listed !== undefined) return [await importSources(turn, listed)];
  return told(turn, await intake.file(file, bytes));
}

/** What became of it, and each post that now waits, as it will look. */
async function told(turn: Turn, result: IntakeResult): Promise<readonly OutgoingMessage[]> {
  const { bot, say } = turn;
  if (result.kind === 'refused') return [messageOf([say('intake-refused', { reason: result.sentence })])];
  const { id, title, admission, changes = '' } = result;
  const records = await Promise.all(bot.identity.channels.map((channel) => bot.posts.get(channel, id)));
  const waiting = records.flatMap((record) => (record?.state === 'waiting' ? [record.channel] : []));
  const state = records.find((record) => record !== undefined)?.state ?? 'none';
  const line =
    admission === 'changed'
      ? say('intake-changed', { title, changes, state })
      : say(admission === 'new' ? 'intake-new' : 'intake-known', { title, state });
  const previews = await Promise.all(waiting.map((channel) => queuedView(turn, channel, id)));
  return [messageOf([line]), ...previews];
}
