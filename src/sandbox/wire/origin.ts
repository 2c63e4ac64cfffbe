import type { IncomingMessage } from 'node:http';

const LOOPBACK_HOST = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Refuses what a page from elsewhere could make a browser send: a name that was pointed at this machine, or a script of
 * another site. Programs send no `Origin`.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (host !== undefined && !LOOPBACK_HOST.test(host)) return false;
  return origin === undefined || LOOPBACK_HOST.test(origin.replace(/^https?:\/\//, ''));
}
