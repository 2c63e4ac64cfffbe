import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const NOBODY = 65_534;

const clones: string[] = [];

afterEach(async () => {
  await Promise.all(clones.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** What a bot does in these tests: says that it runs, and stops when it is told to. */
const SMALL_BOT = `
if (process.argv[2] === 'start') {
  const staying = setInterval(() => undefined, 1_000);
  process.once('SIGTERM', () => { process.stdout.write('stops\\n'); clearInterval(staying); });
}
process.stdout.write(\`runs \${process.argv.slice(2).join(' ')}\\n\`);
`;

/** A clone with the real scripts, the packages that are installed already, and a bot of three lines. */
async function cloneOf(bot = SMALL_BOT): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-clone-'));
  clones.push(folder);
  const kept = [
    'scripts',
    'bin',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  await Promise.all(kept.map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'src/main'), { recursive: true });
  await writeFile(join(folder, 'src/main/cli.ts'), bot);
  await writeFile(join(folder, 'src/main/claim.lua'), 'return 1\n');
  return folder;
}

/** A PATH with node, sh and the programs given, each a shell script. */
async function pathWith(folder: string, programs: Readonly<Record<string, string>>): Promise<string> {
  const bin = join(folder, 'test-bin');
  await mkdir(bin);
  await symlink(process.execPath, join(bin, 'node'));
  for (const name of ['sh', 'env']) await symlink(join('/bin', name), join(bin, name));
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
  return bin;
}

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type Running = {
  readonly ended: Promise<Ended>;
  readonly said: (text: string) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(command, args, { cwd, env: { ...process.env, REDIS_URL: '', ...env } });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, stdout, stderr })));
  const said = (text: string): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (stdout.includes(text)) done();
      };
      listeners.add(look);
      look();
    });
  return { ended, said, kill: (signal) => child.kill(signal) };
}

const start = (folder: string, env: NodeJS.ProcessEnv = {}): Running =>
  run('npm', ['start'], folder, { REDIS_URL: 'redis://127.0.0.1:6379', ...env });

describe('a fresh clone', () => {
  it('builds at the first start and at once runs at the second', async () => {
    const folder = await cloneOf();
    const first = start(folder);
    await first.said('runs start');
    first.kill('SIGTERM');
    const startedAt = performance.now();
    const second = start(folder);
    await second.said('runs start');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    second.kill('SIGTERM');
    expect((await first.ended).stderr).toContain('Building …');
    expect((await second.ended).stderr).not.toContain('Building …');
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('stops the bot when its npm is sent %s', async (signal) => {
    const running = start(await cloneOf());
    await running.said('runs start');
    running.kill(signal);
    await running.said('stops');
    expect((await running.ended).stdout).toContain('stops');
  });

  it('sets itself up for npx without a word on stdout', async () => {
    const folder = await cloneOf();
    const { code, stdout, stderr } = await run('node', ['bin/dateline.js', 'analyze', '--jsonl'], folder)
      .ended;
    expect(stderr).toContain('Building …');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'runs analyze --jsonl\n' });
  });

  it('says what the compiler says, and exits with 1, when it cannot be built', async () => {
    const folder = await cloneOf('const half = (;\n');
    const { code, stderr } = await run('node', ['bin/dateline.js'], folder).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/The build failed:[\s\S]*cli\.ts/);
  });
});

describe('a clone that was built before', () => {
  it('keeps the build of a running process when it is built anew, with the files that lie beside the code', async () => {
    const folder = await cloneOf();
    await run('node', ['scripts/build.js'], folder).ended;
    const before = await readlink(join(folder, 'dist'));
    await writeFile(join(folder, 'src/main/claim.lua'), 'return 2\n');
    const [one, two] = await Promise.all([
      run('node', ['scripts/build.js'], folder).ended,
      run('node', ['scripts/build.js'], folder).ended,
    ]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(await readFile(join(folder, before, 'main/claim.lua'), 'utf8')).toBe('return 1\n');
    expect(await readFile(join(folder, 'dist/main/claim.lua'), 'utf8')).toBe('return 2\n');
  });
});

describe('a machine without Redis', () => {
  it('gets one from its package manager, after a refresh that may fail', async () => {
    const folder = await cloneOf();
    const log = join(folder, 'manager.log');
    const install = `case "$1" in install) printf '#!/bin/sh\\n' > "$BIN/redis-server"; /bin/chmod +x "$BIN/redis-server";; update) exit 100;; esac`;
    const bin = await pathWith(folder, {
      'apt-get': `echo "$*" >> "${log}"\n${install}`,
      id: 'echo 0',
      sudo: 'shift; exec "$@"',
    });
    const running = run('node', ['scripts/start.js'], folder, { PATH: bin, BIN: bin });
    await running.said('runs start');
    running.kill('SIGTERM');
    expect((await running.ended).stderr).toContain(
      'No redis-server was found; it is installed with apt-get.',
    );
    expect(await readFile(log, 'utf8')).toMatch(/^update[^\n]*\ninstall [^\n]*redis-server\n$/);
  });

  it.each([
    ['apt-get', 'sudo apt-get install redis-server'],
    ['apk', 'sudo apk add redis'],
    ['dnf', 'sudo dnf install redis'],
  ])('tells the exact command where %s needs a right that we do not have', async (manager, command) => {
    const folder = await cloneOf();
    await run('node', ['scripts/build.js'], folder).ended;
    const bin = await pathWith(folder, { [manager]: 'exit 1', sudo: 'exit 1' });
    const args = ['--import', await withoutRoot(folder), 'scripts/start.js'];
    const { code, stderr } = await run('node', args, folder, { PATH: bin }).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(
      `No redis-server was found, and installing it needs root: run \`${command}\`, or set REDIS_URL to a Redis of yours.\n`,
    );
  });

  it('asks for none when .env names one', async () => {
    const folder = await cloneOf();
    await writeFile(join(folder, '.env'), 'REDIS_URL=redis://127.0.0.1:6379\n');
    const running = run('node', ['scripts/start.js'], folder, { PATH: await pathWith(folder, {}) });
    await running.said('runs start');
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });
});

/** Tests may run as root, who needs no sudo: the process is told that it is somebody else. */
async function withoutRoot(folder: string): Promise<string> {
  const file = join(folder, 'nobody.mjs');
  await writeFile(file, `process.getuid = () => ${NOBODY};\n`);
  return join(dirname(file), 'nobody.mjs');
}
