import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, rowsOf } from '../../src/sandbox/page/log/rows.ts';
import { rowAt, rowOffsets, visibleRange } from '../../src/sandbox/page/log/window-range.ts';
import type { Message } from '../../src/sandbox/page/wire/message.ts';

const NOON = new Date(2026, 2, 12, 12).getTime() / 1000;
const DAY = 86_400;
const LOOK = { own: 1, hasNames: true, nowMs: NOON * 1000 };

function message(message_id: number, date: number, more: Partial<Message> = {}): Message {
  const from = { id: 7, first_name: 'Harbour' };
  return { message_id, date, chat: { id: -1001, type: 'channel' }, from, text: 'Ferry late', ...more };
}

function kinds(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => (row.kind === 'day' ? row.label : row.kind));
}

describe('the lines of a chat', () => {
  it('say the day wherever it changes', () => {
    const rows = rowsOf([message(1, NOON - 30 * DAY), message(2, NOON - DAY), message(3, NOON)], LOOK);
    expect(kinds(rows)).toEqual(['10 February', 'bubble', 'Yesterday', 'bubble', 'Today', 'bubble']);
  });

  it('name a sender once for messages that follow on', () => {
    const rows = rowsOf([message(1, NOON), message(2, NOON + 60), message(3, NOON + 4000)], LOOK);
    expect(rows.flatMap((row) => (row.kind === 'bubble' ? [row.hasName] : []))).toEqual([true, false, true]);
  });

  it('make one bubble of an album', () => {
    const album = { media_group_id: 'a' };
    const rows = rowsOf([message(1, NOON, album), message(2, NOON, album), message(3, NOON)], LOOK);
    expect(rows.flatMap((row) => (row.kind === 'bubble' ? [row.messages.length] : []))).toEqual([2, 1]);
  });

  it('put one’s own words on the other side, and a channel’s never', () => {
    const own = { from: { id: 1, first_name: 'Mara' } };
    const sides = (look: Parameters<typeof rowsOf>[1]) =>
      rowsOf([message(1, NOON, own), message(2, NOON)], look).flatMap((row) =>
        row.kind === 'bubble' ? [row.isOwn] : [],
      );
    expect([sides(LOOK), sides({ ...LOOK, own: undefined })]).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

describe('the window over the lines', () => {
  const rows = rowsOf(
    Array.from({ length: 100_000 }, (_, index) => message(index + 1, NOON - (100_000 - index) * 60)),
    LOOK,
  );
  const offsets = rowOffsets(rows, new Map());

  it('draws fewer than a hundred of 100,000, wherever one is', () => {
    const height = offsets[rows.length] ?? 0;
    for (const share of [0, 0.3, 0.77, 1]) {
      const { from, to } = visibleRange(offsets, height * share, 900);
      expect(to - from).toBeGreaterThan(3);
      expect(to - from).toBeLessThan(100);
    }
  });

  it('finds the line at any height', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: (offsets[rows.length] ?? 0) - 1, noNaN: true }), (pixel) => {
        const index = rowAt(offsets, pixel);
        expect(offsets[index]).toBeLessThanOrEqual(pixel);
        expect(offsets[index + 1]).toBeGreaterThan(pixel);
      }),
    );
  });

  it('takes a measured height for a guessed one', () => {
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('There are lines');
    const measured = rowOffsets([first, second], new Map([[first.key, 333]]));
    expect(measured[1]).toBe(333);
  });
});
