import type { RichText } from '../../domain/post/rich-text.ts';
import type { Broadcast, DeliveryCounts } from '../ports/delivery.ts';
import type { UndeliveredMessage } from '../ports/ledger.ts';
import type { Say } from '../ports/messages.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { writePress } from './callback.ts';
import { messageOf, stacked } from './message.ts';

/** Squares of the bar. */
const BAR = 12;
/** Reasons named in the report. */
const REASONS = 5;
const MINUTE_MS = 60_000;

/** The one message that shows how a broadcast goes: bar, counts, time left, buttons. */
export function broadcastView(say: Say, broadcast: Broadcast, nowMs: number): OutgoingMessage {
  const { counts } = broadcast;
  const left = minutesLeft(broadcast, nowMs);
  const blocks: RichText[] = [
    [{ bold: headOf(say, broadcast) }, `\n${barOf(counts)}`],
    [say('broadcast-counts', numbersOf(counts))],
    left === undefined ? [] : [say('broadcast-time-left', { minutes: left })],
    isOver(broadcast) && counts.unknown > 0
      ? [say('broadcast-unknown-note', { unknown: counts.unknown })]
      : [],
  ];
  return messageOf(stacked(blocks), [buttonsOf(say, broadcast)]);
}

/**
 * The last word on a broadcast, as a message of its own, since an edit rings nobody's phone: how it ended, the counts,
 * and why some did not get it, the commonest reasons first.
 */
export function broadcastReport(
  say: Say,
  broadcast: Broadcast,
  undelivered: readonly UndeliveredMessage[],
  nowMs: number,
): OutgoingMessage {
  const { counts, status, startedAtMs = nowMs, finishedAtMs = nowMs } = broadcast;
  const minutes = Math.round((finishedAtMs - startedAtMs) / MINUTE_MS);
  const times = new Map<string, number>();
  for (const { reason } of undelivered) times.set(reason, (times.get(reason) ?? 0) + 1);
  const reasons = [...times].sort(([, a], [, b]) => b - a).slice(0, REASONS);
  return messageOf(
    stacked([
      [{ bold: say('broadcast-report', { status, minutes }) }],
      [say('broadcast-counts', numbersOf(counts))],
      reasons.length === 0
        ? []
        : [reasons.map(([reason, count]) => say('broadcast-reason', { count, reason })).join('\n')],
      counts.unknown > 0 ? [say('broadcast-unknown-note', { unknown: counts.unknown })] : [],
    ]),
  );
}

function numbersOf(
  counts: DeliveryCounts,
): Pick<DeliveryCounts, 'audience' | 'sent' | 'unreachable' | 'failed' | 'unknown'> {
  const { audience, sent, unreachable, failed, unknown } = counts;
  return { audience, sent, unreachable, failed, unknown };
}

function headOf(say: Say, broadcast: Broadcast): string {
  switch (broadcast.status) {
    case 'draft':
    case 'running':
      return say('broadcast-running');
    case 'paused':
      return broadcast.note === undefined
        ? say('broadcast-paused')
        : say('broadcast-paused-because', { reason: broadcast.note });
    case 'finished':
      return say('broadcast-finished');
    case 'cancelled':
      return say('broadcast-cancelled');
  }
}

function isOver({ status }: Broadcast): boolean {
  return status === 'finished' || status === 'cancelled';
}

function settled(counts: DeliveryCounts): number {
  return counts.sent + counts.unreachable + counts.failed + counts.unknown;
}

function barOf(counts: DeliveryCounts): string {
  const share = counts.audience === 0 ? 1 : settled(counts) / counts.audience;
  const full = Math.floor(share * BAR);
  return `${'▰'.repeat(full)}${'▱'.repeat(BAR - full)} ${Math.floor(share * 100)} %`;
}

/** From the pace until now; undefined while there is none to go by. */
function minutesLeft(broadcast: Broadcast, nowMs: number): number | undefined {
  const { startedAtMs, counts, status } = broadcast;
  const done = settled(counts);
  if (status !== 'running' || startedAtMs === undefined || done === 0) return undefined;
  const perMessageMs = Math.max(0, nowMs - startedAtMs) / done;
  return Math.max(1, Math.ceil(((counts.audience - done) * perMessageMs) / MINUTE_MS));
}

function buttonsOf(say: Say, { id, status }: Broadcast): readonly Button[] {
  const button = (key: 'pause' | 'resume' | 'cancel'): Button => ({
    text: say(`broadcast-button-${key}`),
    data: writePress({ kind: 'broadcast', what: key, id }),
  });
  if (status === 'running') return [button('pause'), button('cancel')];
  return status === 'paused' ? [button('resume'), button('cancel')] : [];
}
