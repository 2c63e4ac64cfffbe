import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { botOf, redisKeys } from '../adapters/redis/keys.ts';
import { DEMO_ADMIN_ID, DEMO_CHANNEL, DEMO_TOKEN, DEMO_WORLD } from '../sandbox/demo-world.ts';
import { createNewsroom } from '../sandbox/newsroom/newsroom.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import type { Environment } from './environment.ts';
import { REDIS_FOLDER, startPrivateRedis } from './private-redis.ts';

const STATE_FILE = join('.data', 'sandbox.json');
/** Slots come every second, so that the first story is out as soon as it is read; this is between it and the next. */
const RHYTHM_MS = 10_000;
/**
 * The editor and two readers have the bot already: the editor's chat shows what an editor can do, and a broadcast has
 * whom to go to. The first reader is left to whoever looks at the page.
 */
const DEMO_STARTERS = [DEMO_ADMIN_ID, 1002, 1004];

/** Telegram in memory and a newspaper, and the settings with which the bot works for it. */
export type Demo = {
  readonly env: Environment;
  /** Where the page is. */
  readonly address: string;
  /** Between two posts, in ms; absent where the environment has a schedule of its own. */
  readonly minGapMs?: number;
  readonly close: () => Promise<void>;
};

/** Starts the sandbox and the demo newsroom. What the environment says goes before what the demo would choose. */
export async function startDemo(env: Environment): Promise<Demo> {
  const ownRedis = env['REDIS_URL']?.trim() ? undefined : await startPrivateRedis(REDIS_FOLDER);
  if (ownRedis !== undefined) await beginAfreshWhenTold(ownRedis.url, botOf(DEMO_TOKEN));
  await mkdir(dirname(STATE_FILE), { recursive: true });
  const isNew = !existsSync(STATE_FILE);
  let address = '';
  const newsroom = createNewsroom({ baseUrl: () => address, clock: () => Date.now() });
  const sandbox = await startSandbox({
    world: DEMO_WORLD,
    stateFile: STATE_FILE,
    mounts: [(request, response) => newsroom.handle(request, response)],
  });
  address = sandbox.address;
  if (isNew) for (const user of DEMO_STARTERS) sandbox.act({ user, text: '/start' });
  const hasSchedule = Boolean(env['POST_SCHEDULE']?.trim());
  return {
    address,
    ...(hasSchedule ? {} : { minGapMs: RHYTHM_MS }),
    env: {
      ...settingsOf(address),
      ...Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim())),
      BOT_TOKEN: DEMO_TOKEN,
      TELEGRAM_API_ROOT: address,
      ...(ownRedis === undefined ? {} : { REDIS_URL: ownRedis.url }),
    },
    close: async () => {
      await sandbox.close();
      await ownRedis?.stop();
    },
  };
}

function settingsOf(address: string): Environment {
  return {
    CHANNEL_ID: DEMO_CHANNEL,
    ADMIN_IDS: String(DEMO_ADMIN_ID),
    FEEDS: `${address}/newsroom/feed.xml`,
    FEED_INTERVAL: '30',
    POST_SCHEDULE: '* * * * * *',
  };
}

/**
 * A demo that has told all its stories, or whose Telegram is gone, begins again: only what belongs to the demo's own bot
 * is forgotten.
 */
async function beginAfreshWhenTold(redisUrl: string, bot: string): Promise<void> {
  const redis = new Redis(redisUrl.replace(/^unix:\/\//, ''));
  try {
    const keys = redisKeys(bot);
    const [known, waiting] = await Promise.all([
      redis.get(keys.lastNumber),
      redis.zcard(keys.waiting(DEMO_CHANNEL)),
    ]);
    const isTold = known !== null && waiting === 0;
    if (existsSync(STATE_FILE) && !isTold) return;
    await rm(STATE_FILE, { force: true });
    for (const pattern of [`dateline:{${bot}}*`, `dateline:${bot}:*`]) {
      for await (const found of redis.scanStream({ match: pattern, count: 1000 })) {
        if (found.length > 0) await redis.unlink(...found);
      }
    }
  } finally {
    redis.disconnect();
  }
}
