import { once } from 'node:events';
import { createServer } from 'node:net';

/** The highest that there is. */
const LAST = 65_535;

/** A port on which nobody listens now. With `room` so many above it exist too, for a server that takes a second one there. */
export async function freePort({ room = 0 }: { readonly room?: number } = {}): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port + room > LAST ? freePort({ room }) : address.port;
}
