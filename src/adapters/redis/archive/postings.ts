import type { Postings } from '../../../domain/archive/rank.ts';
import { batch } from './batch.ts';
import { type ArchiveContext, POSTINGS_SCRIPT } from './context.ts';

/** Number of the article (4 bytes), its day since 1970 (2), the term's weight (1), big-endian. */
export const POSTING_BYTES = 7;

/** Of a term, the newest this many are kept; a list is cut when it has grown to twice that. */
export const MOST_POSTINGS = 40_000;

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

/** In how many articles each term stands, as far as the index remembers; 0 for a term that stands nowhere. */
export async function readTotals(
  { redis, keys }: ArchiveContext,
  terms: readonly string[],
): Promise<readonly number[]> {
  const lengths = await batch(
    redis,
    terms.map((term) => ['strlen', keys.term(term)]),
  );
  // Only what was cut is longer than what is kept by the entry that says how many were dropped.
  const long = terms.filter((_, at) => Number(lengths[at]) > MOST_POSTINGS * POSTING_BYTES);
  const heads = await batch(
    redis,
    long.map((term) => ['getrangeBuffer', keys.term(term), 0, POSTING_BYTES - 1]),
  );
  const dropped = new Map(long.map((term, at) => [term, droppedBefore(heads[at])]));
  return terms.map((term, at) => Math.floor(Number(lengths[at]) / POSTING_BYTES) + (dropped.get(term) ?? 0));
}

/** A term, how many of its entries are read, and round the place of which article: the newest ones where absent. */
export type PostingsWanted = { readonly term: string; readonly most: number; readonly round?: number };

/** Postings of each term, in the same order; empty for a term that stands nowhere. */
export async function readPostings(
  { redis, keys }: ArchiveContext,
  wanted: readonly PostingsWanted[],
): Promise<readonly Postings[]> {
  const replies = await batch(
    redis,
    wanted.map(({ term, most, round = 0 }) => [
      `${POSTINGS_SCRIPT}Buffer`,
      1,
      keys.term(term),
      POSTING_BYTES,
      most,
      round,
    ]),
  );
  return replies.map(fromReply);
}

function fromReply(reply: unknown): Postings {
  const [entries, length, first]: readonly unknown[] = Array.isArray(reply) ? reply : [];
  if (!Buffer.isBuffer(entries) || !Buffer.isBuffer(first)) return fromPostings(Buffer.alloc(0), 0);
  return fromPostings(entries, Math.floor(Number(length) / POSTING_BYTES) + droppedBefore(first));
}

/** How many entries were cut off before this first one, less the one that says so. */
function droppedBefore(first: unknown): number {
  const isHead = Buffer.isBuffer(first) && first.length === POSTING_BYTES && first[POSTING_BYTES - 1] === 0;
  return isHead ? first.readUInt32BE(0) - 1 : 0;
}

/** What no term has: an empty list, or entries of which `total` were ever written. */
export function fromPostings(bytes: Buffer, total: number): Postings {
  const front = bytes[POSTING_BYTES - 1] === 0 ? 1 : 0;
  const count = Math.max(0, Math.floor(bytes.length / POSTING_BYTES) - front);
  const numbers = new Uint32Array(count);
  const days = new Uint16Array(count);
  const weights = new Uint8Array(count);
  // By bytes: these are tens of thousands for one question, and a call for each would be most of the work.
  for (let i = 0, at = front * POSTING_BYTES; i < count; i++, at += POSTING_BYTES) {
    const low = byte(bytes, at + 1) * 65_536 + byte(bytes, at + 2) * 256 + byte(bytes, at + 3);
    numbers[i] = byte(bytes, at) * 16_777_216 + low;
    days[i] = byte(bytes, at + 4) * 256 + byte(bytes, at + 5);
    weights[i] = byte(bytes, at + 6);
  }
  return { numbers, days, weights, total };
}

function byte(bytes: Buffer, at: number): number {
  return bytes[at] ?? 0;
}
