import type { lookup } from 'node:dns';
import type { IncomingHttpHeaders } from 'node:http';
import got, { type Delays, type OptionsInit } from 'got';
import { freshForMs, retryAfterMs } from './again-after.ts';
import { type FetchReading, failureOfStatus } from './fetch-reading.ts';
import type { Agents, Guard } from './guard.ts';

export type FetcherOptions = {
  /** Honest, with a way to reach the operator: `Dateline/1.0 (+https://paper.example/bot)`. */
  readonly userAgent: string;
  /** `host:port` of addresses that the operator named; they may be private. */
  readonly allowHosts?: readonly string[];
  /** Most bytes of one answer, after decompression. Default 8 MiB, of a feed 32 MiB. */
  readonly mostBytes?: number;
  /** Milliseconds for each phase, and for the whole with all redirects (`request`). */
  readonly timeouts?: Delays;
  readonly now?: () => number;
  /** How names become addresses; as the system does, without it. Whatever it answers is looked at by the guard. */
  readonly lookup?: typeof lookup;
  /** Ends every request when it fires, and those that would come after it. */
  readonly signal?: AbortSignal;
};

export type FetchRequest = {
  readonly url: string;
  /** Pages ask robots.txt first; feeds are there to be fetched. */
  readonly kind: 'feed' | 'page' | 'data';
  readonly etag?: string;
  readonly lastModified?: string;
};

export const MEBIBYTE: number = 1024 * 1024;
export const MOST_BYTES: Readonly<Record<FetchRequest['kind'], number>> = {
  feed: 32 * MEBIBYTE,
  page: 8 * MEBIBYTE,
  data: 8 * MEBIBYTE,
};
const MOST_REDIRECTS = 6;

const WHOLE_MS = 45_000;

const TIMEOUTS: Delays = {
  lookup: 5_000,
  connect: 8_000,
  secureConnect: 8_000,
  socket: 15_000,
  send: 5_000,
  response: 20_000,
  request: WHOLE_MS,
};

const ACCEPT: Readonly<Record<FetchRequest['kind'], string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  data: 'application/json, */*;q=0.5',
};

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Uint8Array };

/** Thrown when an answer has more bytes than it may have. */
export class TooLong extends Error {}

async function readAnswer(url: URL, options: OptionsInit, mostBytes: number): Promise<Answer> {
  const stream = got.stream(url, { ...options, isStream: true });
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > mostBytes) throw new TooLong();
      chunks.push(chunk);
    }
  } finally {
    stream.destroy();
  }
  const response = stream.response;
  return {
    status: response?.statusCode ?? 0,
    headers: response?.headers ?? {},
    bytes: Buffer.concat(chunks),
  };
}

export type Following = {
  readonly guard: Guard;
  readonly options: FetcherOptions;
  readonly request: FetchRequest;
};

function headersOf({ options, request }: Following): Record<string, string> {
  return {
    'user-agent': options.userAgent,
    accept: ACCEPT[request.kind],
    'accept-language': '*',
    ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
    ...(request.lastModified === undefined ? {} : { 'if-modified-since': request.lastModified }),
  };
}

function askOnce(following: Following, url: URL, agent: Agents, leftMs: number): Promise<Answer> {
  const { options, request } = following;
  const init: OptionsInit = {
    agent,
    headers: headersOf(following),
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { ...(options.timeouts ?? TIMEOUTS), request: Math.max(leftMs, 1) },
    ...(options.lookup === undefined
      ? {}
      : { dnsLookup: options.lookup as NonNullable<OptionsInit['dnsLookup']> }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  return readAnswer(url, init, options.mostBytes ?? MOST_BYTES[request.kind]);
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Follows redirects by itself, since each address must pass the guard. @throws TooLong, and what got throws. */
export async function follow(following: Following, start: URL): Promise<FetchReading> {
  const { guard, options } = following;
  const untilMs = performance.now() + (options.timeouts?.request ?? WHOLE_MS);
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const agent = guard.agentsFor(url, start);
    if (typeof agent === 'string') return { kind: 'failed', reason: agent, isTemporary: false };
    const answer = await askOnce(following, url, agent, untilMs - performance.now());
    const location = REDIRECTS.has(answer.status) ? answer.headers.location : undefined;
    if (location === undefined) return readingOf(answer, url, options.now?.() ?? Date.now());
    if (!URL.canParse(location, url.href)) {
      return { kind: 'failed', reason: 'redirects to what is no address', isTemporary: false };
    }
    url = new URL(location, url);
  }
  return { kind: 'failed', reason: `redirects more than ${MOST_REDIRECTS} times`, isTemporary: false };
}

function readingOf({ status, headers, bytes }: Answer, url: URL, nowMs: number): FetchReading {
  const retry = retryAfterMs(headers['retry-after'], nowMs);
  const againAfterMs = retry ?? freshForMs(url.href, headers);
  const again = againAfterMs === undefined ? {} : { againAfterMs };
  if (status === 304) return { kind: 'unchanged', ...again };
  if (status < 200 || status >= 300) return failureOfStatus(status, retry);
  const { etag } = headers;
  const lastModified = headers['last-modified'];
  const contentType = headers['content-type'];
  return {
    kind: 'fetched',
    url: url.href,
    bytes,
    ...(contentType === undefined ? {} : { contentType }),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...again,
  };
}
