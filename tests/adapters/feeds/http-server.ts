import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export type TestServer = {
  readonly url: string;
  /** `host:port`, as it is named in the configuration. */
  readonly host: string;
  /** The requests so far, `METHOD /path`, in order. */
  readonly requests: readonly IncomingMessage[];
};

/** A real server on a free port that ends with the test. */
export async function serve(answer: Answering): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  const host = `127.0.0.1:${address.port}`;
  return { url: `http://${host}`, host, requests };
}
