/** The processes of the storm: each can be killed as the kernel kills, and comes back as it was. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const CLI = new URL('../../dist/main/cli.js', import.meta.url).pathname;

/** A process that is started again after each kill. Its output goes to a file of its own, in `folder`. */
export function revivable(name, command, args, { folder, env }) {
  let child;
  const start = () => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', log, log] });
  };
  start();
  return {
    name,
    /** `kill -9`; back after `downMs`. */
    killFor: async (downMs) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await sleep(downMs);
      start();
    },
    /** Stops it as a debugger or a machine that sleeps does; it goes on after so long, and is not waited for. */
    standStillFor: (ms) => {
      const stopped = child;
      stopped.kill('SIGSTOP');
      setTimeout(() => stopped.kill('SIGCONT'), ms);
    },
    /** Ends it for good; answers the exit code, null after a signal that it did not handle. */
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

export function dateline(name, args, { folder, env }) {
  const { PATH, HOME } = process.env;
  return revivable(name, process.execPath, [CLI, ...args], { folder, env: { PATH, HOME, ...env } });
}

/** A Redis of the storm's own that keeps what it is told. */
export async function redisServer(folder) {
  const port = await freePort();
  const args = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
  ];
  const options = { folder, env: process.env };
  return { ...revivable('redis', 'redis-server', [...args, '--loglevel', 'warning'], options), port };
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
