import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, isBuilt } from './setup-build.js';
import { withSetupLock } from './setup-lock.js';
import { arePackagesInstalled, installPackages } from './setup-packages.js';
import { SetupError, say } from './setup-run.js';
import { ensureProgram } from './setup-system.js';

export const ROOT = resolve(import.meta.dirname, '..');

/**
 * Brings this clone to where a command can run, doing only what is missing. `programs` are names from
 * setup-system.js; `dev` asks for the packages of building and testing even when nothing is to be built.
 */
export async function setUp({ programs = [], dev = false, built = true }) {
  const mustBuild = built && !isBuilt(ROOT);
  const needsDev = dev || mustBuild;
  if (!arePackagesInstalled(ROOT, { dev: needsDev }) || mustBuild) {
    await withSetupLock(ROOT, async () => {
      if (!arePackagesInstalled(ROOT, { dev: needsDev })) {
        await installPackages(ROOT);
        linkOwnCommand();
      }
      if (built && !isBuilt(ROOT)) await build(ROOT);
    });
  }
  for (const program of programs) await ensureProgram(program);
}

/** `npx dateline` then starts at once; without the link npm first makes a copy of the package's tree in its cache. */
function linkOwnCommand() {
  const folder = join(ROOT, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'dateline'), { force: true });
  symlinkSync('../../bin/dateline.js', join(folder, 'dateline'));
}

/** Ends the process on what stops set-up: one sentence where the reader can do something, else the whole error. */
export function exitWith(error) {
  say(error instanceof SetupError ? error.message : (error?.stack ?? String(error)));
  process.exit(1);
}
