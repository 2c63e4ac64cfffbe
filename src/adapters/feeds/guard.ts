import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** The agents through which a request may go. */
export type Agents = { readonly http: HttpAgent; readonly https: HttpsAgent };

export type Guard = {
  /** The agents for a request that began at `start` and is now at `url`; a sentence when it may not be made at all. */
  readonly agentsFor: (url: URL, start: URL) => Agents | string;
  readonly close: () => void;
};

/** `host:port` of an address, the port written out. */
export function hostAndPort(url: URL): string {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return `${url.hostname.toLowerCase()}:${port}`;
}

const SOCKETS = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, timeout: 30_000 } as const;

/**
 * Lets no address inside the operator's network be reached: the filtering agents look at the very address that a
 * connection is made to, so that neither a number's writing, a name, a redirect nor a name that changes between check
 * and use gets round them. Hosts that the operator named (`host:port`) are open to requests that began at one of them.
 */
export function createGuard(allowHosts: readonly string[]): Guard {
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  const filtered: Agents = {
    http: new RequestFilteringHttpAgent(SOCKETS),
    https: new RequestFilteringHttpsAgent(SOCKETS),
  };
  const open: Agents = { http: new HttpAgent(SOCKETS), https: new HttpsAgent(SOCKETS) };
  const isOpen = (url: URL): boolean => allowed.has(hostAndPort(url));
  return {
    agentsFor: (url, start) => {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return 'only http and https addresses are fetched';
      return isOpen(url) && isOpen(start) ? open : filtered;
    },
    close: () => {
      for (const agent of [filtered.http, filtered.https, open.http, open.https]) agent.destroy();
    },
  };
}
