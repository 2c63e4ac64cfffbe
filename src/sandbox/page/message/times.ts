const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const PRECISE = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const DAY_MS = 86_400_000;

/** @param seconds Unix seconds, as Telegram dates messages. */
export function clockTime(seconds: number): string {
  return CLOCK.format(seconds * 1000);
}

export function preciseTime(ms: number): string {
  return PRECISE.format(ms);
}

/** A key that two moments share when they fall on the same day where the browser is. */
export function dayKey(seconds: number): string {
  return DAY_OF_YEAR.format(seconds * 1000);
}

/** @param nowMs the sandbox's clock, in milliseconds. */
export function dayName(seconds: number, nowMs: number): string {
  const key = dayKey(seconds);
  if (key === dayKey(nowMs / 1000)) return 'Today';
  if (key === dayKey((nowMs - DAY_MS) / 1000)) return 'Yesterday';
  const isThisYear = new Date(seconds * 1000).getFullYear() === new Date(nowMs).getFullYear();
  return isThisYear ? DAY.format(seconds * 1000) : key;
}
