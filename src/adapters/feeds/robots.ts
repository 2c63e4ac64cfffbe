import robotsModule from 'robots-parser';
import type { FetchReading } from './fetch-reading.ts';

type ParseRobots = (
  address: string,
  content: string,
) => { readonly isAllowed: (url: string, userAgent: string) => boolean | undefined };

/** The package's types tell of a default export within the one it has. */
const parseRobots: ParseRobots = Object(robotsModule);

const KEEP_MS = 12 * 3_600_000;
/** After a failure it is asked again sooner. */
const KEEP_FAILED_MS = 600_000;
const MOST_HOSTS = 5_000;

type Rules = { readonly allows: (url: string) => boolean; readonly untilMs: number };

export type Robots = {
  /** Whether the site lets the bot fetch a page; a site without rules, or whose rules cannot be had, does. */
  readonly allows: (url: URL) => Promise<boolean>;
};

export type RobotsOptions = {
  readonly userAgent: string;
  readonly fetch: (url: string) => Promise<FetchReading>;
  readonly now: () => number;
};

/** Keeps each site's robots.txt (RFC 9309) for half a day. */
export function createRobots({ userAgent, fetch, now }: RobotsOptions): Robots {
  const kept = new Map<string, Promise<Rules>>();
  const name = userAgent.split(/[/\s]/, 1)[0] ?? userAgent;
  const read = async (origin: string): Promise<Rules> => {
    const address = `${origin}/robots.txt`;
    const reading = await fetch(address);
    if (reading.kind !== 'fetched') {
      const isMissing = reading.kind === 'failed' && !reading.isTemporary;
      return { allows: () => true, untilMs: now() + (isMissing ? KEEP_MS : KEEP_FAILED_MS) };
    }
    const parsed = parseRobots(address, new TextDecoder().decode(reading.bytes));
    return { allows: (url) => parsed.isAllowed(url, name) ?? true, untilMs: now() + KEEP_MS };
  };
  return {
    allows: async (url) => {
      const known = kept.get(url.origin);
      if (known !== undefined && (await known).untilMs > now()) return (await known).allows(url.href);
      if (kept.size >= MOST_HOSTS) kept.clear();
      const rules = read(url.origin);
      kept.set(url.origin, rules);
      return (await rules).allows(url.href);
    },
  };
}
