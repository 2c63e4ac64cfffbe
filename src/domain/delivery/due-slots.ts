import { isQuiet, type QuietHours, quietEnd, releaseSlots } from './quiet-hours.ts';
import { nextSlot, slotsBetween } from './slots.ts';

/** When a channel's posts may go. */
export type Timetable = {
  readonly schedule: string;
  readonly timezone: string;
  readonly quietHours?: QuietHours;
  readonly missed: MissedSlots;
};

/** What becomes of slots that passed while nobody worked. */
export type MissedSlots = {
  readonly makeUp: 'none' | 'last' | 'all';
  /** Slots missed longer ago are gone for good, in milliseconds. */
  readonly withinMs: number;
  /** Between two slots that are made up, in milliseconds, so that they never come in a burst. */
  readonly gapMs: number;
};

/** One missed slot is made up, whatever the outage: the channel goes on, and readers are not flooded. */
export const MISSED_SLOTS: MissedSlots = { makeUp: 'last', withinMs: 86_400_000, gapMs: 5 * 60_000 };

/** A slot, and the instant from which its posts may go: later than the slot itself when it is made up. */
export type DueSlot = { readonly slotMs: number; readonly fromMs: number };

const DAY_MS = 24 * 3_600_000;
/** A slot that is looked at later than this was missed, in milliseconds. */
const LATE_MS = 60_000;

/**
 * The slots with `afterMs` < slot <= `nowMs`, as they are to be used now. Quiet hours and outages never add up to a burst:
 * what fell into quiet hours is one slot at their end, and what was missed keeps the gap of the policy.
 */
export function dueSlots(timetable: Timetable, afterMs: number, nowMs: number): readonly DueSlot[] {
  const { quietHours, timezone, missed } = timetable;
  const slots = usableSlots(timetable, Math.max(afterMs, nowMs - missed.withinMs), nowMs);
  const late = slots.filter((slot) => slot < nowMs - LATE_MS);
  const onTime = slots.filter((slot) => slot >= nowMs - LATE_MS);
  const madeUp = toMakeUp(late, missed.makeUp).map((slotMs, index) => {
    const fromMs = nowMs + index * missed.gapMs;
    return { slotMs, fromMs: quietHours === undefined ? fromMs : quietEnd(quietHours, timezone, fromMs) };
  });
  return [...madeUp, ...onTime.map((slotMs) => ({ slotMs, fromMs: slotMs }))];
}

/** The next `count` instants at which posts may go, ascending; fewer when the schedule holds no more. */
export function comingSlots(
  { schedule, timezone, quietHours }: Omit<Timetable, 'missed'>,
  afterMs: number,
  count: number,
): readonly number[] {
  const coming: number[] = [];
  let lastMs = afterMs;
  // While quiet hours hold the slots back, `after` is moved on with them: they are one slot.
  if (quietHours !== undefined && isQuiet(quietHours, timezone, afterMs)) {
    const heldBack = slotsBetween(schedule, timezone, afterMs - DAY_MS, afterMs);
    const endMs = quietEnd(quietHours, timezone, afterMs);
    if (heldBack.some((slot) => quietEnd(quietHours, timezone, slot) === endMs)) coming.push(endMs);
    lastMs = coming.at(-1) ?? afterMs;
  }
  while (coming.length < count) {
    const slot = nextSlot(schedule, timezone, lastMs);
    if (slot === undefined) return coming;
    lastMs = quietHours === undefined ? slot : quietEnd(quietHours, timezone, slot);
    coming.push(lastMs);
  }
  return coming;
}

function usableSlots(timetable: Timetable, afterMs: number, nowMs: number): readonly number[] {
  const { schedule, timezone, quietHours } = timetable;
  if (quietHours === undefined) return slotsBetween(schedule, timezone, afterMs, nowMs);
  const endMs = quietEnd(quietHours, timezone, afterMs);
  if (endMs > nowMs) return [];
  // What the present quiet hours held back before `after` comes due at their end with the rest.
  const fromMs = endMs > afterMs ? afterMs - DAY_MS : afterMs;
  return releaseSlots(slotsBetween(schedule, timezone, fromMs, nowMs), quietHours, timezone).filter(
    (slot) => slot > afterMs && slot <= nowMs,
  );
}

function toMakeUp(late: readonly number[], makeUp: MissedSlots['makeUp']): readonly number[] {
  switch (makeUp) {
    case 'none':
      return [];
    case 'last':
      return late.slice(-1);
    case 'all':
      return late;
  }
}
