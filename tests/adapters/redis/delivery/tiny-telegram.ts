import { createServer } from 'node:http';

export type TinyTelegram = {
  readonly url: string;
  /** The texts of messages that were accepted, in order; the id of a message is its place, from 1. */
  readonly accepted: string[];
  /** Called when a message was accepted and before its answer leaves. */
  onAccepted: () => void;
  readonly close: () => Promise<void>;
};

/** As much of the Bot API as a sender needs, over real HTTP. */
export async function startTinyTelegram(alreadyThere: readonly string[]): Promise<TinyTelegram> {
  const accepted = [...alreadyThere];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { text = '', message_id: id } = JSON.parse(body) as { text?: string; message_id?: number };
    const answer = (code: number, content: object): void => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    };
    if (request.url?.endsWith('/forwardMessage')) {
      if ((id ?? 0) <= accepted.length) return answer(200, { ok: true, result: { message_id: 900 } });
      return answer(400, {
        ok: false,
        error_code: 400,
        description: 'Bad Request: message to forward not found',
      });
    }
    accepted.push(text);
    telegram.onAccepted();
    answer(200, { ok: true, result: { message_id: accepted.length } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const telegram: TinyTelegram = {
    url: `http://127.0.0.1:${port}`,
    accepted,
    onAccepted: () => undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return telegram;
}
