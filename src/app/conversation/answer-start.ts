import { namesOf } from '../../domain/archive/names-of-article.ts';
import type { ArticleId } from '../../domain/article/article.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { storyView } from './answer-latest.ts';
import { quotesIn } from './answer-quotes.ts';
import { backgroundTo } from './background-of-story.ts';
import { isAdmin, type Turn } from './conversation.ts';
import { messageOf, stacked } from './message.ts';

/** What a deep link opens: `https://t.me/<bot>?start=<payload>`, at most 64 characters of `[A-Za-z0-9_-]`. */
export type DeepLink = { readonly to: 'quotes' | 'background' | 'story'; readonly id: ArticleId };

/** Newest stories among whose speakers an example is looked for. */
const EXAMPLES_FROM = 3;
/** While nobody is quoted yet. */
const NO_EXAMPLE = 'smith';

const LETTERS: Readonly<Record<DeepLink['to'], string>> = { quotes: 'q', background: 'b', story: 'a' };

/** The address that opens the bot at one article. */
export function deepLinkUrl(botUsername: string, link: DeepLink): string {
  return `https://t.me/${botUsername}?start=${LETTERS[link.to]}-${link.id}`;
}

/** `/start`, with or without a deep link: subscribes, and answers what the link asked for. */
export async function answerStart(turn: Turn, payload: string): Promise<OutgoingMessage> {
  const { bot, asker, say } = turn;
  const isNew = await bot.subscribers.add({
    chat: asker.chat,
    since: bot.clock.now(),
    ...(asker.languageTag === undefined ? {} : { language: turn.language }),
  });
  if (payload !== '') return openLink(turn, payload);
  const channel = bot.identity.channelTitle;
  const greeting = isNew ? say('start-welcome', { channel }) : say('start-again', { channel });
  return messageOf(stacked([[greeting], ...forEditors(turn)]), [channelButton(turn)]);
}

async function openLink(turn: Turn, payload: string): Promise<OutgoingMessage> {
  const id = payload.slice(2) as ArticleId;
  const known = payload[1] === '-' && (await turn.bot.archive.get(id)) !== undefined;
  if (known && payload.startsWith('q')) return quotesIn(turn, id, 0);
  if (known && payload.startsWith('b')) return backgroundTo(turn, id);
  if (known && payload.startsWith('a')) return storyView(turn, id);
  return messageOf([turn.say('start-unknown-link')]);
}

/** `/help`: what a reader can ask; an editor sees the desk's commands too. */
export async function answerHelp(turn: Turn): Promise<OutgoingMessage> {
  return messageOf(stacked([[await readersHelp(turn)], ...forEditors(turn)]), [channelButton(turn)]);
}

/** What can be asked, with somebody who is quoted in the newest stories as the example: it is the first thing people try. */
export async function readersHelp({ bot, say }: Turn): Promise<string> {
  const { items } = await bot.archive.latest({ offset: 0, limit: EXAMPLES_FROM });
  const [example] = items
    .flatMap(namesOf)
    .filter(({ kind, quotes }) => kind === 'person' && quotes.length > 0);
  return say('help-reader', { name: example?.name.split(' ').at(-1) ?? NO_EXAMPLE });
}

function forEditors(turn: Turn): readonly RichText[] {
  return isAdmin(turn) ? [[turn.say('help-admin')]] : [];
}

function channelButton({ bot, say }: Turn): readonly Button[] {
  const { channelUrl } = bot.identity;
  return channelUrl === undefined ? [] : [{ text: say('button-channel'), url: channelUrl }];
}

/** `/stop`: no more messages; questions are still answered. */
export async function answerStop(turn: Turn): Promise<OutgoingMessage> {
  const was = await turn.bot.subscribers.remove(turn.asker.chat, 'stopped');
  return messageOf([was ? turn.say('stop-done') : turn.say('stop-already')]);
}
