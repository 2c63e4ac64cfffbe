import { type Item, MINUTE_MS, type Outage, type Outlet, outlet } from './outlet.ts';
import { type Chance, chanceFrom, corrected, pick, type Story, story, syndicated } from './stories.ts';

export const DAY_MINUTES = 1440;
/** After it nothing new comes, so that what came can be found. */
const LAST_NEWS = 1_140;
/** The look six hours after an article came in must be within the day. */
const LAST_QUIET = 1_000;
/** Shares of the stories that are corrected, and of those that are corrected or taken down. */
const CORRECTED = 0.15;
const TAKEN_DOWN = 0.2;
/** A feed that hides all but one of its items for a while has shown it by then; in minutes. */
const TAKEN_DOWN_AFTER = 120;
/** Between two looks at a feed, in minutes. */
const LONGEST_LOOK = 35;
/** A feed that was out for hours may be looked at again only so many minutes after it is back. */
const LONGEST_BACK_OFF = 120;

export type DayOptions = {
  readonly seed: number;
  readonly outlets: number;
  readonly storiesEach: number;
  readonly startMs: number;
};

/** What a newsroom's day holds, and what must come of it. */
export type Day = {
  readonly outlets: readonly Outlet[];
  /** What happens in a minute, in order. */
  readonly events: ReadonlyMap<number, readonly (() => void)[]>;
  readonly stories: readonly Story[];
  /** Tokens of stories that their outlets corrected. */
  readonly corrected: ReadonlySet<string>;
  readonly copies: number;
  readonly deleted: number;
  /** Numbers of outlets that were out for hours, once for each time. */
  readonly longOutages: readonly number[];
};

function outagesOf(chance: Chance): readonly Outage[] {
  const kinds = ['status', 'login page', 'reset', 'nothing'] as const;
  const outages: Outage[] = [];
  if (chance() < 0.3) {
    const from = 60 + Math.floor(chance() * 400);
    outages.push({ from, to: from + 150 + Math.floor(chance() * 120), kind: pick(chance, kinds) });
  }
  // Too short for anybody to hear of.
  if (chance() < 0.3) outages.push({ from: 900, to: 912, kind: pick(chance, kinds) });
  return outages;
}

/** Whoever is out publishes nothing that could be seen, and whoever copies from them has nothing to copy. */
function afterOutage({ outages }: Outlet, minute: number): number {
  const out = outages.find(({ from, to }) => minute >= from - LONGEST_LOOK && minute < to);
  return out === undefined ? minute : out.to + Math.floor(minute / LAST_NEWS);
}

/** For how long a copy must wait at the least, lest it be seen before its original. */
function headStart({ outages }: Outlet, minute: number): number {
  const isLookedAtLate = outages.some(({ to }) => minute >= to && minute < to + LONGEST_BACK_OFF);
  return 20 + (isLookedAtLate ? LONGEST_BACK_OFF : 0);
}

/** Every other correction stands on its page alone, as long as there is time to look at that again. */
function correction(n: number, minute: number, updatedAtMs: number): (item: Item) => Item {
  const isQuiet = n % 2 === 0 && minute < LAST_QUIET;
  return (item) => ({ ...item, ...(isQuiet ? {} : { updatedAtMs }), story: corrected(item.story) });
}

/** A day of so many outlets: each tells its stories, corrects some, takes some down, and has some from others. */
export function planDay({ seed, outlets: count, storiesEach, startMs }: DayOptions): Day {
  const chance = chanceFrom(seed);
  const outlets = Array.from({ length: count }, (_none, number) => outlet(number, outagesOf(chance)));
  const events = new Map<number, (() => void)[]>();
  const at = (minute: number, deed: () => void): void => {
    events.set(minute, [...(events.get(minute) ?? []), deed]);
  };
  const stories: Story[] = [];
  const isCorrected = new Set<string>();
  let copies = 0;
  let deleted = 0;
  const publish = (where: Outlet, minute: number, told: Story): Item => {
    const publishedAtMs = startMs + minute * MINUTE_MS;
    const item: Item = { path: `/story/${told.token}`, guid: `g-${told.token}`, publishedAtMs, story: told };
    at(minute, () => void where.items.unshift(item));
    return item;
  };
  const change = (
    where: Outlet,
    minute: number,
    guid: string,
    changed: (item: Item) => Item | undefined,
  ): void =>
    at(minute, () => {
      const place = where.items.findIndex((item) => item.guid === guid);
      const found = where.items[place];
      if (found === undefined) return;
      const next = changed(found);
      where.items.splice(place, 1, ...(next === undefined ? [] : [next]));
    });
  const tellAll = (where: Outlet, n: number): void => {
    const told = story(chance, stories.length);
    const planned = 1 + Math.floor(chance() * LAST_NEWS);
    const fate = chance();
    const isCopied = n % 5 === 0 && count > 1;
    const isSeenAtOnce = isCopied || fate < TAKEN_DOWN;
    const minute = isSeenAtOnce ? afterOutage(where, planned) : planned;
    stories.push(told);
    const { guid } = publish(where, minute, told);
    if (fate < CORRECTED) {
      isCorrected.add(told.token);
      const when = Math.min(minute + 30 + Math.floor(chance() * 200), LAST_NEWS + 60);
      change(where, when, guid, correction(n, minute, startMs + when * MINUTE_MS));
    } else if (fate < TAKEN_DOWN) {
      deleted += 1;
      change(where, minute + TAKEN_DOWN_AFTER, guid, () => undefined);
    }
    if (isCopied) {
      copies += 1;
      const other = outlets[(where.number + 1 + Math.floor(chance() * (count - 1))) % count] ?? where;
      publish(
        other,
        Math.min(minute + headStart(where, minute) + Math.floor(chance() * 90), LAST_NEWS + 90),
        syndicated(told, 'Coastal Press'),
      );
    }
  };
  for (const where of outlets) for (let n = 0; n < storiesEach; n += 1) tellAll(where, n);
  const longOutages = outlets.flatMap(({ number, outages }) =>
    outages.filter(({ from, to }) => to - from > 60).map(() => number),
  );
  return { outlets, events, stories, corrected: isCorrected, copies, deleted, longOutages };
}
