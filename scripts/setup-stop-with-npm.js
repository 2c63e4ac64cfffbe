import { execFileSync } from 'node:child_process';

const LOOK_EVERY_MS = 500;

/**
 * npm hands SIGTERM and SIGINT on to what it runs, but a killed npm, or a shell between the two that keeps the signal
 * to itself, would leave the bot running with nobody to stop it. So under npm it stops when npm is gone.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const parents = parentsUpToNpm();
  const looking = setInterval(() => {
    if (process.ppid === parents[0] && parents.every(isAlive)) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  looking.unref();
}

/** Our parent, and npm above it when the parent is the shell that npm runs a script in. */
function parentsUpToNpm() {
  const parent = processInfo(process.ppid);
  return /(^|\/)(sh|bash|dash|zsh)$/.test(parent.command) ? [process.ppid, parent.ppid] : [process.ppid];
}

/** The parent's id and the name of a process; a machine without `ps` leaves the parent alone to be watched. */
function processInfo(pid) {
  try {
    const [ppid, ...command] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/);
    return { ppid: Number(ppid), command: command.join(' ') };
  } catch {
    return { ppid: 0, command: '' };
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
