import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputFile } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import { createBotApi } from '../../../src/adapters/telegram/bot-api.ts';
import { createTransport } from '../../../src/adapters/telegram/transport.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the way to the Bot API', () => {
  it('brings an answer that comes in pieces, whole', async () => {
    const root = await serve((_, response) => {
      response.write('{"ok":true,"result":{"first_name":"Sm\xc3', 'latin1');
      setImmediate(() => response.end('\xa5"}}', 'latin1'));
    });
    const answer = await createTransport(root)(`${root}/botx/getMe`, {});
    expect(await answer.json()).toEqual({ ok: true, result: { first_name: 'Små' } });
  });

  it('finds a server below a path', async () => {
    const paths: (string | undefined)[] = [];
    const root = await serve((request, response) => {
      paths.push(request.url);
      response.end('{"ok":true,"result":true}');
    });
    await createBotApi('1:a', `${root}/local/`).getMe();
    expect(paths).toEqual(['/local/bot1:a/getMe']);
  });

  it('brings a file that is sent along', async () => {
    const bodies: string[] = [];
    const root = await serve((request, response) => {
      request.on('data', (chunk) => bodies.push(String(chunk)));
      request.on('end', () => response.end('{"ok":true,"result":{"message_id":1}}'));
    });
    await createBotApi('1:a', root).sendDocument(
      7,
      new InputFile(Buffer.from('a list of names'), 'names.txt'),
    );
    expect(bodies.join('')).toContain('a list of names');
  });

  it('ends a call that hangs when its caller gives it up', async () => {
    const given = new AbortController();
    const root = await serve(() => given.abort());
    const call = createTransport(root)(`${root}/botx/getUpdates`, { signal: given.signal });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('never sends what was given up while it waited for a connection', async () => {
    let asked = 0;
    const answers: (() => void)[] = [];
    const root = await serve((_, response) => {
      asked++;
      answers.push(() => response.end('{}'));
    });
    const call = createTransport(root);
    const busy = Array.from({ length: 64 }, () => call(`${root}/botx/sendMessage`, {}));
    const given = new AbortController();
    const waiting = call(`${root}/botx/sendMessage`, { signal: given.signal });
    while (asked < 64) await new Promise((resolve) => setImmediate(resolve));
    given.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    for (const answer of answers.splice(0)) answer();
    await Promise.all(busy);
    const last = call(`${root}/botx/sendMessage`, {});
    while (answers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const answer of answers) answer();
    await last;
    expect(asked).toBe(65);
  });

  it('fails when the connection breaks in the middle of an answer', async () => {
    const root = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok":tr', () => request.socket.destroy());
    });
    await expect(createTransport(root)(`${root}/botx/sendMessage`, {})).rejects.toMatchObject({
      code: expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET/),
    });
  });
});
