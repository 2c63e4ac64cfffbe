import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './setup-run.js';

const LOOK_AGAIN_MS = 200;

/** Runs `work` while no other process sets up the same clone; a lock whose process is gone is taken over. */
export async function withSetupLock(root, work) {
  const path = join(root, '.setup-lock');
  let told = false;
  while (!take(path)) {
    if (!told) say('Waiting for another set-up of this folder …');
    told = true;
    await sleep(LOOK_AGAIN_MS);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(path) {
  if (existsSync(path) && !isAlive(holderOf(path))) rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  // Just made and not yet written: its process is alive.
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
