import { Pool } from 'undici';
import { chatOf, isSend, type Telegram } from './telegram.ts';

const CONNECTIONS = 50;
const PATIENCE_MS = 60_000;
const LOOK_MS = 250;
/** Of those who asked last: order is kept within a chat alone. */
const LAST = 5;

export type Load = {
  /** The bot's name. */
  readonly bot: string;
  readonly texts: readonly string[];
  readonly count: number;
};

/** Readers, each of whom writes once, so that every answer is known by its chat. */
type Asked = {
  readonly bot: string;
  readonly first: number;
  readonly count: number;
  readonly askedMs: readonly number[];
};

/** So many updates a second, whether or not they are answered. */
export async function askAtRate(telegram: Telegram, load: Load, perSecond: number): Promise<Asked> {
  const { ask, first, close } = await askers(telegram, load);
  const startedAt = performance.now();
  const askedMs: number[] = [];
  const underWay: Promise<void>[] = [];
  for (let number = 0; number < load.count; ) {
    const due = Math.min(load.count, ((performance.now() - startedAt) * perSecond) / 1000);
    for (; number < due; number++) {
      askedMs.push(Date.now());
      underWay.push(ask(number));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(underWay);
  await close();
  return { bot: load.bot, first, count: load.count, askedMs };
}

/** As fast as the sandbox takes them. */
export async function askAtOnce(telegram: Telegram, load: Load): Promise<Asked> {
  const { ask, first, close } = await askers(telegram, load);
  const askedMs: number[] = [];
  const one = async (): Promise<void> => {
    while (askedMs.length < load.count) await ask(askedMs.push(Date.now()) - 1);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  await close();
  return { bot: load.bot, first, count: load.count, askedMs };
}

async function askers(telegram: Telegram, { bot, texts, count }: Load) {
  const first = await telegram.readers(count);
  const pool = new Pool(telegram.address, { connections: CONNECTIONS });
  const ask = async (number: number): Promise<void> => {
    const deed = { user: first + number, bot: `@${bot}`, text: texts[number % texts.length] };
    const answer = await pool.request({ path: '/sandbox/act', method: 'POST', body: JSON.stringify(deed) });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`The sandbox answered ${answer.statusCode}`);
  };
  return { ask, first, close: () => pool.close() };
}

/**
 * When each was answered first, once all are. Until those who asked last have an answer only their chats are looked at: the
 * whole transcript, read over and over, would take more of the machine than the bot does.
 */
export async function answeredMs(
  telegram: Telegram,
  { bot, first, count }: Asked,
): Promise<readonly number[]> {
  const deadline = Date.now() + PATIENCE_MS;
  await untilAnswered(
    telegram,
    { bot, first: first + Math.max(0, count - LAST), end: first + count },
    deadline,
  );
  for (;;) {
    const answered = new Map<number, number>();
    for (const call of await telegram.transcript()) {
      const chat = chatOf(call);
      if (isSend(call) && chat >= first && chat < first + count && !answered.has(chat))
        answered.set(chat, call.time);
    }
    if (answered.size === count) {
      return Array.from({ length: count }, (_, number) => answered.get(first + number) ?? Number.NaN);
    }
    if (Date.now() > deadline) throw new Error(`${count - answered.size} of ${count} were not answered`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function untilAnswered(
  { messages }: Telegram,
  { bot, first, end }: { readonly bot: string; readonly first: number; readonly end: number },
  deadline: number,
): Promise<void> {
  for (let chat = first; chat < end && Date.now() < deadline; ) {
    // What the reader wrote, and an answer.
    if ((await messages(chat, `@${bot}`)) > 1) chat++;
    else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
