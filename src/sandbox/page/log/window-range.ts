import type { Row } from './rows.ts';

const LINE_PX = 21;
const LETTERS_A_LINE = 52;
const BUBBLE_PX = 44;
const PHOTO_PX = 260;
const BUTTON_ROW_PX = 44;
const SMALL_ROW_PX = 40;

/** A row's height before it was ever drawn. Wrong is fine: what is drawn is measured, and the view does not move. */
export function estimatedHeight(row: Row): number {
  if (row.kind !== 'bubble') return SMALL_ROW_PX;
  const [message] = row.messages;
  if (message === undefined) return 0;
  const words = message.text ?? message.caption ?? '';
  const lines = Math.ceil(words.length / LETTERS_A_LINE) + words.split('\n').length - 1;
  const buttons = message.reply_markup?.inline_keyboard?.length ?? 0;
  const pictures = message.photo !== undefined || message.video !== undefined ? PHOTO_PX : 0;
  return BUBBLE_PX + lines * LINE_PX + buttons * BUTTON_ROW_PX + pictures;
}

/** Where each row begins, in pixels; one more at the end: the height of all. */
export function rowOffsets(rows: readonly Row[], heights: ReadonlyMap<string, number>): Float64Array {
  const offsets = new Float64Array(rows.length + 1);
  let at = 0;
  rows.forEach((row, index) => {
    at += heights.get(row.key) ?? estimatedHeight(row);
    offsets[index + 1] = at;
  });
  return offsets;
}

/** @returns the row that covers the pixel; the last one for what is below all. */
export function rowAt(offsets: Float64Array, pixel: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Drawn above and below what is seen, so that a turn of the wheel finds it ready. */
const MARGIN_PX = 700;

export type Range = { from: number; to: number };

/** The rows to draw, `to` left out. */
export function visibleRange(offsets: Float64Array, scrollTop: number, viewHeight: number): Range {
  const from = rowAt(offsets, Math.max(0, scrollTop - MARGIN_PX));
  const to = Math.min(offsets.length - 1, rowAt(offsets, scrollTop + viewHeight + MARGIN_PX) + 1);
  return { from, to: Math.max(from, to) };
}
