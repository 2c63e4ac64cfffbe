import type { ServerResponse } from 'node:http';
import type { Core } from '../core.ts';

const HEARTBEAT_MS = 15_000;
/** A listener this far behind is let go; it comes back and reads the world anew. */
const MAX_UNSENT_BYTES = 8 * 1024 * 1024;

/** Server-Sent Events: one JSON a `data:` line, until the listener goes. */
export function streamEvents(core: Core, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  response.write('retry: 500\n\n');
  const unsubscribe = core.events.subscribe((event) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    if (response.writableLength > MAX_UNSENT_BYTES) response.destroy();
  });
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
  response.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
