import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedOf, type Outage, type Outlet, outageAt, pageOf } from './outlet.ts';
import { chanceFrom } from './stories.ts';

export type OutletServer = {
  /** The host and port of an outlet, each a loopback address of its own. */
  readonly hostOf: (number: number) => string;
  readonly feedRequests: () => number;
  readonly close: () => Promise<void>;
};

const FIRST = 2;
const IN_A_ROW = 200;

function addressOf(number: number): string {
  return `127.0.${1 + Math.floor(number / IN_A_ROW)}.${FIRST + (number % IN_A_ROW)}`;
}

function numberOf(address: string): number {
  const [, , row = '1', place = '2'] = address.replace('::ffff:', '').split('.');
  return (Number(row) - 1) * IN_A_ROW + Number(place) - FIRST;
}

function fail(kind: Outage['kind'], response: ServerResponse): void {
  switch (kind) {
    case 'status':
      response.writeHead(503).end();
      break;
    case 'login page':
      response.setHeader('content-type', 'text/html').end('<!doctype html><html><body>Log in</body></html>');
      break;
    case 'reset':
      response.destroy();
      break;
    case 'nothing':
      response.end();
      break;
  }
}

function answer(request: IncomingMessage, response: ServerResponse, body: string, type: string): void {
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { etag, 'content-type': type }).end(body);
}

/** All outlets on one port of many addresses; `now` says which minute of the day it is. */
export async function serveOutlets(
  outlets: readonly Outlet[],
  now: () => { readonly minute: number; readonly nowMs: number },
): Promise<OutletServer> {
  const chance = chanceFrom(7);
  let feedRequests = 0;
  const answerFeed = (
    outlet: Outlet,
    home: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): void => {
    feedRequests += 1;
    const body = feedOf(outlet, home, now(), chance);
    answer(request, response, body, 'application/rss+xml');
  };
  const server = createServer((request, response) => {
    const outlet = outlets[numberOf(request.socket.localAddress ?? '')];
    const outage = outlet === undefined ? undefined : outageAt(outlet, now().minute);
    if (outlet === undefined) return void response.writeHead(404).end();
    if (outage !== undefined) return fail(outage.kind, response);
    if (request.url === '/feed')
      return answerFeed(outlet, `http://${request.headers.host}`, request, response);
    const item = outlet.items.find(({ path }) => path === request.url);
    if (item === undefined) return void response.writeHead(404).end();
    answer(request, response, pageOf(item), 'text/html; charset=utf-8');
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    hostOf: (number) => `${addressOf(number)}:${port}`,
    feedRequests: () => feedRequests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
