/** `npm run check [-- name …]`: everything that can be told without running the bot; each check with its time. */
import './setup-node.js';

const { existsSync } = await import('node:fs');
const { join } = await import('node:path');
const { exitWith, ROOT, setUp } = await import('./setup.js');
const { run } = await import('./setup-run.js');

/** Two at a time fill two cores; the longest begin first. */
const AT_ONCE = 2;
const PAGE = join('src', 'sandbox', 'page', 'tsconfig.json');
const INCREMENTAL = [
  '--incremental',
  '--tsBuildInfoFile',
  join('node_modules', '.cache', 'check.tsbuildinfo'),
];

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const script = (name) => [process.execPath, [join(ROOT, 'scripts', name)]];

/** What each check is called, and its command. */
const CHECKS = {
  types: [bin('tsc'), INCREMENTAL],
  ...(existsSync(join(ROOT, PAGE)) ? { 'page-types': [bin('tsc'), ['-p', PAGE, '--noEmit']] } : {}),
  'dead-code': [bin('knip'), ['--no-progress']],
  style: [bin('biome'), ['check', '--error-on-warnings', '.']],
  layers: [bin('vitest'), ['run', '--project', 'unit', 'tests/architecture.test.ts']],
  lock: ['npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']],
  messages: script('check-messages.js'),
  docs: script('check-docs.js'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  process.stderr.write(
    `No check is called ${unknown.join(', ')}; there are: ${Object.keys(CHECKS).join(', ')}\n`,
  );
  process.exit(2);
}
await setUp({ dev: true, built: false }).catch(exitWith);

const waiting = Object.entries(CHECKS).filter(([name]) => asked.length === 0 || asked.includes(name));
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, checkOnAndOn));
if (failed.length > 0) process.stdout.write(`\nNot in order: ${failed.join(', ')}\n`);
process.exit(failed.length > 0 ? 1 : 0);

async function checkOnAndOn() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, [command, args]] = next;
    const startedAt = performance.now();
    const { code, output } = await run(command, args, {
      cwd: ROOT,
      env: { NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    process.stdout.write(
      `${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)}  ${seconds.padStart(5)} s\n`,
    );
    if (code === 0) continue;
    failed.push(name);
    process.stdout.write(`${output.trimEnd().replaceAll(/^/gm, '  ')}\n`);
  }
}
