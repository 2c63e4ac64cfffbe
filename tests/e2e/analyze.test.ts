import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { dateline, type Ended, emptyFolder, stopEverything } from './world/dateline.ts';

afterAll(stopEverything);

const STORY = `Follow the Elsing Mail on Telegram for the news of the day!

Elsing buys back its tram from the bank

Elsing’s mayor, Tora Blix, rides the first tram, May 2, 2019. (Elsing Archive/Released)

June 3, 2022

This article was originally published by Fjord Press and is reprinted with permission.

The city of Elsing bought back its tram on Thursday for one crown, eleven years after it had sold the line to a bank to balance its books.

“We sold it in a panic and we bought it in a minute,” said Mayor Tora Blix. “I kept the coin.”

The bank had wanted to tear up the rails. Its director, Lars Aune, called the sale “a relief for both sides”.

The line carried four million people in 2010, the last year in which the city ran it.
`;

type Span = { readonly text: string; readonly start: number; readonly end: number };
type Analyzed = {
  readonly id?: string | null;
  readonly error?: string;
  readonly title?: string;
  readonly text?: string;
  readonly publishedAt?: string;
  readonly origin?: { readonly publisher: string };
  readonly image?: { readonly caption?: string; readonly credit?: string };
  readonly summary: readonly Span[];
  readonly quotes: readonly (Span & { readonly speaker: { readonly name: string } | null })[];
  readonly background: { readonly facts: readonly Span[] };
};

async function analyze(args: readonly string[], input = ''): Promise<Ended> {
  return dateline(['analyze', ...args], await emptyFolder(), {}, input).ended;
}

function linesOf({ stdout }: Ended): readonly Analyzed[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Analyzed);
}

describe.concurrent('dateline analyze', () => {
  it('shows the post, the quotes and the background of a file', async ({ expect }) => {
    const folder = await emptyFolder();
    const file = join(folder, 'tram.txt');
    await writeFile(file, STORY);
    const { code, stdout, stderr } = await analyze([file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Post\n─+\nElsing buys back its tram from the bank\n/);
    expect(stdout).toMatch(/First published by Fjord Press · 3 June 2022/);
    expect(stdout).toMatch(/“I kept the coin\.”\n\s+— Tora Blix/);
    expect(stdout).not.toMatch(/Follow the Elsing Mail|reprinted/);
  });

  it('gives JSON whose spans are the article word for word', async ({ expect }) => {
    const { code, stdout } = await analyze(['-', '--json'], STORY);
    const analyzed = JSON.parse(stdout) as Analyzed;
    expect(code).toBe(0);
    expect(analyzed).toMatchObject({
      title: 'Elsing buys back its tram from the bank',
      publishedAt: '2022-06-03',
      origin: { publisher: 'Fjord Press' },
      image: { credit: 'Elsing Archive/Released' },
    });
    const said = analyzed.quotes.map(({ text, speaker }) => [text, speaker?.name]);
    expect(said).toEqual([
      ['We sold it in a panic and we bought it in a minute,', 'Tora Blix'],
      ['I kept the coin.', 'Tora Blix'],
      ['a relief for both sides', 'Lars Aune'],
    ]);
    const spans = [...analyzed.summary, ...analyzed.quotes, ...analyzed.background.facts];
    expect(analyzed.summary.length).toBeGreaterThan(0);
    expect(spans.map(({ start, end }) => STORY.slice(start, end))).toEqual(spans.map(({ text }) => text));
  });

  it('answers each line in its place, with an error where a line is wrong', async ({ expect }) => {
    const lines = [
      JSON.stringify({ id: 'a', text: STORY }),
      'this is no JSON',
      JSON.stringify({ id: 'b' }),
      JSON.stringify({ id: 'c', text: 7 }),
      JSON.stringify({ id: 'd', text: 'x'.repeat(1_100_000) }),
      '',
      JSON.stringify({ id: 'e', html: `<article><h1>Tram</h1><p>${STORY}</p></article>`, title: 'A tram' }),
      JSON.stringify({ id: 'f', text: STORY, title: 'Given', publishedAt: '2021-01-02' }),
    ];
    const ended = await analyze(['--jsonl'], `${lines.join('\n')}\n`);
    const out = linesOf(ended);
    expect(ended.code).toBe(0);
    expect(out.map(({ id, error }) => [id, error !== undefined])).toEqual([
      ['a', false],
      [null, true],
      ['b', true],
      ['c', true],
      [null, true],
      ['e', false],
      ['f', false],
    ]);
    const [first, , , , , page, given] = out;
    expect(first?.title).toBe('Elsing buys back its tram from the bank');
    expect(page).toMatchObject({ title: 'A tram' });
    const pageText = page?.text ?? '';
    expect(page?.quotes.map(({ start, end }) => pageText.slice(start, end))).toEqual(
      page?.quotes.map(({ text }) => text),
    );
    expect(given).toMatchObject({ title: 'Given', publishedAt: '2021-01-02' });
  });

  it.for([
    ['a file that is not there', ['nowhere.txt'], ''],
    ['nothing', ['-'], ''],
    ['binary junk', ['-'], Buffer.from(Array.from({ length: 999 }, (_, i) => i % 7)).toString('latin1')],
  ] as const)('ends with 1 and a sentence for %s', async ([, args, input], { expect }) => {
    const { code, stdout, stderr } = await analyze(args, input);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^dateline: .+\n$/);
  });
});
