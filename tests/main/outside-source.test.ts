import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { takeIn } from '../../src/app/take-in.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { command, openBot, READER } from './desk.ts';

/** An encyclopedia that knows one person. */
async function encyclopedia(): Promise<string> {
  const page = {
    type: 'standard',
    title: 'Edda Holmgard',
    extract: 'Edda Holmgard is an invented hydrographer.',
    content_urls: { desktop: { page: 'https://en.wiki.example/wiki/Edda_Holmgard' } },
  };
  const server = createServer((request, response) => {
    const isKnown = request.url?.endsWith('/Edda_Holmgard') ?? false;
    response.writeHead(isKnown ? 200 : 404).end(isKnown ? JSON.stringify(page) : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('shows what an encyclopedia says of a person, with its licence and address, where the newsroom wants it', async () => {
  const parts = await openBot({ WIKIPEDIA_URL: await encyclopedia() });
  const text =
    'Edda Holmgard, who measures the harbour, said on Monday that the sand had moved.\n\n“It moves every winter,” Edda Holmgard said. “Nobody should be surprised by it.”';
  const article = cleanText({
    text,
    title: 'Sand moves in the harbour',
    publishedAt: '2026-03-02',
    nowMs: parts.clock.now(),
  });
  await takeIn({ ...parts, channelsFor: () => [] }, article, 'test');
  const [answer] = await command(parts, READER, '/background Edda Holmgard');
  expect(answer?.text).toContain('Edda Holmgard is an invented hydrographer.');
  expect(answer?.text).toContain('CC BY-SA 4.0');
  expect(answer?.entities.map(({ url }) => url)).toContain('https://en.wiki.example/wiki/Edda_Holmgard');
});
