import { type Dispatcher, Pool } from 'undici';

/** Sends at once, and a poll that is held open beside them. */
const CONNECTIONS = 64;

/** As much of `fetch` as grammY asks for. */
type Transport = (url: string | URL, request: TransportRequest) => Promise<{ json: () => Promise<unknown> }>;

type TransportRequest = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | NodeJS.ReadableStream | null;
  readonly signal?: Signal | null;
};

/** Node's own, or the polyfill's that grammY brings. */
type Signal = Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>;

/**
 * One pool of connections to the server of the Bot API, kept open between calls; it takes undici's events as they come,
 * since a stream for each answer costs a third of a call. Nothing is sent a second time by itself. Failures are undici's,
 * with their code; an address, which would carry the token, is in none of them.
 */
export function createTransport(apiRoot: string): Transport {
  const { origin } = new URL(apiRoot);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    // The caller's signal ends a call; a long poll is silent for longer than undici would wait.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return async (url, { method = 'GET', headers = {}, body = null, signal }) => {
    const answer = await answerOf(
      pool,
      {
        path: pathOf(String(url), origin),
        method: method as 'GET' | 'POST',
        headers: ownHeaders(headers),
        body: body as string | null,
      },
      signal ?? undefined,
    );
    return { json: async () => JSON.parse(answer) as unknown };
  };
}

function answerOf(
  pool: Pool,
  request: Dispatcher.DispatchOptions,
  signal: Signal | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    const chunks: Buffer[] = [];
    const abort = (): void => {
      const reason = new DOMException('The call was given up', 'AbortError');
      controller?.abort(reason);
      reject(reason);
    };
    const end = (): void => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    pool.dispatch(request, {
      onRequestStart: (started) => {
        controller = started;
        // Given up while it waited for a connection: it must not leave now.
        if (signal?.aborted) abort();
      },
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        end();
        resolve(Buffer.concat(chunks).toString('utf8'));
      },
      onResponseError: (_, error) => {
        end();
        reject(error);
      },
    });
  });
}

function pathOf(url: string, origin: string): string {
  if (url.startsWith(`${origin}/`)) return url.slice(origin.length);
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** undici speaks of the connection itself, and refuses to be told. */
function ownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name in headers) {
    if (name.toLowerCase() !== 'connection') own[name] = headers[name] ?? '';
  }
  return own;
}
