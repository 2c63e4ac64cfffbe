import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Broadcast, BroadcastId } from '../../src/app/ports/delivery.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { atLeast, type Row, shown, within } from './row.ts';
import { isSend } from './telegram.ts';
import { type Program, startWorld, type World } from './world.ts';

/** Long enough for a heap that grows with the messages to be seen to. */
const READERS = 60_000;
const TEXT = 'The ferry to Skerry sails again from Monday.';
/** No limit that these workers could reach. */
const LIFTED = { MESSAGES_PER_SECOND: '99999' };
const LOOK_MS = 20;
/** What is in hand goes on to its end; nothing is sent any more after this. */
const SETTLED_MS = 3_000;

/** Two workers, each a process, share a long broadcast; it is paused in its middle, goes on, and both keep their size. */
export async function benchTwoWorkers(): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const ledger = ledgerOf(world);
    await ledger.subscribe(await world.telegram.readers(READERS), READERS);
    const workers = [await world.dateline('worker', LIFTED), await world.dateline('worker', LIFTED)] as const;
    const id = await ledger.start(TEXT);
    await sentAtLeast(ledger, id, READERS / 4);
    const before = await Promise.all(workers.map(usageOf));
    const pausedMs = await pauseOf(world, ledger, id);
    await ledger.broadcasts.command(id, 'resume');
    const resumedMs = Date.now();
    const already = (await ledger.broadcasts.get(id))?.counts.sent ?? 0;
    const { finishedAtMs = 0, counts } = await sentAtLeast(ledger, id, READERS);
    const after = await Promise.all(workers.map(usageOf));
    const workMs = after.map(({ cpuMs }, index) => cpuMs - (before[index]?.cpuMs ?? 0));
    const grownMib = after.map(({ mib }, index) => mib - (before[index]?.mib ?? 0));
    const perSecond = ((counts.sent - already) * 1000) / (finishedAtMs - resumedMs);
    return [
      { name: 'broadcast messages/s, two workers together', figure: shown(perSecond), floor: '', ratio: '' },
      atLeast('share of the work of the lazier of two workers', shareOfLess(workMs), 0.3),
      within(
        `growth of a worker from message ${READERS / 4} to ${READERS}`,
        Math.max(...grownMib),
        32,
        ' MiB',
      ),
      within('last message after a pause', pausedMs, 1000, ' ms'),
    ];
  } finally {
    await world.stop();
  }
}

/** How long after the word to pause the last message was still taken, in ms. */
async function pauseOf({ telegram }: World, { broadcasts }: Ledger, id: BroadcastId): Promise<number> {
  const askedMs = Date.now();
  await broadcasts.command(id, 'pause');
  await sleep(SETTLED_MS);
  const sent = (await telegram.transcript()).filter(isSend).map(({ time }) => time);
  return Math.max(0, sent.reduce((a, b) => Math.max(a, b), 0) - askedMs);
}

async function sentAtLeast({ broadcasts }: Ledger, id: BroadcastId, count: number): Promise<Broadcast> {
  for (;;) {
    const found = await broadcasts.get(id);
    if (found !== undefined && found.counts.sent >= count && isThrough(found, count)) return found;
    await sleep(LOOK_MS);
  }
}

function isThrough({ status, counts }: Broadcast, count: number): boolean {
  return status === 'finished' || count < counts.audience;
}

/** The processor time of a process, and the memory that it holds. */
async function usageOf({ pid }: Program): Promise<{ readonly cpuMs: number; readonly mib: number }> {
  const [stat, status] = await Promise.all(
    ['stat', 'status'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
  );
  // After the name in brackets: user and system time are the 12th and 13th, in hundredths of a second.
  const fields = stat?.replace(/^.*\) /, '').split(' ') ?? [];
  const cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
  return { cpuMs, mib: Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1]) / 1024 };
}

function shareOfLess(work: readonly number[]): number {
  return Math.min(...work) / work.reduce((sum, one) => sum + one, 0);
}
