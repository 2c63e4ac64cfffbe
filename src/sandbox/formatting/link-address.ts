/** An address in its parts, as Telegram's servers read it; `query` begins with a slash and holds all that follows the host. */
export type LinkAddress = {
  readonly scheme: 'http' | 'https';
  readonly userInfo: string;
  /** In lower case. */
  readonly host: string;
  readonly isIpv6: boolean;
  /** 0 where the address names none. */
  readonly port: number;
  readonly query: string;
};

type Failure = { readonly error: string };

/** `[http[s]://][user@]host[:port][path]`; anything may stand in the path, white space in it is written in percent. */
export function readLinkAddress(link: string): LinkAddress | Failure {
  const written = /^([^:/?#@[\]]*):\/\//.exec(link);
  const scheme = written === null ? 'http' : (written[1] ?? '').toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') return { error: 'Unsupported URL protocol' };
  const rest = link.slice(written?.[0].length ?? 0);
  const end = rest.search(/[/?#]|$/);
  const place = readPlace(rest.slice(0, end));
  return 'error' in place ? place : { scheme, ...place, query: readQuery(rest.slice(end)) };
}

function readPlace(written: string): Omit<LinkAddress, 'scheme' | 'query'> | Failure {
  const withPort = /^(.+):([^:\]@]*)$/s.exec(written);
  const port = withPort === null ? 0 : readPort(withPort[2] ?? '');
  if (port === undefined) return { error: 'Wrong port number specified in the URL' };
  const place = withPort?.[1] ?? written;
  const at = place.lastIndexOf('@');
  const userInfo = place.slice(0, Math.max(at, 0));
  const host = place.slice(at + 1).toLowerCase();
  const isIpv6 = host.startsWith('[') && host.endsWith(']');
  if (isIpv6 && !/^\[[\da-f:.]*:[\da-f:.]*\]$/.test(host)) {
    return { error: 'Wrong IPv6 address specified in the URL' };
  }
  if (host === '') return { error: 'URL host is empty' };
  if (host === '.') return { error: 'Host is invalid' };
  const wrong =
    (isIpv6 ? undefined : wrongIn(host, 'host')) ?? wrongIn(userInfo.replaceAll(':', ''), 'userinfo');
  return wrong === undefined ? { userInfo, host, isIpv6, port } : { error: wrong };
}

function readPort(digits: string): number | undefined {
  const port = /^\d+$/.test(digits) ? Number(digits) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** What RFC 3986 allows, and every letter beyond ASCII. */
const ALLOWED = /^(?:[\w.\-!$,~*'();&+=]|%[\da-f]{2}|[^\0-\x7f])*$/i;

function wrongIn(part: string, name: string): string | undefined {
  if (ALLOWED.test(part)) return undefined;
  return /%(?![\da-f]{2})/i.test(part)
    ? `Wrong percent-encoded symbol in URL ${name}`
    : `Disallowed character in URL ${name}`;
}

function readQuery(written: string): string {
  const query = written.replace(/[ \t\r\n\0\v]+$/, '');
  const visible = query.replace(
    /[\0-\x20]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return visible.startsWith('/') ? visible : `/${visible}`;
}
