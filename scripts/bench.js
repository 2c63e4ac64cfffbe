/**
 * `npm run bench [-- name …] [--articles N] [--keep DIR] [--seconds N]`: every figure in one run, as one table. A module of the folder
 * bench exports functions called bench…, which take `{ articles, keep, seconds, progress }` and answer a row or rows `{ name, figure, floor?, ratio? }`:
 * what was measured, what beside, how they compare.
 * The modules are compiled beside the build and import it in place of src: what is measured is what runs.
 */
import './setup-node.js';

const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = await import('node:fs');
const { basename, join, resolve } = await import('node:path');
const { parseArgs } = await import('node:util');
const { exitWith, ROOT, setUp } = await import('./setup.js');

const FOLDER = join(ROOT, 'bench');
const COMPILED = join(ROOT, '.bench');
const COLUMNS = ['name', 'figure', 'floor', 'ratio'];

await setUp({ dev: true, programs: ['redis'] }).catch(exitWith);
const { default: ts } = await import('typescript');

compileAll();
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '20000' },
    // Where filled archives are kept for a later run.
    keep: { type: 'string' },
    // How long the pace is watched.
    seconds: { type: 'string', default: '100' },
  },
});
const options = {
  articles: Number(values.articles),
  keep: values.keep === undefined ? undefined : resolve(values.keep),
  seconds: Number(values.seconds),
  progress: (done) => process.stderr.write(`  … ${done}\n`),
};
// Node ends without a word when nothing is left that could end the waiting.
const UNSETTLED = 13;
process.on('exit', (code) => {
  if (code === UNSETTLED) process.stderr.write('The bench waited for something that can come no more.\n');
});

const names = benches()
  .map((file) => basename(file, '.ts'))
  .filter((name) => asked.length === 0 || asked.includes(name));
const rows = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  const module = await import(join(COMPILED, `${name}.js`));
  const measures = Object.entries(module).filter(
    ([key, value]) => key.startsWith('bench') && typeof value === 'function',
  );
  for (const [, measure] of measures) rows.push(...[await measure(options)].flat());
}
printTable(rows);
process.exit(rows.length > 0 ? 0 : 1);

function benches() {
  return existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.ts')) : [];
}

function compileAll() {
  rmSync(COMPILED, { recursive: true, force: true });
  for (const name of existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true }) : []) {
    if (!name.endsWith('.ts')) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(FOLDER, name), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    const path = join(COMPILED, name.replace(/\.ts$/, '.js'));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, outputText.replaceAll(/(['"])((?:\.\.?\/)+)(src\/)?([^'"]*)\.ts\1/g, toBuilt));
  }
}

function toBuilt(_, quote, up, src, rest) {
  return `${quote}${up}${src === undefined ? '' : 'dist/'}${rest}.js${quote}`;
}

function printTable(cells) {
  const table = [COLUMNS, ...cells.map((row) => COLUMNS.map((column) => String(row[column] ?? '')))];
  const widths = COLUMNS.map((_, index) => Math.max(...table.map((row) => row[index].length)));
  for (const row of table) {
    process.stdout.write(
      `${row
        .map((cell, index) => cell.padEnd(widths[index]))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
