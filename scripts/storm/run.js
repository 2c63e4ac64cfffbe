/** The storm from its first process to its verdict. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from './chance.js';
import { FAULTS, nextFault } from './faults.js';
import { openLedger } from './ledger.js';
import { openNewsroom } from './newsroom.js';
import { dateline, freePort, redisServer } from './processes.js';
import { CHANNEL, EDITOR, TOKEN, telegramAt, until, WORLD } from './telegram.js';
import { judge } from './verdict.js';

const MESSAGE = 'The storm is over by Monday, says the weather office of Port Vessin.';
/** Telegram lets a channel have so many posts a minute; fewer articles come, so that all can go out. */
const ARTICLE_EVERY_MS = 4_000;
const COMMAND_EVERY_MS = 700;
const GO_ON_EVERY_MS = 3_000;
/** Each command is of another person, so that its answer can be told from others. */
const MOST_COMMANDS = 10_000;
/** A broadcast is to last about so much of the storm. */
const BROADCAST_SHARE = 0.6;
/** After the last fault everything is settled within this: claims expire after less than a minute. */
const CALM_MS = 240_000;
const ANSWERS_MS = 90_000;

/** Answers whether every promise was kept. */
export async function runStorm({ seed, faults, subscribers, stormMs, hurry }, say) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-storm-'));
  const way = isWebhook(seed) ? 'webhook' : 'polling';
  say(
    `Seed ${seed}, ${faults} faults in ${stormMs / 1000} s, ${subscribers} subscribers, ${way}; logs in ${folder}`,
  );
  const world = await begin({ folder, seed, subscribers, stormMs });
  process.once('SIGTERM', () => void end(world).finally(() => process.exit(1)));
  try {
    const during = await strike(world, { faults, stormMs }, say);
    const calm = await settle(world, { hurry, askers: during.askers }, say);
    const promises = judge({
      ...during,
      ...calm,
      titles: world.newsroom.titles(),
      message: MESSAGE,
      audience: world.audience,
    });
    for (const { promise, seen, kept } of promises) say(`${kept ? 'kept  ' : 'BROKEN'}  ${promise}: ${seen}`);
    const isKept = promises.every(({ kept }) => kept);
    await end(world);
    if (isKept) await rm(folder, { recursive: true });
    return isKept;
  } catch (error) {
    await end(world);
    throw error;
  }
}

/** Updates come by webhook with even seeds, by polling with odd ones. */
function isWebhook(seed) {
  return seed % 2 === 0;
}

async function begin({ folder, seed, subscribers, stormMs }) {
  const chance = chanceFrom(seed);
  const perSecond = Math.max(30, Math.ceil((subscribers * 1000) / (stormMs * BROADCAST_SHARE)));
  // Chances of their own: what comes between two faults must not change which fault is next.
  const newsroom = await openNewsroom(chanceFrom(seed + 1));
  const commands = chanceFrom(seed + 2);
  const redis = await redisServer(folder);
  const address = await openTelegram(folder, perSecond);
  const telegram = telegramAt(address.url);
  const ledger = await openLedger(redis.port);
  const audience = await subscribe(telegram, ledger, subscribers);
  const env = {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: address.url,
    CHANNEL_ID: String(CHANNEL),
    ADMIN_IDS: String(EDITOR),
    FEEDS: newsroom.feed,
    FEED_INTERVAL: '1',
    POST_SCHEDULE: '* * * * * *',
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    MESSAGES_PER_SECOND: String(perSecond),
    LOG_LEVEL: 'info',
  };
  const port = await freePort();
  const webhook = {
    WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/storm`,
    WEBHOOK_SECRET: 'only_the_storm_knows',
  };
  const updates = isWebhook(seed) ? webhook : {};
  const web = dateline('web', ['web'], { folder, env: { ...env, ...updates, PORT: String(port) } });
  const workers = ['worker-1', 'worker-2'].map((name) => dateline(name, ['worker'], { folder, env }));
  return {
    folder,
    chance,
    commands,
    newsroom,
    redis,
    sandbox: address.process_,
    telegram,
    ledger,
    audience,
    web,
    workers,
  };
}

async function openTelegram(folder, perSecond) {
  const file = join(folder, 'world.json');
  const flood = { per_second: Math.ceil(perSecond * 1.1), burst: perSecond };
  await writeFile(file, JSON.stringify({ ...WORLD, weather: { flood } }));
  const process_ = dateline('sandbox', ['sandbox', '--port', '0', '--world', file], { folder, env: {} });
  const url = await until('the sandbox is up', async () => {
    const said = await readFile(join(folder, 'sandbox.log'), 'utf8');
    return /listens at (\S+)/.exec(said)?.[1];
  });
  return { process_, url };
}

async function subscribe(telegram, ledger, count) {
  const { first_id: first } = await telegram.act({ subscribers: count });
  const audience = Array.from({ length: count }, (_, index) => Number(first) + index);
  await ledger.subscribe(audience);
  return audience;
}

/** Starts the broadcast; then articles, commands and faults until the time is over. */
async function strike(world, { faults, stormMs }, say) {
  const { telegram, chance, commands, newsroom, audience } = world;
  newsroom.print();
  await until('the bot answers its editor', async () => {
    await telegram.act({ user: EDITOR, text: '/status' });
    await sleep(1_000);
    const { text } = await telegram.lastMessage(EDITOR);
    return text?.startsWith('Status') ? true : undefined;
  });
  await startBroadcast(telegram);
  const { first_id: firstAsker } = await telegram.act({ subscribers: MOST_COMMANDS });
  const askers = [];
  const storm = new AbortController();
  const every = async (ms, deed) => {
    while (!storm.signal.aborted) {
      await deed();
      await sleep(ms, undefined, { signal: storm.signal }).catch(() => undefined);
    }
  };
  const meanwhile = Promise.all([
    every(ARTICLE_EVERY_MS, () => newsroom.print()),
    every(GO_ON_EVERY_MS, () => world.ledger.goOn().catch(() => undefined)),
    every(COMMAND_EVERY_MS, async () => {
      const user = Number(firstAsker) + askers.length;
      await telegram.act({
        user,
        text: commands.pick(['/latest', '/quotes Lund', '/background ferry', '/help']),
      });
      askers.push(user);
    }),
  ]);
  // Told where it is awaited, at the end.
  meanwhile.catch(() => storm.abort());
  const counts = {};
  for (let number = 0; number < faults; number++) {
    await sleep(stormMs / faults);
    const name = nextFault(chance);
    await FAULTS[name].strike({ ...world, audience, telegram, chance });
    counts[name] = (counts[name] ?? 0) + 1;
  }
  storm.abort();
  await meanwhile;
  for (const [name, count] of Object.entries(counts)) say(`        ${count} × ${name}`);
  const hit = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { askers, struck: { hit, asked: faults } };
}

async function startBroadcast(telegram) {
  await telegram.act({ user: EDITOR, text: `/broadcast ${MESSAGE}` });
  const question = await until('the broadcast is previewed', async () => {
    const message = await telegram.lastMessage(EDITOR);
    const button = message.reply_markup?.inline_keyboard?.[0]?.[0];
    return button?.text.startsWith('Send to') ? { message, button } : undefined;
  });
  const { message, button } = question;
  await telegram.act({
    user: EDITOR,
    press: button.callback_data,
    message_id: message.message_id,
    chat: EDITOR,
  });
}

/** Fair weather; waits until nothing is waiting or in hand, then reads what became of everything. */
async function settle({ telegram, ledger, newsroom }, { hurry, askers }, say) {
  await telegram.weather({ faults: [] });
  const since = Date.now();
  const settling = async () => {
    await ledger.goOn();
    if (hurry) await ledger.letClaimsExpire();
    return (await ledger.isSettled(newsroom.titles().length)) ? true : undefined;
  };
  const isSettled = await until('everything is settled', settling, CALM_MS).catch(() => false);
  const seconds = Math.round((Date.now() - since) / 1000);
  say(
    isSettled ? `Settled ${seconds} s after the last fault` : `Not settled ${seconds} s after the last fault`,
  );
  const transcript = await lastAnswers(telegram, askers);
  const told = transcript
    .filter(
      ({ method, accepted, parameters }) =>
        accepted && method === 'sendMessage' && Number(parameters.chat_id) === EDITOR,
    )
    // Whoever is told that a post is there after all is not told that nobody knows.
    .filter(({ parameters }) => !/ after all: /.test(String(parameters.text)))
    .flatMap(({ parameters }) => /“(Edition \d+: [^”]+)”/.exec(String(parameters.text))?.[1] ?? []);
  return { transcript, told, ledger: await ledger.broadcast() };
}

/** The transcript once everyone is answered, or has waited for longer than a call that hangs and is tried again. */
async function lastAnswers(telegram, askers) {
  let transcript = [];
  const everyone = async () => {
    transcript = await telegram.transcript();
    const answered = new Set(
      transcript.filter(({ accepted }) => accepted).map(({ parameters }) => Number(parameters.chat_id)),
    );
    return askers.every((chat) => answered.has(chat)) ? true : undefined;
  };
  await until('everyone is answered', everyone, ANSWERS_MS).catch(() => undefined);
  return transcript;
}

async function end({ web, workers, redis, sandbox, ledger, newsroom }) {
  await ledger.close();
  await Promise.all([web, ...workers].map((process_) => process_.stop()));
  await Promise.all([sandbox.stop(), redis.stop()]);
  newsroom.close();
}
