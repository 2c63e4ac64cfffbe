import type { Fault } from '../wire/weather-plan.ts';

export type Preset = {
  name: string;
  /** What it is like for the bot, and what a good one does. */
  words: string;
  faults: readonly Fault[];
};

/** What carries messages; updates go on arriving, so that one can still talk to the bot. */
const SENDING = ['send*', 'copy*', 'forward*', 'edit*'];

export const PRESETS: readonly Preset[] = [
  { name: 'Clear', words: 'Telegram answers everything at once.', faults: [] },
  {
    name: 'Rate limits',
    words: 'Every third send is “429, retry after 2 s”. A good bot waits, then goes on where it was.',
    faults: [{ fault: '429', methods: SENDING, share: 0.33, retry_after: 2 }],
  },
  {
    name: 'Slow',
    words: 'Each answer takes two seconds. Nothing should time out, nothing be sent twice.',
    faults: [{ fault: 'slow', methods: SENDING, delay_ms: 2000 }],
  },
  {
    name: 'Answers lost',
    words: 'Every third send arrives, but the bot is never told. To send it again would show it twice.',
    faults: [{ fault: 'answer lost', methods: SENDING, share: 0.33 }],
  },
  {
    name: 'Resets',
    words: 'Every third connection breaks before Telegram does anything.',
    faults: [{ fault: 'reset', methods: SENDING, share: 0.33 }],
  },
  {
    name: 'Error 500',
    words: 'Every third send ends in an internal error.',
    faults: [{ fault: '500', methods: SENDING, share: 0.33 }],
  },
  {
    name: 'Error 502',
    words: 'Every third answer is a web page instead of JSON, as proxies send it.',
    faults: [{ fault: '502', methods: SENDING, share: 0.33, html: true }],
  },
  {
    name: 'Down',
    words: 'Nobody picks up. Not even updates come, until it clears.',
    faults: [{ fault: 'refused' }],
  },
];

/** A fault as it was asked for, in one spelling, without what the sandbox has counted since. */
function spelling({ fault, methods, chats, count, share, retry_after, delay_ms, html }: Fault): string {
  return JSON.stringify([fault, methods, chats, count, share, retry_after, delay_ms, html]);
}

/** @returns the preset that is in force, if it is one. */
export function presetOf(faults: readonly Fault[]): Preset | undefined {
  const asked = faults.map(spelling).join();
  return PRESETS.find((preset) => preset.faults.map(spelling).join() === asked);
}
