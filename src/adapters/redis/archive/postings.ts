import type { Postings } from '../../../domain/archive/rank.ts';

/** Number of the article (4 bytes), its day since 1970 (2), the term's weight (1), big-endian. */
export const POSTING_BYTES = 7;

/** Of a term, the newest this many are kept; a list is cut when it has grown to twice that. */
export const MOST_POSTINGS = 40_000;

/** Of a term, the newest this many are read for one question. */
export const READ_POSTINGS = 20_000;

export const DAY_MS = 86_400_000;

export function toPosting(number: number, sortAtMs: number, weight: number): Buffer {
  const bytes = Buffer.allocUnsafe(POSTING_BYTES);
  bytes.writeUInt32BE(number, 0);
  bytes.writeUInt16BE(toDay(sortAtMs), 4);
  bytes.writeUInt8(weight, 6);
  return bytes;
}

/** Days since 1970, kept in what two bytes hold: an article dated before is as old as can be. */
export function toDay(ms: number): number {
  return Math.min(65_535, Math.max(0, Math.floor(ms / DAY_MS)));
}

/** Reads the end of a list; `listBytes` is the length of the whole. A torn entry at the front is left out. */
export function fromPostings(bytes: Buffer, listBytes: number): Postings {
  const count = Math.floor(bytes.length / POSTING_BYTES);
  const front = bytes.length - count * POSTING_BYTES;
  const numbers = new Uint32Array(count);
  const days = new Uint16Array(count);
  const weights = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const at = front + i * POSTING_BYTES;
    numbers[i] = bytes.readUInt32BE(at);
    days[i] = bytes.readUInt16BE(at + 4);
    weights[i] = bytes[at + 6] ?? 0;
  }
  return { numbers, days, weights, total: Math.floor(listBytes / POSTING_BYTES) };
}
