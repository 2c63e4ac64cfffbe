import type { IncomingMessage, ServerResponse } from 'node:http';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves all requests that came in one turn of the event loop together, at its end: by then a short body has come too, and
 * need not be waited for.
 */
export function createArrivals(serve: Serve): Serve {
  let arrived: (readonly [IncomingMessage, ServerResponse])[] = [];
  const serveAll = (): void => {
    const all = arrived;
    arrived = [];
    for (const [request, response] of all) serve(request, response);
  };
  return (request, response) => {
    arrived.push([request, response]);
    if (arrived.length === 1) setImmediate(serveAll);
  };
}
