import type { IncomingHttpHeaders } from 'node:http';
import CachePolicy from 'http-cache-semantics';

/** Nobody keeps us away for longer than a day. */
const LONGEST_MS = 24 * 3_600_000;

/** Milliseconds that `Retry-After` asks for, in seconds or as a date; undefined where it says nothing. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : (Date.parse(header) - nowMs) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds * 1000, 0), LONGEST_MS);
}

/**
 * Milliseconds for which an answer stays fresh by `Cache-Control` and `Expires` (RFC 9111), a 304 as the answer that
 * it renews; undefined for none.
 */
export function freshForMs(url: string, headers: IncomingHttpHeaders): number | undefined {
  const asked = headers['cache-control'] !== undefined || headers.expires !== undefined;
  if (!asked) return undefined;
  const policy = new CachePolicy(
    { url, method: 'GET', headers: {} },
    { status: 200, headers },
    { shared: false },
  );
  const ms = policy.timeToLive();
  return ms > 0 ? Math.min(Math.ceil(ms / 1000) * 1000, LONGEST_MS) : undefined;
}
