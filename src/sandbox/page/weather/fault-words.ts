import type { Fault, FaultKind } from '../wire/weather-plan.ts';

export const KIND_WORDS: Record<FaultKind, string> = {
  '429': '429, too many requests',
  '500': '500, internal error',
  '502': '502, a web page',
  refused: 'connection refused',
  hung: 'no answer ever',
  slow: 'slow',
  'answer lost': 'done, answer lost',
  reset: 'not done, connection reset',
};

export function timesInWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** A line of the plan in words. */
export function faultInWords({ fault, methods, chats, share, count, retry_after, delay_ms }: Fault): string {
  const parts = [
    KIND_WORDS[fault],
    share === undefined ? 'always' : `${Math.round(share * 100)} %`,
    `of ${methods?.join(', ') ?? 'all methods'}`,
    chats === undefined ? '' : `to ${chats.join(', ')}`,
    count === undefined ? '' : timesInWords(count),
    retry_after === undefined ? '' : `${retry_after} s`,
    delay_ms === undefined ? '' : `${delay_ms} ms`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
