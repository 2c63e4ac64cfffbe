import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createBotApi } from '../../../src/adapters/telegram/bot-api.ts';
import { createSender } from '../../../src/adapters/telegram/sender.ts';

const TOKEN = `987654321:${'secret'.repeat(6)}`;
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A Bot API that gives one answer to everything; `undefined` hangs up instead. */
async function answering(status: number, body: string | undefined): Promise<ReturnType<typeof createSender>> {
  const running = createServer((request, response) => {
    request.resume();
    if (body === undefined) request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  server = running;
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
  return createSender(createBotApi(TOKEN, `http://127.0.0.1:${(running.address() as AddressInfo).port}`));
}

function refusal(code: number, description: string, parameters = {}): string {
  return JSON.stringify({ ok: false, error_code: code, description, parameters });
}

const message = { text: 'hello', entities: [] };

describe('the ending of a send', () => {
  it.each([
    [403, refusal(403, 'Forbidden: bot was blocked by the user'), { kind: 'unreachable' }],
    [403, refusal(403, 'Forbidden: user is deactivated'), { kind: 'unreachable' }],
    [400, refusal(400, 'Bad Request: chat not found'), { kind: 'unreachable' }],
    [400, refusal(400, 'Bad Request: message text is empty'), { kind: 'rejected' }],
    [
      429,
      refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      { kind: 'rate-limited', retryAfterMs: 7000 },
    ],
    [401, refusal(401, 'Unauthorized'), { kind: 'no-answer', neverLeft: true }],
    [404, refusal(404, 'Not Found'), { kind: 'no-answer', neverLeft: true }],
    [500, refusal(500, 'Internal Server Error: restart'), { kind: 'no-answer' }],
    [502, '<html>Bad Gateway</html>', { kind: 'no-answer' }],
    [200, '', { kind: 'no-answer', neverLeft: false }],
    [200, '{"ok":true,"result":{"message_id":1', { kind: 'no-answer', neverLeft: false }],
    [200, '{"ok":true}', { kind: 'no-answer', neverLeft: false }],
    [400, '<html>Bad Request</html>', { kind: 'no-answer', neverLeft: false }],
    [200, undefined, { kind: 'no-answer' }],
    [200, JSON.stringify({ ok: true, result: { message_id: 12 } }), { kind: 'sent', messageId: 12 }],
  ])('with HTTP %i and %s is %o', async (status, body, expected) => {
    const sender = await answering(status, body);
    const outcome = await sender.send(1, message);
    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });

  it('of an edit that changes nothing is good', async () => {
    const description = 'Bad Request: message is not modified: specified new message content is the same';
    const sender = await answering(400, refusal(400, description));
    expect(await sender.edit(1, 5, message)).toEqual({ kind: 'sent', messageId: 5 });
  });
});
