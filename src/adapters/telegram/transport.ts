import { type Ask, connectTo, type Signal } from './connections.ts';

/** As much of `fetch` as grammY asks for. */
type Transport = (url: string | URL, request: TransportRequest) => Promise<{ json: () => Promise<unknown> }>;

type TransportRequest = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | NodeJS.ReadableStream | null;
  readonly signal?: Signal | null;
};

/** grammY's way over our connections. */
export function createTransport(apiRoot: string, ask: Ask = connectTo(apiRoot)): Transport {
  const { origin } = new URL(apiRoot);
  return async (url, { method = 'GET', headers = {}, body = null, signal }) => {
    const answer = await ask(
      {
        path: pathOf(String(url), origin),
        method: method as 'GET' | 'POST',
        headers: ownHeaders(headers),
        body: body as string | null,
      },
      { signal: signal ?? undefined },
    );
    return { json: async () => JSON.parse(answer.toString('utf8')) as unknown };
  };
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
