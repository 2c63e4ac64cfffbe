import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';

const CLI = resolve(import.meta.dirname, '../../../dist/main/cli.js');
/** A process that does not say what it should within this is broken, in ms. */
const PATIENCE_MS = 45_000;

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From the signal to the end, in ms; 0 when it ended by itself. */
  readonly endedAfterMs: number;
};

/** A running `dateline`, as an operator has it: its words and its signals. */
export type Running = {
  readonly pid: number;
  readonly folder: string;
  readonly ended: Promise<Ended>;
  /** Everything it printed so far, on both. */
  readonly printed: () => string;
  /** Resolves with the match once standard output has it; rejects when the process ends before. */
  readonly said: (words: RegExp) => Promise<RegExpMatchArray>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
};

const folders: string[] = [];
const running: Running[] = [];

/** Takes down all that the tests of a file started; for `afterAll`, since tests that run at once share a file. */
export async function stopEverything(): Promise<void> {
  await Promise.all(running.splice(0).map(({ stop }) => stop('SIGKILL')));
  for (const folder of folders.splice(0)) {
    await stopPrivateRedis(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-e2e-'));
  folders.push(folder);
  return folder;
}

/** Runs the built command with this environment and nothing else of ours; `input` is all that it reads on its standard input. */
export function dateline(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
  input = '',
): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', CLI, ...args], {
    cwd: folder,
    env: { PATH, HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Whoever ends without reading it all has broken the pipe.
  child.stdin.on('error', () => undefined).end(input);
  let [stdout, stderr] = ['', ''];
  let signalledAtMs: number | undefined;
  const listeners = new Set<() => void>();
  const hear = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    hear();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code) => {
      const endedAfterMs = signalledAtMs === undefined ? 0 : performance.now() - signalledAtMs;
      done({ code, stdout, stderr, endedAfterMs });
    });
  });
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
    signalledAtMs ??= performance.now();
    child.kill(signal);
    return ended;
  };
  const said = (words: RegExp): Promise<RegExpMatchArray> =>
    new Promise((found, reject) => {
      const look = (): void => {
        const match = words.exec(stdout);
        if (match === null) return;
        clearTimeout(timer);
        listeners.delete(look);
        found(match);
      };
      const fail = (): void => reject(new Error(`It never said ${words}:\n${stdout}${stderr}`));
      const timer = setTimeout(fail, PATIENCE_MS);
      void ended.then(fail);
      listeners.add(look);
      look();
    });
  const process_: Running = {
    pid: child.pid ?? 0,
    folder,
    ended,
    printed: () => stdout + stderr,
    said,
    stop,
  };
  running.push(process_);
  return process_;
}

/** A bot that was killed leaves its own Redis running for the next one; the last test of a folder takes it down. */
async function stopPrivateRedis(folder: string): Promise<void> {
  const path = join(folder, '.data', 'redis', 'redis.sock');
  if (!existsSync(path)) return;
  const redis = new Redis({ path, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  await redis
    .connect()
    .then(() => redis.shutdown('NOSAVE'))
    .catch(() => undefined);
  redis.disconnect();
}
