/** Some of the subscribers; what is absent asks nothing. Days count back from the start of the broadcast. */
export type Segment = {
  /** `en`, `pt`. */
  readonly languages?: readonly string[];
  /** Subscribed for the first time within so many days. */
  readonly joinedWithinDays?: number;
  /** Wrote to the bot, or pressed one of its buttons, within so many days; at most `ACTIVITY_DAYS`. */
  readonly activeWithinDays?: number;
  /** Keys of follows, of which they have at least one. */
  readonly follows?: readonly string[];
};

/** For so long it is remembered on which days a subscriber was active. */
export const ACTIVITY_DAYS = 90;

export type SegmentPart =
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'joined' | 'active'; readonly days: number }
  | { readonly kind: 'follows'; readonly key: string };

/** The segment with a part that it had not, or without it where it had it. */
export function toggled(segment: Segment, part: SegmentPart): Segment {
  const { languages, joinedWithinDays: joined, activeWithinDays: active, follows } = segment;
  const parts = {
    languages: part.kind === 'language' ? withOrWithout(languages, part.language) : languages,
    joinedWithinDays: part.kind === 'joined' ? other(joined, part.days) : joined,
    activeWithinDays: part.kind === 'active' ? other(active, part.days) : active,
    follows: part.kind === 'follows' ? withOrWithout(follows, part.key) : follows,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function withOrWithout(list: readonly string[] = [], item: string): readonly string[] | undefined {
  const rest = list.filter((one) => one !== item);
  if (rest.length === list.length) return [...list, item];
  return rest.length === 0 ? undefined : rest;
}

function other(now: number | undefined, days: number): number | undefined {
  return now === days ? undefined : days;
}
