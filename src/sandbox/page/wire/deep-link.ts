import type { World } from './world.ts';

export type Destination =
  | { kind: 'start'; payload: string }
  | { kind: 'bot' }
  | { kind: 'chat'; chat: number; messageId?: number }
  | { kind: 'web'; url: string }
  | { kind: 'nowhere' };

type TelegramPath = { name: string; messageId?: number; start: string | null };

const TELEGRAM_HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog']);

/** A link's address as `t.me/<name>[/<message>]?start=`, whichever of its spellings it came in. */
function telegramPath(url: URL): TelegramPath | undefined {
  if (url.protocol === 'tg:' && url.host === 'resolve') {
    return { name: url.searchParams.get('domain') ?? '', start: url.searchParams.get('start') };
  }
  if (!TELEGRAM_HOSTS.has(url.host)) return undefined;
  const [name = '', second] = url.pathname.split('/').filter((part) => part !== '');
  const messageId = second !== undefined && /^\d+$/.test(second) ? Number(second) : undefined;
  return { name, start: url.searchParams.get('start'), ...(messageId === undefined ? {} : { messageId }) };
}

function parse(address: string): URL | undefined {
  if (URL.canParse(address)) return new URL(address);
  if (address.includes('://')) return undefined;
  return URL.canParse(`http://${address}`) ? new URL(`http://${address}`) : undefined;
}

/** The bot or chat of this world that an address names, if it does. */
function inside(path: TelegramPath, world: Pick<World, 'bots' | 'chats'>): Destination | undefined {
  const isNamed = (named: { username?: string }): boolean =>
    named.username?.toLowerCase() === path.name.toLowerCase();
  if (world.bots.some(isNamed)) {
    return path.start === null ? { kind: 'bot' } : { kind: 'start', payload: path.start };
  }
  const chat = world.chats.find(isNamed);
  if (chat === undefined) return undefined;
  return path.messageId === undefined
    ? { kind: 'chat', chat: chat.id }
    : { kind: 'chat', chat: chat.id, messageId: path.messageId };
}

const OUTWARD = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Where a link leads: into this small Telegram when its bot or chat is here, else out to the web. */
export function destinationOf(address: string, world: Pick<World, 'bots' | 'chats'>): Destination {
  const url = parse(address);
  if (url === undefined) return { kind: 'nowhere' };
  const path = telegramPath(url);
  const found = path === undefined ? undefined : inside(path, world);
  return found ?? (OUTWARD.has(url.protocol) ? { kind: 'web', url: url.href } : { kind: 'nowhere' });
}
