import { type FetchReading, failureOfError, shownAddress } from './fetch-reading.ts';
import { type FetcherOptions, type FetchRequest, follow, MEBIBYTE, MOST_BYTES, TooLong } from './follow.ts';
import { createGuard, hostAndPort } from './guard.ts';
import { createHostQueues } from './host-queues.ts';
import { createRobots } from './robots.ts';

export type Fetcher = {
  /** Fetches an address, politely and guarded; never throws. */
  readonly fetch: (request: FetchRequest) => Promise<FetchReading>;
  readonly close: () => void;
};

/** The HTTP client for feeds and pages: guarded, bounded in bytes and time, conditional, one request a host at a time. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const guard = createGuard(options.allowHosts ?? []);
  const queues = createHostQueues();
  const ask = async (request: FetchRequest): Promise<FetchReading> => {
    if (!URL.canParse(request.url)) return { kind: 'failed', reason: 'is no address', isTemporary: false };
    const url = new URL(request.url);
    try {
      return await queues.run(hostAndPort(url), () => follow({ guard, options, request }, url));
    } catch (error) {
      if (error instanceof TooLong) {
        const most = Math.round((options.mostBytes ?? MOST_BYTES[request.kind]) / MEBIBYTE);
        return { kind: 'failed', reason: `is longer than ${most} MiB`, isTemporary: false };
      }
      return failureOfError(error);
    }
  };
  const robots = createRobots({
    userAgent: options.userAgent,
    now: options.now ?? Date.now,
    fetch: (url) => ask({ url, kind: 'data' }),
  });
  return {
    fetch: async (request) => {
      const isPage = request.kind === 'page' && URL.canParse(request.url);
      if (isPage && !(await robots.allows(new URL(request.url)))) {
        const reason = `is closed to us by the robots.txt of ${new URL(request.url).host}`;
        return { kind: 'failed', reason, isTemporary: false };
      }
      return ask(request);
    },
    close: guard.close,
  };
}

/** "https://paper.example/feed is not there (status 404)": an address, without user and query, and what is with it. */
export function sentenceOf(url: string, reason: string): string {
  return `${shownAddress(url)} ${reason}`;
}
