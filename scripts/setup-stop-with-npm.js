const LOOK_EVERY_MS = 500;

/**
 * npm hands SIGTERM and SIGINT on to what it runs, and `exec` in package.json leaves no shell between the two that
 * would keep them. A killed npm hands on nothing, and the bot would run on with nobody to stop it: under npm, the bot
 * stops when its parent is gone.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const npm = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  looking.unref();
}
