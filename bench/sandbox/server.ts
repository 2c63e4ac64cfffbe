import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

/**
 * One server in a process of its own: the sandbox (`server.js sandbox`), or the least that answers at all (`server.js floor`).
 * It tells its port, and its memory whenever it is asked.
 */
const isSandbox = process.argv[2] === 'sandbox';
process.send?.({ port: isSandbox ? await sandboxPort() : await floorPort() });
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ residentBytes: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit());

async function sandboxPort(): Promise<number> {
  const { address } = await startSandbox({ port: 0, weather: { flood: false } });
  return Number(new URL(address).port);
}

async function floorPort(): Promise<number> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end('{"ok":true}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
