import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOpenAiWriter } from '../../../src/adapters/model/openai-writer.ts';
import type { Log } from '../../../src/app/ports/clock.ts';
import { writeSummary } from '../../../src/app/write-summary.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';

type Asked = { readonly path: string; readonly key: string | undefined; readonly body: string };

/** A server that speaks chat completions, as far as a caller can tell. */
async function modelServer(
  answer: (response: ServerResponse) => void,
): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ path: request.url ?? '', key: request.headers.authorization, body });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

function saying(content: string): (response: ServerResponse) => void {
  return (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ id: 'x', choices: [{ index: 0, message: { role: 'assistant', content } }] }),
    );
  };
}

const ARTICLE = cleanText({
  text: 'Dockers walk out in Port Vessin\n\nHarbour Minister Ada Lund said on Monday that 1,200 dockers had walked out.\n\nThe strike goes on, she said.',
});

function recordingLog(): { readonly log: Log; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const keep = (fields: Readonly<Record<string, unknown>>, sentence: string): void => {
    lines.push({ ...fields, sentence });
  };
  return { log: { debug: keep, info: keep, warn: keep, error: keep }, lines };
}

describe('a summary by a model', () => {
  it('is asked for with the article, the model and the key', async () => {
    const { url, asked } = await modelServer(saying('Some 1,200 dockers walked out, Ada Lund said.'));
    const writer = createOpenAiWriter({ url, model: 'small-1', key: 'k-secret' });
    expect(await writeSummary({ writer, log: recordingLog().log }, ARTICLE)).toBe(
      'Some 1,200 dockers walked out, Ada Lund said.',
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', key: 'Bearer k-secret' });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ model: 'small-1', temperature: 0 });
    expect(asked[0]?.body).toContain('1,200 dockers had walked out');
  });

  it('is not used when it says what the article does not, and the log says what', async () => {
    const { url } = await modelServer(saying('Some 1,300 dockers walked out, Rolf Stein said.'));
    const { log, lines } = recordingLog();
    expect(
      await writeSummary({ writer: createOpenAiWriter({ url, model: 'm' }), log }, ARTICLE),
    ).toBeUndefined();
    expect(lines).toMatchObject([
      {
        sentence: 'The summary of the model was not used: the verbatim one is',
        unsupported: [
          { kind: 'number', text: '1,300' },
          { kind: 'name', text: 'Rolf Stein' },
        ],
      },
    ]);
  });

  it.each([
    ['endless', `${'Ada Lund said so. '.repeat(60)}`, 'it has 1079 characters'],
    ['a list', '- Ada Lund said so.\n- The strike goes on.', 'it has markup or a list'],
    ['torn', 'Ada Lund said that the', 'it does not end with a sentence'],
    ['empty', '  ', 'it is empty'],
  ])('is not used when it is %s', async (_, content, fault) => {
    const { url } = await modelServer(saying(content));
    const { log, lines } = recordingLog();
    expect(
      await writeSummary({ writer: createOpenAiWriter({ url, model: 'm' }), log }, ARTICLE),
    ).toBeUndefined();
    expect(lines).toMatchObject([{ fault }]);
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    [
      'refuses',
      (response) => response.writeHead(401).end('{}'),
      'The model’s server answered with status 401',
    ],
    ['breaks off', (response) => response.destroy(), 'The model’s server could not be asked: ECONNRESET'],
    [
      'answers nonsense',
      (response) => response.end('<html>'),
      'The model’s server answered in no form that is known',
    ],
    ['never answers', () => undefined, 'The model’s server could not be asked: ETIMEDOUT'],
  ])('fails with a sentence, and without its key, when the server %s', async (_, answer, reason) => {
    const { url } = await modelServer(answer);
    const { log, lines } = recordingLog();
    const writer = createOpenAiWriter({ url, model: 'm', key: 'k-secret', deadlineMs: 2_000 });
    expect(await writeSummary({ writer, log }, ARTICLE)).toBeUndefined();
    expect(lines).toMatchObject([{ reason }]);
    expect(JSON.stringify(lines)).not.toContain('k-secret');
  });
});
