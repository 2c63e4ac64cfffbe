import { shorten } from '../../domain/post/fit.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { SentFile } from '../ports/intake.ts';
import type { Source } from '../ports/sources.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import type { Action, Turn } from './conversation.ts';
import { exportSources, importFile } from './desk-source-lists.ts';
import { joinedBy, messageOf, stacked } from './message.ts';

/** Sources that one message lists, and how much of a name or a headline it shows, in UTF-16 units. */
const LISTED = 30;
const NAME_LENGTH = 90;

type Verb = 'add' | 'pause' | 'resume' | 'remove';
type Obey = (turn: Turn, which: string) => Promise<OutgoingMessage>;

const VERBS: Readonly<Record<Verb, Obey>> = {
  add: addSource,
  pause: (turn, which) => withSource(turn, which, (source) => setPaused(turn, source, { paused: true })),
  resume: (turn, which) => withSource(turn, which, (source) => setPaused(turn, source, { paused: false })),
  remove: (turn, which) => withSource(turn, which, (source) => removeSource(turn, source)),
};

const isVerb = (word: string): word is Verb => Object.hasOwn(VERBS, word);

/** `/sources`: the list of them, or what an editor wants done about one, or about all. */
export async function answerSources(turn: Turn, args: string, file?: SentFile): Promise<readonly Action[]> {
  const verb = args.trim().split(/\s+/u, 1)[0]?.toLowerCase();
  if (verb === 'export') return exportSources(turn);
  const message = verb === 'import' ? await importFile(turn, file) : await answerOne(turn, args);
  return [{ kind: 'send', chat: turn.asker.chat, message }];
}

async function answerOne(turn: Turn, args: string): Promise<OutgoingMessage> {
  const [word = '', ...rest] = args.trim().split(/\s+/u);
  const verb = word.toLowerCase();
  if (!isVerb(verb)) return listSources(turn);
  const which = rest.join(' ');
  if (which === '') return messageOf([turn.say('sources-ask', { verb })]);
  return VERBS[verb](turn, which);
}

/** In an order that no restart changes, since editors call them by their numbers. */
async function inOrder({ bot }: Turn): Promise<readonly Source[]> {
  const byUrl = (a: Source, b: Source): number => (a.url < b.url ? -1 : Number(a.url > b.url));
  return (await bot.sources.list()).toSorted(byUrl);
}

function nameOf({ title, url }: Source): string {
  return shorten(title ?? url, NAME_LENGTH);
}

async function listSources(turn: Turn): Promise<OutgoingMessage> {
  const { say } = turn;
  const sources = await inOrder(turn);
  const lines = sources.slice(0, LISTED).map(
    (source, at): RichText => [
      say('sources-line', {
        number: at + 1,
        name: nameOf(source),
        state: source.paused ? 'paused' : 'read',
      }),
    ],
  );
  if (sources.length > LISTED) lines.push([say('sources-more', { count: sources.length - LISTED })]);
  const list = lines.length === 0 ? [[say('sources-none')]] : lines;
  return messageOf(
    stacked([[{ bold: say('sources-title') }, '\n', ...joinedBy('\n', list)], [say('sources-how')]]),
  );
}

/** Finds the feed and shows what it brings. It stays paused until the editor has looked and resumes it. */
async function addSource(turn: Turn, address: string): Promise<OutgoingMessage> {
  const { bot, say } = turn;
  const found = await bot.sources.discover(address);
  if (found.kind === 'none') return messageOf([say('sources-not-found', { reason: found.sentence })]);
  const name = nameOf(found.source);
  const known = (await bot.sources.list()).some(({ id }) => id === found.source.id);
  if (known) return messageOf([say('sources-known', { name })]);
  await bot.sources.put({ ...found.source, paused: true });
  const number = (await inOrder(turn)).findIndex(({ id }) => id === found.source.id) + 1;
  const items = found.newest.map(
    ({ title, url, guid }): RichText => [`• ${shorten(title ?? url ?? guid, NAME_LENGTH)}`],
  );
  const shown = items.length === 0 ? [[say('sources-no-items')]] : items;
  return messageOf(stacked([[say('sources-found', { name, number })], joinedBy('\n', shown)]));
}

async function withSource(
  turn: Turn,
  which: string,
  act: (source: Source) => Promise<OutgoingMessage>,
): Promise<OutgoingMessage> {
  const sources = await inOrder(turn);
  const meant = /^\d+$/.test(which)
    ? sources[Number(which) - 1]
    : sources.find(({ id, url }) => id === which || url === which);
  return meant === undefined ? messageOf([turn.say('sources-unknown', { which })]) : act(meant);
}

async function setPaused(
  { bot, say }: Turn,
  source: Source,
  { paused }: { readonly paused: boolean },
): Promise<OutgoingMessage> {
  await bot.sources.put({ ...source, paused });
  return messageOf([say(paused ? 'sources-paused' : 'sources-resumed', { name: nameOf(source) })]);
}

async function removeSource({ bot, say }: Turn, source: Source): Promise<OutgoingMessage> {
  const name = nameOf(source);
  if (source.configured === true) return messageOf([say('sources-configured', { name })]);
  await bot.sources.remove(source.id);
  return messageOf([say('sources-removed', { name })]);
}
