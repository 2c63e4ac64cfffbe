import { readLinkAddress } from './link-address.ts';

/** Ids of users have at most forty bits. */
const MAX_USER_ID = 2 ** 40 - 1;

/** The user that a `tg://user?id=` link mentions. */
export function mentionedUser(link: string): number | undefined {
  const match = /^tg:(?:\/\/)?user\/?\?([^#]*)/i.exec(link);
  const first = match?.[1]?.split('&').find((parameter) => /^id(=|$)/i.test(parameter));
  const digits = first?.slice(3) ?? '';
  const id = /^[1-9]\d{0,12}$/.test(digits) ? Number(digits) : 0;
  return id >= 1 && id <= MAX_USER_ID ? id : undefined;
}

type CheckedLink = { readonly url: string } | { readonly error: string };

/**
 * A link as Telegram keeps it: with a scheme, the host in lower case, and a slash after it; or why it is none. Links into
 * the app itself need no dot in their host.
 */
export function readLink(link: string): CheckedLink {
  const internal = /^(tg|ton|tonsite):(?:\/\/)?(.*)$/is.exec(link);
  if (internal !== null) return readInternal((internal[1] ?? '').toLowerCase(), internal[2] ?? '');
  const address = readLinkAddress(link);
  if ('error' in address) return address;
  const { scheme, userInfo, host, isIpv6, port, query } = address;
  if (!host.includes('.') && !isIpv6) return { error: 'Wrong HTTP URL' };
  const user = userInfo === '' ? '' : `${userInfo}@`;
  return { url: `${scheme}://${user}${host}${port === 0 ? '' : `:${port}`}${query}` };
}

function readInternal(scheme: string, rest: string): CheckedLink {
  const address = readLinkAddress(rest);
  if ('error' in address) return address;
  const { userInfo, host, isIpv6, port, query } = address;
  if (/^https?:\/\//i.test(rest) || userInfo !== '' || port !== 0 || isIpv6) {
    return { error: scheme === 'tg' ? 'Wrong tg URL' : 'Wrong ton URL' };
  }
  const allowed = scheme === 'tonsite' ? /^[a-z0-9_.-]*$/ : /^[a-z0-9_-]*$/;
  if (!allowed.test(host)) return { error: 'Unallowed characters in URL host' };
  return { url: `${scheme}://${host}${query.replace(/^\/\?/, '?')}` };
}

/** Undefined where the link is none, for texts that are shown without it then. */
export function checkLink(link: string): string | undefined {
  const checked = readLink(link);
  return 'url' in checked ? checked.url : undefined;
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
