import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { stopReadingPages } from '../../../src/adapters/feeds/read-page.ts';
import { type Dropped, watchFolder } from '../../../src/adapters/feeds/watch-folder.ts';

afterAll(stopReadingPages);

const STORY =
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, a decision that ends forty years of daily crossings.';

type Folder = {
  readonly path: string;
  readonly write: (name: string, data: string | Uint8Array) => Promise<void>;
};

async function folder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'dateline-articles-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return { path, write: (name, data) => writeFile(join(path, name), data) };
}

/** Watches until so many files have been handed over. */
async function watchFor(
  path: string,
  count: number,
  whileWatching?: () => Promise<void>,
): Promise<readonly Dropped[]> {
  const dropped: Dropped[] = [];
  await new Promise<void>((resolve, reject) => {
    const watched = watchFolder({
      folder: path,
      onProblem: (sentence) => reject(new Error(sentence)),
      onFile: async (file) => {
        dropped.push(file);
        if (dropped.length === count) resolve();
      },
    });
    onTestFinished(watched.close);
    void watched.ready.then(whileWatching, reject);
  });
  return dropped.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

describe('a watched folder', () => {
  it('gives the files that are there and those that come, of each kind', async () => {
    const { path, write } = await folder();
    await write('a.txt', `Port Amity closes its pier\n\n${STORY}\n\n${STORY}`);
    await write('notes.pdf', 'not an article');
    await write('.hidden.txt', 'not an article');
    const dropped = await watchFor(path, 3, async () => {
      await write('b.md', `# Port Amity closes *its* pier\n\n${STORY}`);
      await write(
        'c.html',
        `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1>${`<p>${STORY}</p>`.repeat(4)}</article></body></html>`,
      );
    });
    expect(dropped.map(({ file, kind }) => [file, kind])).toEqual([
      ['a.txt', 'article'],
      ['b.md', 'article'],
      ['c.html', 'article'],
    ]);
    expect(dropped.map((file) => file.kind === 'article' && file.article.title)).toEqual([
      'Port Amity closes its pier',
      'Port Amity closes its pier',
      'Pier closes',
    ]);
  });

  it('says of each file that cannot be used why, and goes on', async () => {
    const { path, write } = await folder();
    await write(
      'binary.txt',
      Uint8Array.from({ length: 4_000 }, (_none, i) => (i * 7919) % 32),
    );
    await write('blank.md', ' \n\n ');
    await write('empty.txt', '');
    await write('good.txt', `${STORY}\n\n${STORY}`);
    await write('huge.txt', 'word '.repeat(1_000_000));
    await write('nothing.html', '<html><body></body></html>');
    const dropped = await watchFor(path, 6);
    expect(dropped.map((file) => (file.kind === 'refused' ? file.sentence : file.kind))).toEqual([
      'binary.txt is not a text: it holds binary data',
      'blank.md is empty',
      'empty.txt is empty',
      'article',
      'huge.txt is longer than 1 MiB: that is no article',
      'nothing.html cannot be used. There is no article on the page',
    ]);
  });

  it('gives a file again when it has changed', async () => {
    const { path, write } = await folder();
    await write('a.txt', `${STORY}\n\n${STORY}`);
    const dropped = await watchFor(path, 2, () => write('a.txt', `${STORY}\n\nThe pier is gone.`));
    expect(dropped.map((file) => file.file)).toEqual(['a.txt', 'a.txt']);
  });
});
