import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
/** Events get lost: a file that comes while the watching begins, a folder of another machine. Looking finds them. */
const LOOK_EVERY_MS = 2_000;
/** What was written to since is left to the next look. */
const AT_REST_MS = 1_000;
const DEPTH = 3;

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

/** A file as it stands: another mark when it was written to. */
type Mark = string;

async function markOf(
  path: string,
): Promise<{ readonly mark: Mark; readonly writtenAtMs: number } | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { mark: `${found.mtimeMs} ${found.size}`, writtenAtMs: found.mtimeMs };
}

function isIgnored(path: string, isFile: boolean): boolean {
  return basename(path).startsWith('.') || (isFile && !ARTICLE.test(path));
}

/** The files of a folder that may be articles. */
async function articlesIn(folder: string, depth = DEPTH): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries
    .filter((entry) => !isIgnored(entry.name, entry.isFile()))
    .map((entry): string[] | Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      if (entry.isFile()) return [path];
      return entry.isDirectory() && depth > 0 ? articlesIn(path, depth - 1) : [];
    });
  return (await Promise.all(found)).flat();
}

/** Watches a folder for `.txt`, `.md` and `.html` files; others and hidden ones are left alone. */
export function watchFolder({ folder, onFile, onProblem }: FolderOptions): WatchedFolder {
  const taken = new Map<string, Mark>();
  let last: Promise<void> = Promise.resolve();
  const takeOnce = async (path: string): Promise<void> => {
    const found = await markOf(path);
    if (found === undefined || taken.get(path) === found.mark) return;
    taken.set(path, found.mark);
    await onFile(await readDropped(path));
  };
  const take = (path: string): void => {
    last = last
      .then(() => takeOnce(path))
      .catch((error: unknown) => onProblem(`${basename(path)} could not be taken in: ${String(error)}`));
  };
  const look = async (): Promise<void> => {
    for (const path of await articlesIn(folder)) {
      const found = await markOf(path);
      if (found !== undefined && Date.now() - found.writtenAtMs > AT_REST_MS) take(path);
    }
  };
  const watcher = watch(folder, {
    ignored: (path, stats) => path !== folder && isIgnored(path, stats?.isFile() === true),
    awaitWriteFinish: { stabilityThreshold: WRITTEN_MS, pollInterval: 50 },
    depth: DEPTH,
  });
  watcher.on('add', take).on('change', take);
  watcher.on('error', (error) => onProblem(`The folder ${folder} cannot be watched: ${String(error)}`));
  const ready = new Promise<void>((resolve) => watcher.once('ready', () => resolve(last)));
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  return {
    ready,
    close: async () => {
      clearInterval(looking);
      await watcher.close();
      await last;
    },
  };
}
