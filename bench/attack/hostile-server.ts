import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What an enemy of the bot serves: a feed, and the page to which each of its items leads. */
type Hostility = {
  readonly feed: (home: string) => string | Buffer;
  readonly page: (response: ServerResponse) => void;
};

export type HostileServers = {
  readonly feeds: readonly string[];
  /** Until then no feed is answered. */
  readonly begin: () => void;
  /** How many hostile answers were asked for, and how many of them are pages. */
  readonly asked: () => { readonly feeds: number; readonly pages: number };
  readonly close: () => Promise<void>;
};

const MEBIBYTE = 1024 * 1024;
const ITEMS = 400;
const MONSTER_ITEMS = 50_000;

const item = (home: string, number: number): string =>
  `<item><title>Pier ${number}</title><link>${home}/page/${number}</link><guid>${number}</guid><description>The council of Port Vessin voted to close pier ${number}.</description></item>`;

function feedOf(home: string, count = ITEMS): string {
  const items = Array.from({ length: count }, (_, number) => item(home, number));
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Pier News</title>${items.join('')}</channel></rss>`;
}

const html = (body: string): string =>
  `<!doctype html><html><head><title>Pier</title></head><body>${body}</body></html>`;

/** Spaces without end, as kilobytes. */
function bomb(): Buffer {
  return gzipSync(Buffer.alloc(256 * MEBIBYTE, ' '));
}

/** Ten entities of ten entities, nine deep: a thousand million words. */
function entityBomb(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "pier">${levels.join('')}]><rss version="2.0"><channel><title>&l9;</title><item><title>&l9;</title><link>https://pier.example/1</link></item></channel></rss>`;
}

const send =
  (body: string): Hostility['page'] =>
  (response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(body);

function drip(response: ServerResponse): void {
  response.setHeader('content-type', 'text/html');
  const timer = setInterval(() => response.write('<'), 1_000);
  response.on('close', () => clearInterval(timer));
}

function hostilities(): readonly Hostility[] {
  const zipped = bomb();
  const long = `The council of Port Vessin voted to close pier 7, Ada Lund said. `;
  const pages: readonly Hostility['page'][] = [
    send(html('<div>'.repeat(200_000))),
    // Within what browsers close, so that it gets past the first look.
    send(html(`${'<div>'.repeat(2_500)}${long.repeat(100)}`.repeat(8))),
    send(html(`<p>${long.repeat((10 * MEBIBYTE) / long.length)}</p>`)),
    send(html(`<article><p>${long.repeat((0.24 * MEBIBYTE) / long.length)}</p></article>`)),
    send(html(`<article>${`<p>${long}</p>`.repeat((0.24 * MEBIBYTE) / long.length)}</article>`)),
    (response) => response.setHeader('content-encoding', 'gzip').end(zipped),
    drip,
  ];
  const small = send(html(`<article>${`<p>${long}</p>`.repeat(10)}</article>`));
  return [
    ...pages.map((page) => ({ feed: (home: string) => feedOf(home), page })),
    { feed: entityBomb, page: small },
    { feed: (home) => feedOf(home, MONSTER_ITEMS), page: small },
  ];
}

/** Each hostility on a port of its own, so that none waits for another. */
export async function serveHostility(): Promise<HostileServers> {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const asked = { feeds: 0, pages: 0 };
  const serve = async ({
    feed,
    page,
  }: Hostility): Promise<{ readonly server: Server; readonly url: string }> => {
    const server = createServer(async (request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      if (request.url !== '/feed') {
        asked.pages += 1;
        return page(response);
      }
      await begun;
      asked.feeds += 1;
      response.setHeader('content-type', 'application/rss+xml').end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = Object(server.address()) as AddressInfo;
    const home = `http://127.0.0.1:${port}`;
    const body = feed(home);
    return { server, url: `${home}/feed` };
  };
  const served = await Promise.all(hostilities().map(serve));
  return {
    feeds: served.map(({ url }) => url),
    begin,
    asked: () => ({ ...asked }),
    close: async () => {
      for (const { server } of served) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
