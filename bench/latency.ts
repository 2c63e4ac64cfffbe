import { join } from 'node:path';
import { dropArticles, waitingArticles } from './delivery/articles.ts';
import { ledgerOf } from './delivery/ledger.ts';
import { answeredMs, askAtOnce, askAtRate } from './delivery/load.ts';
import { percentile } from './delivery/rolling.ts';
import { beside, type Row } from './delivery/row.ts';
import { isSend } from './delivery/telegram.ts';
import { PEERS, type Program, run, startWorld, type World } from './delivery/world.ts';

const PER_SECOND = 300;
const SECONDS = 15;
const WARM_UP = 3_000;
const AT_ONCE = 12_000;
const ARTICLES = 30;
const LIFTED = '99999';

type Contender = {
  readonly bot: string;
  readonly texts: readonly string[];
  readonly start: (world: World) => Promise<Program>;
};

const DATELINE: Contender = {
  bot: 'bench_bot',
  texts: ['/help', '/latest', '/quotes Lund'],
  start: (world) =>
    world.dateline('start', {
      MESSAGES_PER_SECOND: LIFTED,
      ARTICLES_DIR: join(world.folder, 'articles'),
      POST_SCHEDULE: '0 0 1 1 *',
    }),
};

const LINE = 'The ferry to Skerry sails again from Monday.';

/** `length`: of what it is told and says back. */
function echo(kind: keyof typeof PEERS, length: number = LINE.length): Contender {
  const lines = `${LINE}\n`.repeat(Math.ceil(length / LINE.length));
  return {
    bot: `${kind}_bot`,
    texts: [lines.slice(0, length)],
    start: async ({ telegram, folder }) => {
      const file = new URL('./delivery/echo.ts', import.meta.url).pathname;
      const program = run(process.execPath, [file, kind, PEERS[kind], telegram.address], folder);
      await program.said(/Echo is running/);
      return program;
    },
  };
}

/**
 * The whole bot in one process, with an archive to answer from, beside the least bots there are: how long a reader waits at a
 * steady rate, and how many updates a second are answered when more come than can be.
 */
export async function benchLatency({
  progress,
}: {
  readonly progress: (done: string) => void;
}): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    await dropArticles(join(world.folder, 'articles'), ARTICLES);
    const first = await DATELINE.start(world);
    await waitingArticles(ledgerOf(world), ARTICLES);
    await first.stop();
    const waits: Record<string, readonly number[]> = {};
    const rates: Record<string, number> = {};
    for (const contender of [echo('grammy'), echo('telegraf'), DATELINE]) {
      const program = await contender.start(world);
      waits[contender.bot] = await waitsOf(world, contender);
      rates[contender.bot] = await rateOf(world, contender);
      await program.stop();
      progress(contender.bot);
    }
    const length = await meanLength(world);
    const asLong = echo('telegraf', length);
    const program = await asLong.start(world);
    const asLongRate = await rateOf(world, asLong);
    await program.stop();
    const of = (bot: string, share: number): number => percentile(waits[bot] ?? [], share);
    return [
      ...[0.5, 0.99].map((share) =>
        beside(
          `ms to an answer at ${PER_SECOND}/s, p${share * 100}`,
          of('bench_bot', share),
          of('grammy_bot', share),
          `bare grammY echo (telegraf ${of('telegraf_bot', share)})`,
        ),
      ),
      beside(
        'answers/s when more come than can be',
        rates['bench_bot'] ?? 0,
        rates['telegraf_bot'] ?? 0,
        `bare telegraf echo (grammY ${Math.round(rates['grammy_bot'] ?? 0)})`,
      ),
      beside(
        'the same, beside answers as long as these',
        rates['bench_bot'] ?? 0,
        asLongRate,
        `bare telegraf echo of ${length} characters`,
      ),
    ];
  } finally {
    await world.stop();
  }
}

/** Of the answers that were sent last: Telegram's own work, on the same machine, grows with it. */
async function meanLength({ telegram }: World): Promise<number> {
  const texts = (await telegram.transcript())
    .filter(isSend)
    .map(({ parameters }) => String(parameters['text']));
  return Math.round(texts.reduce((sum, { length }) => sum + length, 0) / texts.length);
}

async function waitsOf({ telegram }: World, { bot, texts }: Contender): Promise<readonly number[]> {
  await telegram.forget();
  await answeredMs(telegram, await askAtRate(telegram, { bot, texts, count: WARM_UP }, PER_SECOND * 2));
  await telegram.forget();
  const asked = await askAtRate(telegram, { bot, texts, count: PER_SECOND * SECONDS }, PER_SECOND);
  const answers = await answeredMs(telegram, asked);
  return answers.map((answerMs, number) => answerMs - (asked.askedMs[number] ?? Number.NaN));
}

async function rateOf({ telegram }: World, { bot, texts }: Contender): Promise<number> {
  await telegram.forget();
  const answers = await answeredMs(telegram, await askAtOnce(telegram, { bot, texts, count: AT_ONCE }));
  const sorted = [...answers].sort((a, b) => a - b);
  const [from = 0, until = 0] = [sorted[0], sorted.at(-1)];
  return (answers.length * 1000) / (until - from);
}
