import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type RedisClient } from '../../src/adapters/redis/connect.ts';
import { type Telegram, telegramAt } from './telegram.ts';

export const BOT = '7000000088';
export const TOKEN: string = `${BOT}:AABenchOfTheLedgerWithoutAnyLimits0`;
export const CHANNEL = -1_001_700_000_088;
export const EDITOR = 4001;
/** Bots that do nothing but echo, each with its own updates. */
export const PEERS: Readonly<Record<'grammy' | 'telegraf', string>> = {
  grammy: '7000000089:AABenchOfAnEchoWithoutAnyLedger0001',
  telegraf: '7000000090:AABenchOfAnEchoWithoutAnyLedger0002',
};

const CLI: string = new URL('../../src/main/cli.ts', import.meta.url).pathname;
const silent = (): void => undefined;
export const QUIET: Readonly<Record<'debug' | 'info' | 'warn' | 'error', () => void>> = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
};

export type Program = {
  readonly pid: number;
  readonly said: (words: RegExp) => Promise<RegExpExecArray>;
  readonly stop: () => Promise<void>;
};

export type World = {
  readonly folder: string;
  /** Connected as the bot is. */
  readonly redis: RedisClient;
  readonly redisUrl: string;
  readonly telegram: Telegram;
  /** `dateline <role>` at work for the bot of this world. */
  readonly dateline: (role: 'start' | 'web' | 'worker', env?: Env) => Promise<Program>;
  readonly stop: () => Promise<void>;
};

type Env = Readonly<Record<string, string>>;

/** Redis with an append-only file, and the sandbox with or without flood control, each a process of its own. */
export async function startWorld({ flood = false }: { readonly flood?: boolean } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const path = join(folder, 'redis.sock');
  const settings = [
    '--port',
    '0',
    '--unixsocket',
    path,
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
  ];
  const server = run('redis-server', settings, folder);
  const redisUrl = `unix://${path}`;
  const redis = connectRedis(redisUrl, { log: QUIET });
  await redis.ping();
  const file = join(folder, 'world.json');
  await writeFile(file, JSON.stringify({ ...WORLD, weather: { flood } }));
  const sandbox = run(process.execPath, [CLI, 'sandbox', '--port', '0', '--world', file], folder);
  const [, address = ''] = await sandbox.said(/listens at (\S+)/);
  const programs: Program[] = [];
  return {
    folder,
    redis,
    redisUrl,
    telegram: telegramAt(address),
    dateline: async (role, env = {}) => {
      const own = { ...settingsFor(address, redisUrl), PORT: String(await freePort()), ...env };
      const program = run(process.execPath, ['--enable-source-maps', CLI, role], folder, own);
      programs.push(program);
      await program.said(/Dateline is running/);
      return program;
    },
    stop: async () => {
      await Promise.all(programs.map(({ stop }) => stop()));
      redis.disconnect();
      await Promise.all([sandbox, server].map(({ stop }) => stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const WORLD = {
  bots: [
    { id: Number(BOT), token: TOKEN, username: 'bench_bot', first_name: 'Bench' },
    ...Object.entries(PEERS).map(([name, token]) => ({
      id: Number(token.split(':')[0]),
      token,
      username: `${name}_bot`,
      first_name: name,
    })),
  ],
  users: { [EDITOR]: { first_name: 'Ruth', language_code: 'en', state: 'has pressed Start' } },
  chats: {
    [CHANNEL]: { type: 'channel', title: 'Bench Courier', username: 'bench_courier', bot: 'administrator' },
  },
};

function settingsFor(address: string, redisUrl: string): Env {
  return {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: address,
    CHANNEL_ID: String(CHANNEL),
    ADMIN_IDS: String(EDITOR),
    REDIS_URL: redisUrl,
    LOG_LEVEL: 'info',
  };
}

/** A program whose words can be waited for. */
export function run(command: string, args: readonly string[], cwd: string, env: Env = {}): Program {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(command, args, { cwd, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let heard = '';
  const listen = (chunk: Buffer): void => {
    heard = `${heard}${String(chunk)}`.slice(-65_536);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return {
    pid: child.pid ?? 0,
    said: async (words) => {
      for (;;) {
        const match = words.exec(heard);
        if (match !== null) return match;
        const ending = child.exitCode ?? child.signalCode;
        if (ending !== null) throw new Error(`${command} ${args.join(' ')} ended with ${ending}: ${heard}`);
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      }
    },
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
