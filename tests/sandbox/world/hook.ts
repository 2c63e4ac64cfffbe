import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Delivered = { readonly headers: IncomingHttpHeaders; readonly update: Record<string, unknown> };

export type Hook = {
  readonly url: string;
  /** What has come, in order. */
  readonly delivered: readonly Delivered[];
};

/** How a hook answers the nth delivery, counted from 0; it may wait. */
export type Answer = (response: ServerResponse, nth: number) => void;

/** A webhook of a bot on this machine, gone after the test. */
export async function startHook(answer: Answer = (response) => response.end()): Promise<Hook> {
  const delivered: Delivered[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const update = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    delivered.push({ headers: request.headers, update });
    answer(response, delivered.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, delivered };
}
