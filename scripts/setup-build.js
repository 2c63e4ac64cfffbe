import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { run, SetupError, say, tail } from './setup-run.js';

/**
 * `dist` is a link to `.dist-<stamp>`, the stamp being a hash of all that goes in. A build is made in a folder of its own
 * and the link is renamed over the old one when it is whole: a running process keeps the folder it was started from, and
 * nobody ever sees half a build. Both lie in the root, so that `import.meta.url` counts the same way up from src and dist.
 */
const LINK = 'dist';
const FOLDER = /^\.dist-[0-9a-f]{12}$/;
/** The one in use, and the one a process may still run from. */
const KEPT = 2;
const PAGE = join('src', 'sandbox', 'page');
const PAGE_STAMP = '.page-stamp';
const INPUTS = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/setup-build.js'];

/** True when `dist` was built from the sources as they are now. */
export function isBuilt(root) {
  try {
    return readlinkSync(join(root, LINK)) === folderFor(root);
  } catch {
    return false;
  }
}

/** Builds what is in src, unless that very build is still there. Throws a SetupError with what the compiler said. */
export async function build(root) {
  const folder = folderFor(root);
  if (!existsSync(join(root, folder))) {
    const startedAt = performance.now();
    say('Building …');
    const unfinished = join(root, `${folder}-unfinished`);
    rmSync(unfinished, { recursive: true, force: true });
    await compile(root, unfinished);
    copyAssets(join(root, 'src'), unfinished);
    await buildPage(root, unfinished);
    renameSync(unfinished, join(root, folder));
    say(`  done in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
  }
  point(root, folder);
  sweep(root);
}

/** Types are looked at by `npm run check`; leaving them out here brings a fresh clone up in half the time. */
async function compile(root, outDir) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [
    tsc,
    '-p',
    'tsconfig.build.json',
    '--outDir',
    outDir,
    '--noCheck',
    '--incremental',
    'false',
    '--tsBuildInfoFile',
    'null',
  ];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new SetupError(`The build failed:\n${tail(output, 30)}`);
}

/** Lua scripts, images and data lie beside the code that reads them, and go along. */
function copyAssets(from, to) {
  for (const path of filesBelow(from)) {
    const name = relative(from, path);
    if (/\.tsx?$/.test(name) || name.startsWith(join('sandbox', 'page'))) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(path, join(to, name));
  }
}

/** The sandbox's page takes most of a build and rarely changes: an unchanged one is taken from the build before. */
async function buildPage(root, outDir) {
  const config = join(root, PAGE, 'vite.config.ts');
  if (!existsSync(config)) return;
  const stamp = hashOf(root, [PAGE, 'package-lock.json']);
  const page = join(outDir, 'sandbox', 'page');
  const before = join(root, LINK, 'sandbox', 'page');
  if (existsSync(join(before, PAGE_STAMP)) && readFileSync(join(before, PAGE_STAMP), 'utf8') === stamp) {
    cpSync(before, page, { recursive: true });
    return;
  }
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', config, '--outDir', page, '--emptyOutDir', '--logLevel', 'warn'];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new SetupError(`The sandbox's page could not be built:\n${tail(output, 30)}`);
  writeFileSync(join(page, PAGE_STAMP), stamp);
}

/** Renaming a link over another is one step. A real folder of that name, left by hand, goes first. */
function point(root, folder) {
  const link = join(root, LINK);
  const next = join(root, `${folder}-link`);
  rmSync(next, { force: true });
  symlinkSync(folder, next, 'dir');
  if (!isLink(link)) rmSync(link, { recursive: true, force: true });
  renameSync(next, link);
}

function isLink(path) {
  try {
    readlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

function sweep(root) {
  const current = readlinkSync(join(root, LINK));
  const old = readdirSync(root)
    .filter((name) => FOLDER.test(name) && name !== current)
    .sort((a, b) => statSync(join(root, b)).mtimeMs - statSync(join(root, a)).mtimeMs);
  for (const name of old.slice(KEPT - 1)) rmSync(join(root, name), { recursive: true, force: true });
}

function folderFor(root) {
  return `.dist-${hashOf(root, INPUTS)}`;
}

function hashOf(root, inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesBelow(join(root, input)))) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
