import { spawn } from 'node:child_process';
import { createFetcher } from '../src/adapters/feeds/fetcher.ts';
import { createSourceReader } from '../src/adapters/feeds/read-source.ts';
import { createFates } from '../src/adapters/redis/fates.ts';
import { createPageWatch } from '../src/adapters/redis/page-watch.ts';
import { createSourceStore } from '../src/adapters/redis/source-store.ts';
import { POLL_PACE } from '../src/app/ingest/next-poll.ts';
import { pollDueSources } from '../src/app/ingest/poll-sources.ts';
import { ownRedis } from './day/own-redis.ts';

type Row = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

const SOURCES = 1_000;
const CYCLES = 3;
/** Of a core, at an interval of five minutes. */
const BAR = 0.02;

/** Feeds that never change, in a process of their own, so that its time is not counted. */
const SERVER = `require('node:http').createServer((request, response) => {
  if (request.headers['if-none-match']) response.writeHead(304).end();
  else response.writeHead(200, { etag: '"1"' }).end('<rss version="2.0"><channel><title>A</title></channel></rss>');
}).listen(0, '0.0.0.0', function () { console.log(this.address().port); });`;

async function serveUnchanged(): Promise<{ readonly port: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line) => resolve(String(line).trim())),
  );
  return { port, stop: () => void child.kill() };
}

/** The processor time of asking 1,000 sources that answer 304, each a host of its own, as a share of a core. */
export async function benchPolling(): Promise<Row> {
  const [server, { redis, stop }] = await Promise.all([serveUnchanged(), ownRedis()]);
  const hosts = Array.from(
    { length: SOURCES },
    (_none, n) => `127.0.${1 + Math.floor(n / 200)}.${2 + (n % 200)}:${server.port}`,
  );
  const fetcher = createFetcher({ userAgent: 'Dateline/bench', allowHosts: hosts });
  try {
    const store = createSourceStore({ redis, botId: '1' });
    const quiet = (): void => undefined;
    let nowMs = Date.now();
    const polling = {
      store,
      fates: createFates({ redis, botId: '1' }),
      pages: createPageWatch({ redis, botId: '1' }),
      readSource: createSourceReader(fetcher),
      readCandidate: () => Promise.reject(new Error('No feed has an item')),
      takeIn: () => Promise.reject(new Error('No feed has an item')),
      tellDesk: async () => undefined,
      clock: { now: () => nowMs, sleep: async () => undefined },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      chance: () => 0,
      pace: POLL_PACE,
    };
    for (const host of hosts) {
      const url = `http://${host}/feed`;
      await store.put({ id: url, url, kind: 'feed', startsSilent: false, paused: false });
    }
    await pollDueSources(polling);
    const before = process.cpuUsage();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      nowMs += POLL_PACE.intervalMs;
      const polled = await pollDueSources(polling);
      if (polled !== SOURCES) throw new Error(`${polled} of ${SOURCES} sources were asked`);
    }
    const { user, system } = process.cpuUsage(before);
    const share = (user + system) / 1000 / CYCLES / POLL_PACE.intervalMs;
    return {
      name: `polling ${SOURCES} unchanged sources every five minutes`,
      figure: `${(share * 100).toFixed(2)} % of a core`,
      floor: `${BAR * 100} %, the bar`,
      ratio: (share / BAR).toFixed(2),
    };
  } finally {
    fetcher.close();
    server.stop();
    await stop();
  }
}
