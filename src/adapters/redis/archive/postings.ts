import type { Postings } from '../../../domain/archive/rank.ts';
import { batch } from './batch.ts';
import { type ArchiveContext, POSTINGS_SCRIPT } from './context.ts';

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

export type PostingsRange = {
  /** How many entries of each term. */
  readonly most: number;
  /** Round the place of the article of this number; the newest ones where absent. */
  readonly round?: number;
};

/** Postings of each term, in the same order; empty for a term that stands nowhere. */
export async function readPostings(
  { redis, keys }: ArchiveContext,
  terms: readonly string[],
  { most, round = 0 }: PostingsRange,
): Promise<readonly Postings[]> {
  const replies = await batch(
    redis,
    terms.map((term) => [`${POSTINGS_SCRIPT}Buffer`, 1, keys.term(term), POSTING_BYTES, most, round]),
  );
  return replies.map(fromReply);
}

function fromReply(reply: unknown): Postings {
  const [entries, length, first]: readonly unknown[] = Array.isArray(reply) ? reply : [];
  if (!Buffer.isBuffer(entries) || !Buffer.isBuffer(first)) return fromPostings(Buffer.alloc(0), 0);
  return fromPostings(entries, Math.floor(Number(length) / POSTING_BYTES) + droppedBefore(first));
}

/** How many entries were cut off before this first one, less the one that says so. */
function droppedBefore(first: Buffer): number {
  const isHead = first.length === POSTING_BYTES && first[POSTING_BYTES - 1] === 0;
  return isHead ? first.readUInt32BE(0) - 1 : 0;
}

/** What no term has: an empty list, or entries of which `total` were ever written. */
export function fromPostings(bytes: Buffer, total: number): Postings {
  const front = bytes[POSTING_BYTES - 1] === 0 ? 1 : 0;
  const count = Math.max(0, Math.floor(bytes.length / POSTING_BYTES) - front);
  const numbers = new Uint32Array(count);
  const days = new Uint16Array(count);
  const weights = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const at = (front + i) * POSTING_BYTES;
    numbers[i] = bytes.readUInt32BE(at);
    days[i] = bytes.readUInt16BE(at + 4);
    weights[i] = bytes[at + 6] ?? 0;
  }
  return { numbers, days, weights, total };
}
