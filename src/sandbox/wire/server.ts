import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { findBot, NOT_FOUND, readApiPath } from './api-path.ts';
import { createApiRoute } from './api-route.ts';
import { createArrivals } from './arrivals.ts';
import { createControlRoute } from './control-route.ts';
import { isFromThisMachine } from './origin.ts';
import { sendPageFile } from './page-files.ts';
import { sendAnswer } from './send-answer.ts';

/** Another handler, tried first; true when it has taken the request. */
export type Mount = (request: IncomingMessage, response: ServerResponse) => boolean;

export type ServerParts = { readonly mounts: readonly Mount[]; readonly pageDir: string | undefined };

/** The HTTP server: the Bot API, its files, the control interface and the page. */
export function createSandboxServer(core: Core, { mounts, pageDir }: ServerParts): Server {
  const api = createApiRoute(core);
  const control = createControlRoute(core);

  const page = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const isSent =
      pageDir !== undefined && wantsPage(request, path) && (await sendPageFile(response, pageDir, path));
    if (!isSent) sendAnswer(response, NOT_FOUND);
  };

  const route = (request: IncomingMessage, response: ServerResponse): Promise<void> | undefined => {
    const [path = '/', query = ''] = splitAt(request.url ?? '/', '?');
    const target = path.startsWith('/bot') ? readApiPath(path) : undefined;
    if (target !== undefined) return api(request, response, target, query);
    if (path.startsWith('/file/bot')) return sendFile(core, response, path);
    if (path.startsWith('/sandbox/')) return control(request, response, path, query);
    return page(request, response, path);
  };

  const arrive = createArrivals((request, response) => {
    try {
      route(request, response)?.catch((error: unknown) => fail(response, error));
    } catch (error) {
      fail(response, error);
    }
  });

  // Connections stay open as long as the caller wants: a timer for each answer would cost more than some calls.
  return createServer({ keepAliveTimeout: 0 }, (request, response) => {
    if (!isFromThisMachine(request)) {
      response
        .writeHead(403, { 'Content-Type': 'text/plain' })
        .end('The sandbox answers this machine only.\n');
      return;
    }
    if (mounts.some((mount) => mount(request, response))) return;
    arrive(request, response);
  });
}

function splitAt(text: string, mark: string): [string, string] {
  const position = text.indexOf(mark);
  return position < 0 ? [text, ''] : [text.slice(0, position), text.slice(position + 1)];
}

/** Browsers get the page at `/`; programs get what Telegram's server has there, which is nothing. */
function wantsPage(request: IncomingMessage, path: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return path !== '/' || (request.headers.accept ?? '').includes('text/html');
}

async function sendFile(core: Core, response: ServerResponse, path: string): Promise<void> {
  const match = /^\/file\/bot([^/]+)\/(?:test\/)?(.+)$/.exec(path);
  const token = decodeURIComponent(match?.[1] ?? '');
  const bot = findBot(core.world, token);
  if ('ok' in bot) {
    sendAnswer(response, bot);
    return;
  }
  const wanted = decodeURIComponent(match?.[2] ?? '');
  const file = [...core.world.files.values()].find((stored) => stored.path === wanted);
  if (file === undefined) {
    sendAnswer(response, NOT_FOUND);
    return;
  }
  response.writeHead(200, { 'Content-Type': file.mimeType, 'Content-Length': file.bytes.length });
  response.end(file.bytes);
}

function fail(response: ServerResponse, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  if (response.headersSent) response.destroy();
  else {
    sendAnswer(response, { ok: false, code: 500, description: `Internal Server Error: ${reason}` });
  }
}
