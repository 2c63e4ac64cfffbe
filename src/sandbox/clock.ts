/** Time that can be moved forward: the machine's clock and an offset. */
export type Clock = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Moves the time on; whatever falls due on the way happens before this returns. */
  readonly advance: (ms: number) => void;
  /** Runs something once, after `ms` of this clock's time; the returned function calls it off. */
  readonly later: (ms: number, run: () => void) => () => void;
  /** Calls off everything. */
  readonly close: () => void;
};

type Alarm = { readonly dueMs: number; readonly run: () => void; timer: NodeJS.Timeout | undefined };

/** @param offsetMs how far the clock starts ahead of the machine's. */
export function createClock(offsetMs = 0): Clock {
  const alarms = new Set<Alarm>();
  let offset = offsetMs;
  const now = (): number => Date.now() + offset;

  /** A wait longer than a timer can hold is armed again when the timer rings. */
  function arm(alarm: Alarm): void {
    const waitMs = Math.min(Math.max(alarm.dueMs - now(), 0), 2 ** 31 - 1);
    alarm.timer = setTimeout(() => {
      if (alarm.dueMs > now() + 1) arm(alarm);
      else if (alarms.delete(alarm)) alarm.run();
    }, waitMs);
  }

  return {
    now,
    advance: (ms) => {
      offset += ms;
      const waiting = [...alarms].sort((a, b) => a.dueMs - b.dueMs);
      for (const alarm of waiting) {
        if (!alarms.has(alarm)) continue;
        clearTimeout(alarm.timer);
        if (alarm.dueMs > now()) arm(alarm);
        else if (alarms.delete(alarm)) alarm.run();
      }
    },
    later: (ms, run) => {
      const alarm: Alarm = { dueMs: now() + ms, run, timer: undefined };
      alarms.add(alarm);
      arm(alarm);
      return () => {
        clearTimeout(alarm.timer);
        alarms.delete(alarm);
      };
    },
    close: () => {
      for (const alarm of alarms) clearTimeout(alarm.timer);
      alarms.clear();
    },
  };
}
