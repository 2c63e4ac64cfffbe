/** `npm test [-- what vitest takes]`: sets up what is missing, builds, then unit, integration and end-to-end tests. */
import './setup-node.js';

const { spawn } = await import('node:child_process');
const { join } = await import('node:path');
const { exitWith, ROOT, setUp } = await import('./setup.js');

const DEFAULT_PROJECTS = [
  '--project',
  'unit',
  '--project',
  'integration',
  '--project',
  'e2e',
  '--project',
  'storm',
];
const args = process.argv.slice(2);
const namesProjects = args.some((arg) => arg.startsWith('--project'));
const wantsBrowser = args.includes('browser') || args.includes('--project=browser');

await setUp({ dev: true, programs: wantsBrowser ? ['redis', 'chromium'] : ['redis'] }).catch(exitWith);
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', ...(namesProjects ? [] : DEFAULT_PROJECTS), ...args], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
