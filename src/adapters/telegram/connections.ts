import { type Dispatcher, Pool } from 'undici';

/** Sends at once, and a poll that is held open beside them. */
const CONNECTIONS = 64;

/** Node's own, or the polyfill's that grammY brings. */
export type Signal = Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>;

/** What ends a call: its caller, or time. */
type GivenUp = { readonly signal?: Signal | undefined; readonly afterMs?: number };

/** The body of an answer, whatever its status. */
export type Ask = (request: Dispatcher.DispatchOptions, givenUp: GivenUp) => Promise<Buffer>;

/**
 * One pool of connections to the server of the Bot API, kept open between calls; it takes undici's events as they come,
 * since a stream for each answer costs a third of a call. Nothing is sent a second time by itself. Failures are undici's,
 * with their code; an address, which would carry the token, is in none of them.
 */
export function connectTo(apiRoot: string): Ask {
  const pool = new Pool(new URL(apiRoot).origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    // The caller ends a call; a long poll is silent for longer than undici would wait.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return (request, givenUp) => answerOf(pool, request, givenUp);
}

function answerOf(
  pool: Pool,
  request: Dispatcher.DispatchOptions,
  { signal, afterMs }: GivenUp,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let isGivenUp = false;
    const chunks: Buffer[] = [];
    const giveUp = (): void => {
      isGivenUp = true;
      const reason = new DOMException('The call was given up', 'AbortError');
      controller?.abort(reason);
      reject(reason);
    };
    const timer = afterMs === undefined ? undefined : setTimeout(giveUp, afterMs);
    signal?.addEventListener('abort', giveUp);
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    pool.dispatch(request, {
      onRequestStart: (started) => {
        controller = started;
        // Given up while it waited for a connection: it must not leave now.
        if (isGivenUp || signal?.aborted) giveUp();
      },
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        end();
        const [first] = chunks;
        resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
      },
      onResponseError: (_, error) => {
        end();
        reject(error);
      },
    });
  });
}
