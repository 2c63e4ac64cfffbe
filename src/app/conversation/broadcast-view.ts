import type { RichText } from '../../domain/post/rich-text.ts';
import type { Broadcast, DeliveryCounts } from '../ports/delivery.ts';
import type { UndeliveredMessage } from '../ports/ledger.ts';
import type { Say } from '../ports/messages.ts';
import type { Button, OutgoingMessage } from '../ports/telegram.ts';
import { type BroadcastDeed, writePress } from './callback.ts';
import { messageOf, stacked } from './message.ts';

/** Squares of the bar. */
const BAR = 12;
/** Reasons named in the report. */
const REASONS = 5;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** The one message that shows how a broadcast goes: bar, counts, pace, buttons. */
export function broadcastView(say: Say, broadcast: Broadcast, nowMs: number): OutgoingMessage {
  const { counts } = broadcast;
  const pace = paceOf(broadcast, nowMs);
  const blocks: RichText[] = [
    [{ bold: headOf(say, broadcast) }, `\n${barOf(counts)}`],
    [say('broadcast-counts', numbersOf(counts))],
    pace === undefined ? [] : [say('broadcast-pace', pace)],
    isOver(broadcast) && counts.unknown > 0
      ? [say('broadcast-unknown-note', { unknown: counts.unknown })]
      : [],
  ];
  return messageOf(stacked(blocks), [steering(say, broadcast)]);
}

/** A past broadcast, with what can be done about those who did not get it. */
export function pastView(say: Say, broadcast: Broadcast, nowMs: number): OutgoingMessage {
  const view = broadcastView(say, broadcast, nowMs);
  return isOver(broadcast) ? { ...view, keyboard: [aftermath(say, broadcast)] } : view;
}

/** Asks before those of whom nobody knows are sent it again. */
export function repeatView(say: Say, { id, counts: { unknown } }: Broadcast): OutgoingMessage {
  const button = (what: BroadcastDeed, text: string): Button => ({
    text,
    data: writePress({ kind: 'broadcast', what, id }),
  });
  return messageOf(
    [say('broadcast-repeat-ask', { unknown })],
    [
      [
        button('repeat-now', say('broadcast-button-repeat-now', { unknown })),
        button('back', say('button-back')),
      ],
    ],
  );
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
    [repeating(say, broadcast)],
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

/** From what was done since its progress was shown last; undefined while there is nothing to go by. */
function paceOf(
  { counts, status, shown }: Broadcast,
  nowMs: number,
): { readonly rate: number; readonly minutes: number } | undefined {
  const done = settled(counts);
  const elapsedMs = nowMs - (shown?.atMs ?? nowMs);
  if (status !== 'running' || shown === undefined || elapsedMs < SECOND_MS || done <= shown.settled) {
    return undefined;
  }
  const perMs = (done - shown.settled) / elapsedMs;
  const leftMs = (counts.audience - done) / perMs;
  return {
    rate: Math.max(1, Math.round(perMs * SECOND_MS)),
    minutes: Math.max(1, Math.ceil(leftMs / MINUTE_MS)),
  };
}

/** Pause, go on, cancel. */
export function steering(say: Say, { id, status }: Broadcast): readonly Button[] {
  const button = (key: 'pause' | 'resume' | 'cancel'): Button => ({
    text: say(`broadcast-button-${key}`),
    data: writePress({ kind: 'broadcast', what: key, id }),
  });
  if (status === 'running') return [button('pause'), button('cancel')];
  return status === 'paused' ? [button('resume'), button('cancel')] : [];
}

function aftermath(say: Say, broadcast: Broadcast): readonly Button[] {
  const { id, counts } = broadcast;
  const file: Button = {
    text: say('broadcast-button-file'),
    data: writePress({ kind: 'broadcast', what: 'file', id }),
  };
  const isAnyMissing = counts.unknown + counts.unreachable + counts.failed > 0;
  return [...repeating(say, broadcast), ...(isAnyMissing ? [file] : [])];
}

/** Who may have it or not can be sent it again, at an editor's word, once all else is done. */
function repeating(say: Say, { id, status, counts: { unknown } }: Broadcast): readonly Button[] {
  if (status !== 'finished' || unknown === 0) return [];
  return [
    {
      text: say('broadcast-button-repeat', { unknown }),
      data: writePress({ kind: 'broadcast', what: 'repeat', id }),
    },
  ];
}
