import type { ServerResponse } from 'node:http';
import type { Answer } from '../answer.ts';
import { type Outcome, writeAnswer } from './send-answer.ts';

/** An answer that is ready, and what is left to do once it is on its way. */
export type Leaving = {
  readonly response: ServerResponse;
  readonly answer: Answer;
  readonly body: string;
  readonly settle: (outcome: Outcome) => void;
};

export type Outbox = (leaving: Leaving) => void;

/**
 * Sends all answers that became ready together once the calls that came together have run: each write may wake the caller's
 * process, which costs more than the call itself, and one wake will do for all. They are settled while the callers already read.
 */
export function createOutbox(): Outbox {
  let ready: Leaving[] = [];
  const empty = (): void => {
    const all = ready;
    ready = [];
    const delivered = all.map(({ response, answer, body }) => writeAnswer(response, answer, body));
    for (const [index, { answer, body, settle }] of all.entries()) {
      settle({ answer, body, accepted: answer.ok, delivered: delivered[index] === true });
    }
  };
  return (leaving) => {
    ready.push(leaving);
    if (ready.length === 1) process.nextTick(empty);
  };
}
