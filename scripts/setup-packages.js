import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, SetupError, tail } from './setup-run.js';

/**
 * Whether node_modules holds what package-lock.json names. npm notes what it installed in
 * node_modules/.package-lock.json; comparing the versions is right after a pull, a branch or an interrupted install,
 * where dates of files are not. Without `dev` the packages that only building and testing need may be missing.
 */
export function arePackagesInstalled(root, { dev }) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && (dev || !entry.dev))
    .every(([path, entry]) => installed[path]?.version === entry.version);
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Installs exactly what package-lock.json names; throws a SetupError that says what to do when that fails. */
export async function installPackages(root) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { code, output } = await run('npm', args, { cwd: root, doing: 'Installing the packages (npm ci)' });
  if (code === 0) return;
  throw new SetupError(
    `The packages could not be installed. Run \`npm ci\` in ${root} and see what it says; it ended with:\n${tail(output)}`,
  );
}
