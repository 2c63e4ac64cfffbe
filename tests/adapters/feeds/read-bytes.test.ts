import { afterAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../../src/adapters/feeds/read-bytes.ts';
import { createPageReader, stopReadingPages } from '../../../src/adapters/feeds/read-page.ts';
import type { CleanArticle } from '../../../src/domain/article/article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { bytesOf } from './feeds.ts';

afterAll(stopReadingPages);

const STORY =
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, a decision that ends forty years of daily crossings.';

async function read(text: string | Uint8Array, name: string): Promise<CleanArticle> {
  const reading = await readBytes(typeof text === 'string' ? bytesOf(text) : text, { name });
  if (reading.kind === 'refused') throw new Error(reading.sentence);
  return reading.article;
}

describe('Markdown', () => {
  const source = [
    '---',
    'title: "Pier closes"',
    'author: Jonas Reed',
    'date: 2023-06-14',
    '---',
    '# Port Amity closes its pier',
    '',
    '![The pier in May](https://img.example/pier.jpg)',
    '',
    `**PORT AMITY** — ${STORY} [More on piers](https://courier.example/piers).`,
    '',
    '> “The posts are rust,” said Mayor *Ilse Brandt*.',
    '',
    '- closed: the north pier',
    '- open: the `south` pier',
  ].join('\n');

  it('gives its words without its marks', async () => {
    const article = await read(source, 'pier.md');
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual([
      `PORT AMITY — ${STORY} More on piers.`,
      '“The posts are rust,” said Mayor Ilse Brandt.',
      '• closed: the north pier',
      '• open: the south pier',
    ]);
  });

  it('gives what its front matter says', async () => {
    expect(await read(source, 'pier.md')).toMatchObject({
      title: 'Pier closes',
      byline: 'Jonas Reed',
      publishedAt: '2023-06-14',
      image: { url: 'https://img.example/pier.jpg', caption: 'The pier in May' },
    });
  });

  it('leaves file_names and 2 * 3 * 4 as they are', async () => {
    const article = await read(`# T\n\nThe file_name_here says 2 * 3 * 4 and snake_case, ${STORY}`, 'a.md');
    expect(article.paragraphs[0]?.text).toContain('file_name_here says 2 * 3 * 4 and snake_case');
  });
});

describe('plain text', () => {
  it('is read in the charset it has', async () => {
    const latin = Buffer.from(
      `Café closes after forty years\n\n${STORY} “Adieu”`.replace(/[“”]/g, '"'),
      'latin1',
    );
    expect((await read(latin, 'cafe.txt')).title).toBe('Café closes after forty years');
  });

  it('without a name that tells is a page when it begins like one', async () => {
    const page = `<!doctype html><html><head><title>Pier closes</title></head><body><article>${`<p>${STORY}</p>`.repeat(4)}</article></body></html>`;
    expect((await read(page, 'standard input')).paragraphs).toHaveLength(4);
  });
});

describe('a long text', () => {
  const text = Array(4_000).fill(STORY).join('\n\n');

  it('is cleaned in a worker, and leaves this thread free meanwhile', async () => {
    const { active, idle } = performance.eventLoopUtilization();
    const article = await read(text, 'long.txt');
    const asideMs = performance.eventLoopUtilization({ active, idle, utilization: 0 }).active;
    const startedAt = performance.now();
    const here = cleanText({ text });
    expect(asideMs).toBeLessThan(performance.now() - startedAt);
    expect(article.paragraphs).toEqual(here.paragraphs);
  });

  it('is given up at the deadline', async () => {
    const reader = createPageReader({ deadlineMs: 1 });
    await expect(reader.readText({ kind: 'text', text })).rejects.toThrow('The text took longer than');
    await reader.close();
  });
});
