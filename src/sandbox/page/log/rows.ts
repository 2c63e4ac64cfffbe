import { authorOf, serviceLine } from '../message/summary-line.ts';
import { dayName } from '../message/times.ts';
import type { Message } from '../wire/message.ts';

export type BubbleRow = {
  kind: 'bubble';
  key: string;
  messages: readonly Message[];
  isOwn: boolean;
  hasName: boolean;
};

/** A line of the message list. Its key stays the same as long as it is the same line. */
export type Row =
  | BubbleRow
  | { kind: 'day'; key: string; label: string }
  | { kind: 'service'; key: string; text: string };

type Day = { from: number; to: number };

/** The local day that a moment falls on, in Unix seconds; asked once a day, not once a message. */
function dayOf(seconds: number): Day {
  const date = new Date(seconds * 1000);
  const from = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const to = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  return { from: from.getTime() / 1000, to: to.getTime() / 1000 };
}

/** Messages of one sender within this time stand together under one name. */
const TOGETHER_SECONDS = 600;

function followsOn(row: Row | undefined, message: Message): boolean {
  const before = row?.kind === 'bubble' ? row.messages.at(-1) : undefined;
  if (before === undefined || message.date - before.date > TOGETHER_SECONDS) return false;
  return before.from?.id === message.from?.id && authorOf(before) === authorOf(message);
}

function isSameAlbum(row: Row | undefined, message: Message): row is BubbleRow {
  const album = message.media_group_id;
  return album !== undefined && row?.kind === 'bubble' && row.messages[0]?.media_group_id === album;
}

type Look = {
  /** Whose messages stand on the right. */
  own: number | undefined;
  /** Whether senders are named: not where only two talk. */
  hasNames: boolean;
  /** The sandbox's clock in milliseconds. */
  nowMs: number;
};

/** The lines that a chat's messages make: with the days between them, albums as one. */
export function rowsOf(messages: readonly Message[], { own, hasNames, nowMs }: Look): readonly Row[] {
  const rows: Row[] = [];
  let day: Day = { from: 0, to: 0 };
  for (const message of messages) {
    if (message.date < day.from || message.date >= day.to) {
      day = dayOf(message.date);
      rows.push({ kind: 'day', key: `day ${day.from}`, label: dayName(message.date, nowMs) });
    }
    const last = rows.at(-1);
    const key = String(message.message_id);
    const text = serviceLine(message);
    if (text !== undefined) {
      rows.push({ kind: 'service', key, text });
    } else if (isSameAlbum(last, message)) {
      rows[rows.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      const hasName = hasNames && !followsOn(last, message);
      const isOwn = own !== undefined && message.from?.id === own;
      rows.push({ kind: 'bubble', key, messages: [message], isOwn, hasName });
    }
  }
  return rows;
}
