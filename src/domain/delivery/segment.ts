/** Some of the subscribers; what is absent asks nothing. Days count back from the start of the broadcast. */
export type Segment = {
  /** `en`, `pt`. */
  readonly languages?: readonly string[];
  /** Subscribed for the first time within so many days. */
  readonly joinedWithinDays?: number;
  /** Wrote to the bot, or pressed one of its buttons, within so many days; at most `ACTIVITY_DAYS`. */
  readonly activeWithinDays?: number;
};

/** For so long it is remembered on which days a subscriber was active. */
export const ACTIVITY_DAYS = 90;

export type SegmentPart =
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'joined' | 'active'; readonly days: number };

/** The segment with a part that it had not, or without it where it had it. */
export function toggled(segment: Segment, part: SegmentPart): Segment {
  const { languages = [], joinedWithinDays: joined, activeWithinDays: active } = segment;
  switch (part.kind) {
    case 'language':
      return languages.includes(part.language)
        ? segmentOf(
            languages.filter((language) => language !== part.language),
            joined,
            active,
          )
        : segmentOf([...languages, part.language], joined, active);
    case 'joined':
      return segmentOf(languages, joined === part.days ? undefined : part.days, active);
    case 'active':
      return segmentOf(languages, joined, active === part.days ? undefined : part.days);
  }
}

function segmentOf(
  languages: readonly string[],
  joinedWithinDays: number | undefined,
  activeWithinDays: number | undefined,
): Segment {
  return {
    ...(languages.length === 0 ? {} : { languages }),
    ...(joinedWithinDays === undefined ? {} : { joinedWithinDays }),
    ...(activeWithinDays === undefined ? {} : { activeWithinDays }),
  };
}
