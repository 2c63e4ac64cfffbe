import { afterAll, describe, expect, it, vi } from 'vitest';
import { createPageReader } from '../../../src/adapters/feeds/read-page.ts';
import { UnreadablePage } from '../../../src/adapters/feeds/unreadable-page.ts';

const reader = createPageReader({ deadlineMs: 1_500 });

afterAll(reader.close);

const STORY =
  '<p>The harbour council of Port Amity voted on Tuesday to close the old ferry pier, which ends forty years of crossings.</p>'.repeat(
    4,
  );

const asPage = (body: string): string =>
  `<html><head><title>Pier</title></head><body><article>${body}</article></body></html>`;

/** What became of a page, and whether the process that asked could do other work meanwhile. */
async function outcomeOf(html: string): Promise<{ kind: 'article' | 'refused'; longestStallMs: number }> {
  let longestStallMs = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longestStallMs = Math.max(longestStallMs, performance.now() - last);
    last = performance.now();
  }, 5);
  const kind = await reader.readPage(html).then(
    () => 'article' as const,
    (error: unknown) => {
      if (!(error instanceof UnreadablePage)) throw error;
      return 'refused' as const;
    },
  );
  clearInterval(beat);
  return { kind, longestStallMs };
}

describe('a hostile page', () => {
  it.each([
    ['200,000 nested divs', asPage(`${'<div>'.repeat(200_000)}x${'</div>'.repeat(200_000)}`)],
    ['200,000 nested divs that never close', asPage('<div>'.repeat(200_000))],
    ['a megabyte of open brackets', asPage('<'.repeat(1_000_000))],
    ['100,000 attributes', asPage(`<p ${'a=b '.repeat(100_000)}>x</p>`)],
    ['nested tables', asPage('<table><tr><td>'.repeat(20_000))],
    ['100,000 inline tags', asPage(`<p>${'<b><i>'.repeat(50_000)}x</p>`)],
    ['deep JSON-LD', asPage(`<script type="application/ld+json">${'['.repeat(200_000)}</script>`)],
    ['more than 8 MiB', asPage('x'.repeat(9 * 1024 * 1024))],
    ['10 MB on one line', asPage('word '.repeat(2_000_000))],
  ])('of %s is bounded, and the process goes on meanwhile', async (_name, html) => {
    const { longestStallMs } = await outcomeOf(html);
    expect(longestStallMs).toBeLessThan(5_000);
  });

  it('is given up when the bot stops, however long its deadline is', async () => {
    const patient = createPageReader({ deadlineMs: 600_000 });
    const stopping = new AbortController();
    const reading = patient.readPage(asPage('<table><tr><td>'.repeat(2_900)), undefined, {}, stopping.signal);
    stopping.abort();
    await expect(reading).rejects.toThrow('given up, because the bot is stopping');
    await patient.close();
  });

  it('costs its worker and nothing else: the next page is read', async () => {
    await outcomeOf(asPage('<div>'.repeat(200_000)));
    // The worker that takes its place may need longer to start, on a busy machine, than a page may take.
    const article = await vi.waitFor(() => reader.readPage(asPage(STORY)), { timeout: 15_000 });
    expect(article.paragraphs.length).toBeGreaterThan(0);
  });
});
