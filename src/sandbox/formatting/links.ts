import { domainToASCII } from 'node:url';

const SCHEMES = new Set(['http', 'https', 'ton', 'tg', 'tonsite']);

/** The user that a `tg://user?id=` link mentions. */
export function mentionedUser(link: string): number | undefined {
  const match = /^tg:(?:\/\/)?user\/?\?(.*)$/i.exec(link);
  if (match === null) return undefined;
  const id = Number(new URLSearchParams((match[1] ?? '').split('#')[0]).get('id'));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/**
 * A link as Telegram keeps it: with a scheme, the host in lower case, and a slash after it. Undefined where it is not one:
 * no dot in the host, white space, an unknown scheme.
 */
export function checkLink(link: string): string | undefined {
  if (link === '' || /[\s\0]/.test(link)) return undefined;
  const internal = /^(tg|ton|tonsite):(?:\/\/)?(.+)$/i.exec(link);
  if (internal !== null) return internalLink((internal[1] ?? '').toLowerCase(), internal[2] ?? '');
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)(.*)$/is.exec(link);
  if (match === null) return undefined;
  const scheme = (match[1] ?? 'http').toLowerCase();
  if (!SCHEMES.has(scheme)) return undefined;
  const host = checkHost(match[2] ?? '');
  return host === undefined ? undefined : `${scheme}://${host}${withSlash(match[3] ?? '')}`;
}

function internalLink(scheme: string, rest: string): string | undefined {
  const match = /^([a-z0-9_.-]+)(.*)$/is.exec(rest);
  if (match === null) return undefined;
  const name = (match[1] ?? '').toLowerCase();
  if (scheme === 'tonsite' && !name.includes('.')) return undefined;
  return `${scheme}://${name}${match[2] ?? ''}`;
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** `user@host:port` with a dot in the host; the host in lower case. */
function checkHost(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = at < 0 ? '' : authority.slice(0, at + 1);
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]*)(?::(\d+))?$/i.exec(authority.slice(at + 1));
  if (match === null) return undefined;
  const host = (match[1] ?? '').toLowerCase();
  if (!isHost(host)) return undefined;
  const port = match[2] === undefined ? '' : checkPort(Number(match[2]));
  return port === undefined ? undefined : `${user}${host}${port}`;
}

function checkPort(port: number): string | undefined {
  if (port < 1 || port > 65_535) return undefined;
  return port === 80 ? '' : `:${port}`;
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return true;
  const labels = host.split('.');
  const last = labels.at(-1) === '' ? labels.slice(0, -1) : labels;
  if (last.length < 2 || last.some((label) => label === '' || label.length > 63)) return false;
  return /^[\x21-\x7e]+$/.test(host) ? /^[a-z0-9._~%-]+$/.test(host) : domainToASCII(host) !== '';
}

/** A whole number other than zero as the server writes it: no leading zeros, at most 64 bits. */
export function isLong(digits: string): boolean {
  return /^-?[1-9]\d{0,18}$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
}

/** Seconds since 1970 that fit 31 bits. */
export function isUnixTime(digits: string): boolean {
  return /^[1-9]\d{0,9}$/.test(digits) && Number(digits) <= 0x7fffffff;
}

/** A time's format: `r` alone, or at most one of `w`, one of `d D` and one of `t T`, the last of each counts. */
export function checkTimeFormat(format: string): string | undefined {
  if (/^r$/i.test(format)) return 'r';
  if (!/^[wdt]*$/i.test(format)) return undefined;
  const last = (letters: string): string =>
    [...format].filter((letter) => letters.includes(letter)).at(-1) ?? '';
  return last('wW').toLowerCase() + last('dD') + last('tT');
}

/** What a MarkdownV2 `![text](url)` stands for. */
export type InlineObject =
  | { readonly type: 'custom_emoji'; readonly custom_emoji_id: string }
  | { readonly type: 'date_time'; readonly unix_time: number; readonly date_time_format?: string };

/** Reads `tg://emoji?id=` and `tg://time?unix=&format=`; the host may be written in any case, a fragment is left out. */
export function readInlineObject(link: string): InlineObject | { readonly error: string } {
  const match = /^tg:(?:\/\/)?(emoji|time)\/?(?:\?([^#]*))?(?:#.*)?$/is.exec(link);
  const query = new URLSearchParams(match?.[2] ?? '');
  const wrong = { error: 'Invalid tg://emoji or tg://time URL specified' };
  if (match?.[1]?.toLowerCase() === 'emoji') {
    const id = query.get('id') ?? '';
    return isLong(id) ? { type: 'custom_emoji', custom_emoji_id: id } : wrong;
  }
  const unix = query.get('unix') ?? '';
  if (match === null || !isUnixTime(unix)) return wrong;
  const format = checkTimeFormat(query.get('format') ?? '');
  if (format === undefined) return { error: 'Invalid date format used' };
  return { type: 'date_time', unix_time: Number(unix), ...(format && { date_time_format: format }) };
}
