import type { IncomingMessage, ServerResponse } from 'node:http';
import { act } from '../control/act.ts';
import { controlDetect, controlFix, controlParse } from '../control/formatting-control.ts';
import { fieldsOf, numberOf, Problem } from '../control/problem.ts';
import { readWeather } from '../control/read-weather.ts';
import { readMessages, readWorld } from '../control/read-world.ts';
import type { Core } from '../core.ts';
import { streamEvents } from './event-stream.ts';
import { readJson, sendJson } from './read-json.ts';
import { maskedLine } from './record.ts';

export type ControlRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
) => Promise<void>;

type Control = (core: Core, body: unknown) => unknown;

function setWeather(core: Core, body: unknown): unknown {
  const report = core.weather.change(readWeather(body));
  core.events.emit({ type: 'weather', weather: report });
  core.touch();
  return report;
}

const POSTS: Readonly<Record<string, Control>> = {
  '/sandbox/act': act,
  '/sandbox/weather': setWeather,
  '/sandbox/parse': (_, body) => controlParse(body),
  '/sandbox/fix': (_, body) => controlFix(body),
  '/sandbox/detect': (_, body) => controlDetect(body),
  '/sandbox/clock': ({ clock }, body) => {
    const ms = fieldsOf(body, 'The request')['advance_ms'];
    if (ms !== undefined) {
      const step = numberOf(ms, 'advance_ms');
      if (step < 0) throw new Problem('Time does not run backwards: advance_ms must be 0 or more');
      clock.advance(step);
    }
    return { now: clock.now() };
  },
  '/sandbox/transcript/clear': (core) => {
    core.transcript.clear();
    return { cleared: true };
  },
};

const DEFAULT_REQUESTS = 100;

const GETS: Readonly<Record<string, (core: Core, query: URLSearchParams) => unknown>> = {
  '/sandbox/world': readWorld,
  '/sandbox/weather': ({ weather }) => weather.report(),
  '/sandbox/clock': ({ clock }) => ({ now: clock.now() }),
  '/sandbox/requests': ({ transcript }, query) => {
    const limit = query.has('limit') ? numberOf(query.get('limit'), 'limit') : DEFAULT_REQUESTS;
    return { requests: transcript.newest(Math.max(limit, 1)).map(maskedLine) };
  },
  '/sandbox/messages': (core, query) => {
    const number = (name: string): number | undefined =>
      query.has(name) ? numberOf(query.get(name), name) : undefined;
    const before = number('before');
    const limit = number('limit');
    const bot = query.get('bot');
    return readMessages(core, {
      chat: query.get('chat') ?? '',
      ...(before === undefined ? {} : { before }),
      ...(limit === undefined ? {} : { limit }),
      ...(bot === null ? {} : { bot }),
    });
  },
};

/** Answers `/sandbox/…`: what tests and the page do with the world. */
export function createControlRoute(core: Core): ControlRoute {
  return async (request, response, path, query) => {
    try {
      await answer(core, request, response, path, query);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      sendJson(response, 400, { error: error.message });
    }
  };
}

async function answer(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
): Promise<void> {
  const { method } = request;
  if (method === 'GET' && streamed(core, response, path)) return;
  const post = method === 'POST' && Object.hasOwn(POSTS, path) ? POSTS[path] : undefined;
  const get = method === 'GET' && Object.hasOwn(GETS, path) ? GETS[path] : undefined;
  if (post !== undefined) sendJson(response, 200, post(core, await readJson(request)));
  else if (get !== undefined) sendJson(response, 200, get(core, new URLSearchParams(query)));
  else sendJson(response, 404, { error: `There is no ${method} ${path}` });
}

/** The paths that answer with something other than one JSON value. */
function streamed(core: Core, response: ServerResponse, path: string): boolean {
  if (path === '/sandbox/events') {
    streamEvents(core, response);
    return true;
  }
  if (path === '/sandbox/transcript') {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
    for (const line of core.transcript.lines()) response.write(`${line}\n`);
    response.end();
    return true;
  }
  if (!path.startsWith('/sandbox/file/')) return false;
  const file = core.world.files.get(decodeURIComponent(path.slice('/sandbox/file/'.length)));
  if (file === undefined) throw new Problem('There is no such file');
  response.writeHead(200, {
    'Content-Type': file.mimeType,
    'Content-Length': file.bytes.length,
    'Cache-Control': 'max-age=31536000, immutable',
    // A picture that somebody sent must not become a page of the sandbox's own.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(file.bytes);
  return true;
}
