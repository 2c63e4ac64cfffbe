import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { run, SetupError, say, tail } from './setup-run.js';

/** Programs that are not npm packages: what they are called once installed, and their package for each manager. */
const PROGRAMS = {
  redis: {
    commands: ['redis-server'],
    packages: { 'apt-get': 'redis-server', brew: 'redis', apk: 'redis', dnf: 'redis' },
    otherwise: 'set REDIS_URL to a Redis of yours',
  },
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: { 'apt-get': 'chromium', brew: 'chromium', apk: 'chromium', dnf: 'chromium' },
    otherwise: 'install Chromium by hand',
  },
};

/** In the order they are looked for; brew refuses to run as root and needs no root. */
const MANAGERS = {
  'apt-get': {
    refresh: ['update', '-qq'],
    install: ['install', '-y', '-qq', '--no-install-recommends'],
    root: true,
  },
  apk: { install: ['add', '--no-cache'], root: true },
  dnf: { install: ['install', '-y', '-q'], root: true },
  brew: { install: ['install'], root: false },
};

/** Where package managers put programs that a bare PATH may lack. */
const ALSO_LOOK_IN = ['/opt/homebrew/bin', '/usr/local/bin'];

/** The path of the first of the commands found on `path` (as in the environment), or undefined. */
export function findCommand(commands, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find((candidate) => {
      try {
        accessSync(candidate, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** REDIS_URL as the bot will see it: from the environment, else from `.env`. */
export function redisUrlIsSet(root) {
  if (process.env.REDIS_URL) return true;
  try {
    return Boolean(parseEnv(readFileSync(join(root, '.env'), 'utf8')).REDIS_URL);
  } catch {
    return false;
  }
}

/** Makes sure that `redis` or `chromium` is there, installing it where we may; else throws the exact command. */
export async function ensureProgram(name) {
  const { commands, packages, otherwise } = PROGRAMS[name];
  if (findCommand(commands) !== undefined) return;
  const manager = Object.keys(MANAGERS).find((candidate) => findCommand([candidate]) !== undefined);
  const [command] = commands;
  if (manager === undefined) {
    throw new SetupError(`No ${command} was found, nor a package manager to install it with: ${otherwise}.`);
  }
  const { refresh, install, root } = MANAGERS[manager];
  const prefix = root ? await rootPrefix() : [];
  const byHand = `${root ? 'sudo ' : ''}${manager} install ${packages[manager]}`.replace(
    'apk install',
    'apk add',
  );
  if (prefix === undefined) {
    throw new SetupError(
      `No ${command} was found, and installing it needs root: run \`${byHand}\`, or ${otherwise}.`,
    );
  }
  say(`No ${command} was found; it is installed with ${manager}.`);
  // A refresh may fail for one broken source while the package can still be had: the install tells.
  if (refresh !== undefined) await runAs(prefix, [manager, ...refresh], 'Refreshing the list of packages');
  const { code, output } = await runAs(
    prefix,
    [manager, ...install, packages[manager]],
    `Installing ${command}`,
  );
  if (code === 0 && findInstalled(commands)) return;
  throw new SetupError(
    `Installing ${command} failed: run \`${byHand}\`, or ${otherwise}. It said:\n${tail(output)}`,
  );
}

/** What goes before a command so that it runs as root: nothing, `sudo -n`, or undefined where we may not. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true']);
  return sudo.code === 0 ? ['sudo', '-n'] : undefined;
}

function runAs(prefix, words, doing) {
  const [command, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...words];
  return run(command, args, { doing: `${doing} (${[...prefix, ...words].join(' ')})` });
}

/** A fresh program may lie outside PATH; its folder is then added for this process and its children. */
function findInstalled(commands) {
  if (findCommand(commands) !== undefined) return true;
  const found = findCommand(commands, ALSO_LOOK_IN.join(delimiter));
  if (found === undefined) return false;
  process.env.PATH = `${process.env.PATH}${delimiter}${join(found, '..')}`;
  return true;
}
