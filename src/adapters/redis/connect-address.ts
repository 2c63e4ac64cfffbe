/** Where a Redis is, as read from one line of configuration. Holds the password: never log it as a whole. */
export type RedisAddress = {
  readonly kind: 'server' | 'socket' | 'sentinel' | 'cluster';
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly tls: boolean;
  readonly db: number;
  readonly socketPath?: string;
  /** The name under which the sentinels know the master. */
  readonly master?: string;
  readonly username?: string;
  readonly password?: string;
};

/** What is wrong with an address, as a sentence that never carries the address itself: a password may be in it. */
export type UnreadableAddress = { readonly kind: 'unreadable'; readonly problem: string };

/** The forms that REDIS_URL takes, as told to whoever wrote another one. */
export const ADDRESS_FORMS: string =
  'redis://host:6379/0, rediss://user:password@host, unix:///path/to/redis.sock, ' +
  'redis+sentinel://host:26379,host:26379/master or redis+cluster://host:6379,host:6379';

const SCHEME = /^(redis|rediss)(?:\+(sentinel|cluster))?:\/\/(?:(.*)@)?([^/?#@]*)(?:\/([^?#]*))?$/s;

const DEFAULT_PORT = { server: 6379, cluster: 6379, sentinel: 26_379 } as const;

/**
 * Reads `redis://`, `rediss://`, a socket (`unix:///path?db=1` or `/path`), a list of sentinels
 * (`redis+sentinel://h1:26379,h2:26379/mymaster/0`) or of cluster nodes (`redis+cluster://h1:6379,h2:6379`);
 * `rediss+sentinel` and `rediss+cluster` are the same over TLS. User and password stand before an `@`,
 * percent-encoded.
 */
export function readRedisAddress(text: string): RedisAddress | UnreadableAddress {
  const address = text.trim();
  if (address.startsWith('/') || address.startsWith('unix:')) return readSocket(address);
  const match = SCHEME.exec(address);
  if (match === null) return unreadable('is not an address of a Redis');
  const [, scheme, mode, login, hostList = '', path = ''] = match;
  const kind = mode === 'sentinel' || mode === 'cluster' ? mode : 'server';
  const hosts = readHosts(hostList, DEFAULT_PORT[kind]);
  if (hosts === undefined || hosts.length === 0) return unreadable('names no host, or a port that is none');
  if (kind === 'server' && hosts.length > 1)
    return unreadable('names several hosts, but neither as sentinels nor as cluster');
  const credentials = readLogin(login);
  if (credentials === undefined) return unreadable('has a user or password that is not percent-encoded');
  const tail = readPath(kind, path);
  if (tail === undefined) return unreadable(PATH_PROBLEM[kind]);
  return { kind, hosts, tls: scheme === 'rediss', ...tail, ...credentials };
}

const PATH_PROBLEM = {
  server: 'has a database that is not a number',
  cluster: 'names a database, but a cluster has only one',
  sentinel: 'does not name the master that the sentinels watch: /mymaster after the hosts',
} as const;

function unreadable(what: string): UnreadableAddress {
  return { kind: 'unreadable', problem: `The Redis address ${what}: write ${ADDRESS_FORMS}` };
}

function readSocket(address: string): RedisAddress | UnreadableAddress {
  const [path = '', query = ''] = address.replace(/^unix:(\/\/)?/, '').split('?', 2);
  const db = new URLSearchParams(query).get('db') ?? '0';
  if (!path.startsWith('/') || path.length < 2) return unreadable('names no socket');
  if (!/^\d{1,4}$/.test(db)) return unreadable(PATH_PROBLEM.server);
  return { kind: 'socket', hosts: [], tls: false, db: Number(db), socketPath: path };
}

function readHosts(list: string, defaultPort: number): { host: string; port: number }[] | undefined {
  const hosts: { host: string; port: number }[] = [];
  for (const part of list.split(',')) {
    const match = /^(\[[0-9a-f:.]+\]|[^:\s[\]]+)(?::(\d{1,5}))?$/i.exec(part.trim());
    const port = match?.[2] === undefined ? defaultPort : Number(match[2]);
    if (match?.[1] === undefined || port < 1 || port > 65_535) return undefined;
    hosts.push({ host: match[1].replace(/^\[|\]$/g, ''), port });
  }
  return hosts;
}

function readLogin(login: string | undefined): Pick<RedisAddress, 'username' | 'password'> | undefined {
  if (login === undefined || login === '') return {};
  const colon = login.indexOf(':');
  try {
    const username = decodeURIComponent(colon < 0 ? login : login.slice(0, colon));
    const password = colon < 0 ? '' : decodeURIComponent(login.slice(colon + 1));
    return { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
  } catch {
    return undefined; // decodeURIComponent throws on a stray percent sign
  }
}

function readPath(
  kind: 'server' | 'cluster' | 'sentinel',
  path: string,
): Pick<RedisAddress, 'db' | 'master'> | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const master = kind === 'sentinel' ? parts.shift() : undefined;
  const [db = '0', ...more] = parts;
  if (more.length > 0 || !/^\d{1,4}$/.test(db)) return undefined;
  if (kind === 'sentinel' && master === undefined) return undefined;
  if (kind === 'cluster' && db !== '0') return undefined;
  return { db: Number(db), ...(master === undefined ? {} : { master }) };
}
