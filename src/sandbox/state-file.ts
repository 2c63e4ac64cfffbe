import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Clock } from './clock.ts';
import { Problem } from './control/problem.ts';
import type { World } from './world/state.ts';

type Saved = { readonly world: World; readonly clockOffsetMs: number };

export type StateFile = {
  /** Undefined where nothing was saved yet. */
  readonly loaded: Saved | undefined;
  /** Saves soon; many changes are one save. */
  readonly touch: (world: World, clock: Clock) => void;
  readonly save: (world: World, clock: Clock) => Promise<void>;
};

const SAVE_AFTER_MS = 500;

/** Opens the file that holds a sandbox's state; without a path nothing is kept. */
export async function openStateFile(path: string | undefined): Promise<StateFile> {
  if (path === undefined) return { loaded: undefined, touch: () => undefined, save: async () => undefined };
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (world: World, clock: Clock): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(() => writeWhole(path, pack({ world, clockOffsetMs: clock.now() - Date.now() })));
    return writing;
  };
  return {
    loaded: await load(path),
    touch: (world, clock) => {
      // A save that fails is tried again at the next change and told at the end.
      timer ??= setTimeout(() => write(world, clock).catch(() => undefined), SAVE_AFTER_MS).unref();
    },
    save: write,
  };
}

/** A reader sees the old state or the new, never half of one. */
async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, path);
}

async function load(path: string): Promise<Saved | undefined> {
  try {
    return unpack(await readFile(path, 'utf8'));
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing) return undefined;
    throw new Problem(`The sandbox's state in ${path} cannot be read: move it away to begin anew`, { cause });
  }
}

/** Maps, sets and bytes have no JSON of their own. */
function pack(saved: Saved): string {
  return JSON.stringify(saved, function (this: Record<string, unknown>, key, value: unknown) {
    const held = this[key];
    if (held instanceof Map) return { $map: [...held] };
    if (held instanceof Set) return { $set: [...held] };
    if (Buffer.isBuffer(held)) return { $bytes: held.toString('base64') };
    return value;
  });
}

type Packed = { readonly $map?: [unknown, unknown][]; readonly $set?: unknown[]; readonly $bytes?: string };

function unpack(text: string): Saved {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { $map, $set, $bytes } = value as Packed;
    if ($map !== undefined) return new Map($map);
    if ($set !== undefined) return new Set($set);
    return $bytes === undefined ? value : Buffer.from($bytes, 'base64');
  }) as Saved;
}
