import { describe, expect, it } from 'vitest';
import type { Parts } from '../../src/main/parts.ts';
import { serve } from '../adapters/feeds/http-server.ts';
import { command, EDITOR, openBot, READER } from './desk.ts';

const ITEMS = ['Ferry delayed', 'Bridge reopened', 'Market moved', 'Mill sold'].map(
  (title, at) => `<item><title>${title}</title><link>https://vessin.example/${at}</link></item>`,
);
const FEED = `<rss version="2.0"><channel><title>Vessin Courier</title>${ITEMS.join('')}</channel></rss>`;

/** A bot beside a newspaper's site: `/` names its feed, `/rss` is it. */
async function botBesideSite(): Promise<{ readonly parts: Parts; readonly site: string }> {
  const { url } = await serve(({ url: path }, response) => {
    if (path === '/rss') response.setHeader('content-type', 'application/rss+xml').end(FEED);
    else if (path === '/')
      response
        .setHeader('content-type', 'text/html')
        .end('<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>');
    else response.writeHead(404).end();
  });
  return { parts: await openBot({ FEEDS: `${url}/other` }), site: url };
}

async function says(parts: Parts, text: string): Promise<string> {
  return (await command(parts, EDITOR, text))[0]?.text ?? '';
}

describe('the sources', () => {
  it("finds a site's feed and shows three items before it is read", async () => {
    const { parts, site } = await botBesideSite();
    const found = await says(parts, `/sources add ${site}/`);
    expect(found).toContain('Vessin Courier was found. It is not read yet: /sources resume 1');
    expect(found.match(/^• .*$/gm)).toEqual(['• Ferry delayed', '• Bridge reopened', '• Market moved']);
    expect(await parts.sources.due(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  });

  it('reads a source from its resumption on, silent at first', async () => {
    const { parts, site } = await botBesideSite();
    await says(parts, `/sources add ${site}/`);
    expect(await says(parts, '/sources resume 1')).toBe('Vessin Courier is being read.');
    const [due] = await parts.sources.due(Number.MAX_SAFE_INTEGER, 9);
    expect(due).toMatchObject({ url: `${site}/rss`, startsSilent: true, paused: false });
    expect(await says(parts, '/sources')).toContain('1. Vessin Courier – being read');
  });

  it('pauses and removes by address', async () => {
    const { parts, site } = await botBesideSite();
    await says(parts, `/sources add ${site}/rss`);
    expect(await says(parts, `/sources pause ${site}/rss`)).toContain('is paused');
    expect(await says(parts, `/sources remove ${site}/rss`)).toContain('is a source no more');
    expect(await says(parts, '/sources')).toContain('There is no source yet.');
  });

  it('adds no source twice', async () => {
    const { parts, site } = await botBesideSite();
    await says(parts, `/sources add ${site}/`);
    expect(await says(parts, `/sources add ${site}/rss`)).toBe('Vessin Courier is a source already.');
    expect(await parts.sources.list()).toHaveLength(1);
  });

  it('keeps a configured source, which the next start would bring back', async () => {
    const { parts } = await botBesideSite();
    const url = 'https://vessin.example/feed';
    await parts.sources.put({
      id: url,
      url,
      kind: 'feed',
      startsSilent: true,
      paused: false,
      configured: true,
    });
    expect(await says(parts, '/sources remove 1')).toContain('is named in the configuration');
    expect(await parts.sources.list()).toHaveLength(1);
  });

  it("reaches nothing else in the operator's own network", async () => {
    const { url } = await serve((_request, response) => response.end(FEED));
    const parts = await openBot();
    expect(await says(parts, `/sources add ${url}/rss`)).toMatch(/^Nothing was added: /);
    expect(await parts.sources.list()).toEqual([]);
  });

  it.each([
    ['/sources pause', 'Which one? Write /sources pause'],
    ['/sources remove 7', 'There is no source “7”.'],
    ['/sources dance', 'There is no source yet.'],
  ])('answers "%s" with what to do', async (text, expected) => {
    expect(await says(await openBot(), text)).toContain(expected);
  });

  it('is for editors alone', async () => {
    const [answer] = await command(await openBot(), READER, '/sources');
    expect(answer?.text).not.toContain('Sources');
  });
});
