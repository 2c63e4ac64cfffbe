import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createClock } from './clock.ts';
import { act } from './control/act.ts';
import { Problem } from './control/problem.ts';
import { readWeather } from './control/read-weather.ts';
import { type MessagesRequest, readMessages, readWorld } from './control/read-world.ts';
import type { Core } from './core.ts';
import { DEMO_WORLD } from './demo-world.ts';
import { runMethod } from './dispatch.ts';
import { createEvents, type SandboxEvent } from './events.ts';
import { findMethod } from './methods/table.ts';
import { openStateFile } from './state-file.ts';
import { createTranscript, type TranscriptLine } from './transcript.ts';
import { createDelivery } from './updates/delivery.ts';
import type { RunReply } from './updates/webhook-sender.ts';
import { createWeather, type WeatherReport } from './weather/weather.ts';
import { record } from './wire/record.ts';
import { createSandboxServer, type Mount } from './wire/server.ts';
import { buildWorld } from './world/build-world.ts';
import type { Message } from './world/types.ts';
import { checkWorld, type WorldFile } from './world/world-file.ts';

export { readWorldFile } from './read-world-file.ts';

export type SandboxOptions = {
  /** 0 for any free one. Without it 8081, or any free one where that is taken. */
  readonly port?: number;
  /** Without it the demo's: one channel, four people. */
  readonly world?: WorldFile;
  /** Read at the start when it is there; written shortly after each change and at the end. It wins over `world`. */
  readonly stateFile?: string;
  /** Other handlers, tried before all else. */
  readonly mounts?: readonly Mount[];
  /** The built page. Without it the one beside this module. */
  readonly pageDir?: string;
  /** A change of the weather, in the shape of POST /sandbox/weather. Without it what the world says, else fair weather without flood control. */
  readonly weather?: unknown;
  /** The sandbox refuses to run where `NODE_ENV` is `production` unless this is true. */
  readonly allowProduction?: boolean;
};

export type Sandbox = {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Does what POST /sandbox/act does; throws a Problem that says why not. */
  readonly act: (command: Record<string, unknown>) => Record<string, unknown>;
  /** Changes the weather and tells the plan in force; without a change only the latter. */
  readonly weather: (change?: unknown) => WeatherReport;
  readonly transcript: () => TranscriptLine[];
  readonly clearTranscript: () => void;
  /** As GET /sandbox/world. */
  readonly world: () => Record<string, unknown>;
  /** As GET /sandbox/messages: of a private chat with the user's id. */
  readonly messages: (chat: number | string, request?: Omit<MessagesRequest, 'chat'>) => Message[];
  readonly subscribe: (listener: (event: SandboxEvent) => void) => () => void;
  /** Moves the clock on and tells the time, epoch milliseconds. */
  readonly advance: (ms: number) => number;
  readonly close: () => Promise<void>;
};

const DEFAULT_PORT = 8081;

/** Starts a Bot API of one's own on this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (process.env['NODE_ENV'] === 'production' && options.allowProduction !== true) {
    throw new Problem('The sandbox does not run where NODE_ENV is production: nobody would get the messages');
  }
  const core = await createCore(options);
  const pageDir = options.pageDir ?? findPageDir();
  const server = createSandboxServer(core, { mounts: options.mounts ?? [], pageDir });
  const port = await listen(server, options.port);
  return {
    address: `http://127.0.0.1:${port}`,
    act: (command) => act(core, command) as Record<string, unknown>,
    weather: (change) => {
      if (change === undefined) return core.weather.report();
      const report = core.weather.change(readWeather(change));
      core.events.emit({ type: 'weather', weather: report });
      return report;
    },
    transcript: () => [...core.transcript.lines()].map((line) => JSON.parse(line) as TranscriptLine),
    clearTranscript: core.transcript.clear,
    world: () => readWorld(core),
    messages: (chat, request) => readMessages(core, { chat: String(chat), ...request }).messages,
    subscribe: core.events.subscribe,
    advance: (ms) => {
      core.clock.advance(ms);
      return core.clock.now();
    },
    close: async () => {
      core.delivery.close();
      core.clock.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await core.save();
    },
  };
}

async function createCore(options: SandboxOptions): Promise<Core & { readonly save: () => Promise<void> }> {
  const state = await openStateFile(options.stateFile);
  const file = checkWorld(options.world ?? DEMO_WORLD);
  const world = state.loaded?.world ?? buildWorld(file);
  const clock = createClock(state.loaded?.clockOffsetMs ?? 0);
  const weather = createWeather(false);
  weather.change(readWeather(options.weather ?? file.weather ?? {}));
  const reply: RunReply = (bot, fields) => {
    const method = findMethod(String(fields['method']));
    if (method === undefined) return;
    const args = { values: new Map(Object.entries(fields)), files: new Map() };
    const startedMs = performance.now();
    const answering = runMethod(method, { core, bot, args, onHangUp: () => () => undefined });
    void Promise.resolve(answering).then((answer) => {
      const target = { token: bot.token, methodName: method.name };
      const outcome = { answer, accepted: answer.ok, delivered: false };
      record(core, { target, args, outcome, startedMs, bot: bot.id });
    });
  };
  const delivery = createDelivery(world, clock, reply);
  const core: Core = {
    world,
    clock,
    events: createEvents(),
    transcript: createTranscript(),
    weather,
    delivery,
    touch: () => state.touch(world, clock),
  };
  return Object.assign(core, { save: () => state.save(world, clock) });
}

/** The built page lies beside the built module; in a checkout, in `dist`. */
function findPageDir(): string | undefined {
  const here = import.meta.dirname;
  const places = [join(here, 'page'), join(here, '../../dist/sandbox/page')];
  return places.find(
    (place) => existsSync(join(place, 'index.html')) && !existsSync(join(place, 'vite.config.ts')),
  );
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  try {
    return await tryListen(server, port ?? DEFAULT_PORT);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    if (port !== undefined) throw new Problem(`Port ${port} is taken`);
    return tryListen(server, 0);
  }
}

function tryListen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
