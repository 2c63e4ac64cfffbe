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
