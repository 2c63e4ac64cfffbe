import { findBankCards } from './detect-bank-card.ts';
import { findBotCommands, findCashtags, findHashtags, findMentions } from './detect-tags.ts';
import { findUrls } from './detect-url.ts';
import { compareEntities, type Entity, type EntityType, endOf } from './entity.ts';

/** Where something was found: UTF-16 offsets, the end is the first after it. */
export type Found = { readonly begin: number; readonly end: number };

/** One search per kind; none is begun where the one character that each needs is missing. */
const SEARCHES: readonly {
  readonly needs: string;
  readonly find: (text: string) => readonly (Found & { readonly type: EntityType })[];
}[] = [
  { needs: '@', find: (text) => typed('mention', findMentions(text)) },
  { needs: '/', find: (text) => typed('bot_command', findBotCommands(text)) },
  { needs: '#', find: (text) => typed('hashtag', findHashtags(text)) },
  { needs: '$', find: (text) => typed('cashtag', findCashtags(text)) },
  { needs: '', find: (text) => typed('bank_card', findBankCards(text)) },
  { needs: '.', find: findUrls },
  { needs: '://', find: findInternalUrls },
];

function typed(type: EntityType, found: readonly Found[]): (Found & { readonly type: EntityType })[] {
  return found.map((span) => ({ ...span, type }));
}

const INTERNAL_URL =
  /(?:tg|ton|tonsite):\/\/[a-z0-9_-]{1,253}(?:[/?#][^\s\u2000-\u200b\u200e\u200f\u2016-\u206f<>«»"]*)?/giu;
const LOOSE_END = /[.:;,('?!`]+$/;

/** `tg://resolve?domain=…` and its kin. */
function findInternalUrls(text: string): (Found & { readonly type: EntityType })[] {
  return [...text.matchAll(INTERNAL_URL)].map((match) => {
    const [address] = match;
    const path = address.search(/[/?#](?![/])/);
    const isPath = path > address.indexOf('://') + 2;
    const head = isPath ? address.slice(0, path + 1) : address;
    const tail = isPath ? address.slice(path + 1).replace(LOOSE_END, '') : '';
    const kept = tail === '' && /[?#]$/.test(head) ? head.slice(0, -1) : head + tail;
    return { type: 'url', begin: match.index, end: match.index + kept.length };
  });
}

/** What Telegram finds by itself in a plain text; where two overlap, the first wins. */
export function detectEntities(text: string): Entity[] {
  const found: (Found & { readonly type: EntityType })[] = [];
  for (const { needs, find } of SEARCHES) if (text.includes(needs)) found.push(...find(text));
  if (found.length === 0) return [];
  const entities = found
    .map(({ type, begin, end }): Entity => ({ type, offset: begin, length: end - begin }))
    .sort(compareEntities);
  let end = 0;
  return entities.filter((entity) => {
    if (entity.offset < end) return false;
    end = endOf(entity);
    return true;
  });
}

const KINDS: Partial<Record<EntityType, (text: string) => readonly Found[]>> = {
  mention: findMentions,
  hashtag: findHashtags,
  cashtag: findCashtags,
  bot_command: findBotCommands,
  bank_card: findBankCards,
  url: (text) => findUrls(text).filter(({ type }) => type === 'url'),
  email: (text) => findUrls(text).filter(({ type }) => type === 'email'),
};

export const DETECTED_KINDS: readonly string[] = Object.keys(KINDS);

/** The strings of one kind, also where another kind overlaps them; undefined for a kind that is not looked for. */
export function findKind(kind: string, text: string): string[] | undefined {
  const find = Object.hasOwn(KINDS, kind) ? KINDS[kind as EntityType] : undefined;
  return find?.(text).map(({ begin, end }) => text.slice(begin, end));
}
