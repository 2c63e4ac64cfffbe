import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import typescript from 'typescript';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FOLDERS = [
  'src/domain',
  'src/app',
  'src/adapters/redis',
  'src/adapters/telegram',
  'tests/adapters/redis/delivery',
];
const compilerOptions = {
  module: typescript.ModuleKind.ESNext,
  target: typescript.ScriptTarget.ES2023,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/**
 * The delivery as JavaScript, without a type check, so that processes which live for a second start in less. It lies below
 * `node_modules`, where its packages are found. Answers the folder and how to remove it.
 */
export async function transpileDelivery(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'dateline-workers-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await Promise.all(FOLDERS.map((name) => transpileFolder(name, folder)));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function transpileFolder(name: string, folder: string): Promise<void> {
  const entries = await readdir(join(ROOT, name), { recursive: true, withFileTypes: true });
  await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => transpileFile(entry, folder)));
}

async function transpileFile(entry: { parentPath: string; name: string }, folder: string): Promise<void> {
  const from = join(entry.parentPath, entry.name);
  const to = join(folder, from.slice(ROOT.length));
  await mkdir(dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) return cp(from, to);
  const { outputText } = typescript.transpileModule(await readFile(from, 'utf8'), { compilerOptions });
  await writeFile(to.replace(/\.ts$/, '.js'), outputText);
}
