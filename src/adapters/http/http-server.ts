import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Log } from '../../app/ports/clock.ts';

/** Telegram's updates are a few kilobytes; nothing larger is read. */
const LARGEST_BODY = 1024 * 1024;

export type HttpParts = {
  readonly port: number;
  /** Of the webhook: `/telegram/<path>` with the secret that Telegram sends in its header; absent when polling. */
  readonly webhook?: { readonly path: string; readonly secret: string };
  /** Keeps an update; the request is answered 200 only after that. */
  readonly keep: (update: unknown) => Promise<void>;
  /** What is not reachable, a sentence each; empty when all is. */
  readonly notReady: () => Promise<readonly string[]>;
  readonly registry: Registry;
  readonly log: Log;
};

export type HttpServer = { readonly port: number; readonly close: () => Promise<void> };

/** Serves the webhook, `/healthz`, `/readyz` and `/metrics`. @throws when the port is taken. */
export async function startHttpServer(parts: HttpParts): Promise<HttpServer> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      parts.log.error({ err: error }, 'A request could not be answered');
      reply(response, 500, 'something went wrong\n');
    });
  });
  await listening(server, parts.port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : parts.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new Error(`The port ${port} cannot be used (${error.code}): set PORT to another one`, {
          cause: error,
        }),
      );
    });
    server.listen(port, () => resolve());
  });
}

async function handle(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/healthz') return reply(response, 200, 'alive\n');
  if (path === '/readyz') return readiness(parts, response);
  if (path === '/metrics') {
    response.setHeader('content-type', parts.registry.contentType);
    return reply(response, 200, await parts.registry.metrics());
  }
  if (parts.webhook !== undefined && path === parts.webhook.path) return webhook(parts, request, response);
  return reply(response, 404, 'nothing here\n');
}

async function readiness({ notReady }: HttpParts, response: ServerResponse): Promise<void> {
  const missing = await notReady();
  if (missing.length === 0) reply(response, 200, 'ready\n');
  else reply(response, 503, `${missing.join('\n')}\n`);
}

async function webhook(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given = request.headers['x-telegram-bot-api-secret-token'];
  if (request.method !== 'POST' || !isSame(given, parts.webhook?.secret)) return reply(response, 401, 'no\n');
  const body = await readBody(request);
  if (body === undefined) return reply(response, 413, 'too large\n');
  let update: unknown;
  try {
    update = JSON.parse(body);
  } catch {
    return reply(response, 400, 'not JSON\n');
  }
  await parts.keep(update);
  reply(response, 200, '');
}

function isSame(given: unknown, secret: string | undefined): boolean {
  if (typeof given !== 'string' || secret === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: string): void {
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.writeHead(status).end(body);
}
