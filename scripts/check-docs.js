/**
 * Each path and each command that a document names must exist: a document that is wrong about where things are is worse
 * than none. A path is what stands between backticks or in a link and begins with a file or folder of the root.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
/** What a running or built clone makes, and git does not keep. */
const MADE_LATER = /^(?:dist|node_modules|\.data|\.env|coverage|reports|dateline\.yaml)(?:\/|$)/;
const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
const roots = new Set(readdirSync(ROOT));

function documents() {
  const inRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  const docs = existsSync(join(ROOT, 'docs'))
    ? readdirSync(join(ROOT, 'docs'), { recursive: true }).filter((name) => name.endsWith('.md'))
    : [];
  return [...inRoot, ...docs.map((name) => join('docs', name))];
}

/** The commands of the CLI are those that it registers; before there is a CLI there is nothing to compare with. */
function cliCommands() {
  const main = join(ROOT, 'src', 'main');
  if (!existsSync(main)) return undefined;
  const code = readdirSync(main, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(main, name), 'utf8'))
    .join('\n');
  const names = [...code.matchAll(/\.command\(\s*'([a-z-]+)/g)].map((match) => match[1]);
  return names.length > 0 ? new Set(names) : undefined;
}

const commands = cliCommands();

const BUILT_IN = new Set(['start', 'test', 'ci', 'install']);

function missingScripts(text) {
  return [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)]
    .filter(
      ([whole, name]) =>
        (whole.startsWith('npm run') || BUILT_IN.has(name)) && !['ci', 'install'].includes(name),
    )
    .filter(([, name]) => !(name in scripts))
    .map(([whole]) => `\`${whole}\` is no script of package.json`);
}

function missingCommands(text) {
  if (commands === undefined) return [];
  return [...text.matchAll(/\bnpx dateline ([a-z][a-z-]*)/g)]
    .filter(([, name]) => !commands.has(name))
    .map(([whole]) => `\`${whole}\` is no command`);
}

/** A link's address counts from its document; a path between backticks from the root. Globs and placeholders are no paths. */
function missingPaths(document, text) {
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map((match) => match[1])
    .filter((address) => !/^[a-z]+:/.test(address))
    .filter((address) => !existsSync(resolve(ROOT, dirname(document), address)));
  const paths = [...text.matchAll(/`([\w.@/-]+)`/g)]
    .map((match) => match[1])
    .filter((path) => path.includes('/') || /\.(?:ts|js|json|md|lua|ftl)$/.test(path))
    .filter((path) => roots.has(path.split('/')[0]) && !MADE_LATER.test(path))
    .filter((path) => !existsSync(join(ROOT, path)));
  return [...links, ...paths].map((path) => `\`${path}\` does not exist`);
}

const wrong = documents().flatMap((document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...missingScripts(text), ...missingCommands(text), ...missingPaths(document, text)].map(
    (sentence) => `${document}: ${sentence}`,
  );
});
for (const line of wrong) process.stdout.write(`${line}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
