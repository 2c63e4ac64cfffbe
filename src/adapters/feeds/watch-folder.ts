import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { CleanArticle } from '../../domain/article/article.ts';
import { readBytes } from './read-bytes.ts';

/** What came of a file that was dropped into the folder. The file itself stays as it is. */
export type Dropped =
  | { readonly kind: 'article'; readonly file: string; readonly article: CleanArticle }
  | { readonly kind: 'refused'; readonly file: string; readonly sentence: string };

export type FolderOptions = {
  readonly folder: string;
  /** Called for each file there is and comes, one after the other, again when one has changed. */
  readonly onFile: (dropped: Dropped) => Promise<void>;
  /** Called when the folder itself cannot be watched, with a sentence. */
  readonly onProblem: (sentence: string) => void;
};

export type WatchedFolder = {
  /** Resolves when the files that were there at the start have been handed over. */
  readonly ready: Promise<void>;
  /** Stops watching, and resolves when the file in hand is done. */
  readonly close: () => Promise<void>;
};

const ARTICLE = /\.(?:txt|md|markdown|x?html?|htm)$/i;
/** Bigger files are refused before they are read. */
const MOST_BYTES = 16 * 1024 * 1024;
/** A file whose size has stood still for so long has been written. */
const WRITTEN_MS = 300;

async function readDropped(path: string): Promise<Dropped> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      const sentence = `${file} has ${Math.round(size / 1024 / 1024)} MiB: that is no article`;
      return { kind: 'refused', file, sentence };
    }
    const reading = await readBytes(await readFile(path), { name: file });
    return reading.kind === 'article'
      ? { kind: 'article', file, article: reading.article }
      : { kind: 'refused', file, sentence: reading.sentence };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return { kind: 'refused', file, sentence: `${file} cannot be read${reason}` };
  }
}

/** Watches a folder for `.txt`, `.md` and `.html` files; others and hidden ones are left alone. */
export function watchFolder({ folder, onFile, onProblem }: FolderOptions): WatchedFolder {
  let last: Promise<void> = Promise.resolve();
  const take = (path: string): void => {
    last = last
      .then(async () => onFile(await readDropped(path)))
      .catch((error: unknown) => onProblem(`${basename(path)} could not be taken in: ${String(error)}`));
  };
  const watcher = watch(folder, {
    ignored: (path, stats) =>
      path !== folder &&
      (basename(path).startsWith('.') || (stats?.isFile() === true && !ARTICLE.test(path))),
    awaitWriteFinish: { stabilityThreshold: WRITTEN_MS, pollInterval: 50 },
    depth: 3,
  });
  watcher.on('add', take).on('change', take);
  watcher.on('error', (error) => onProblem(`The folder ${folder} cannot be watched: ${String(error)}`));
  const ready = new Promise<void>((resolve) => watcher.once('ready', () => resolve(last)));
  return {
    ready,
    close: async () => {
      await watcher.close();
      await last;
    },
  };
}
