import type { Archive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';

/** What many readers ask at once is composed once. */
export type KeptAnswers = {
  /** The answer to a question, composed anew when the archive is another than it was, or after a minute. */
  readonly to: (question: string, compose: () => Promise<OutgoingMessage>) => Promise<OutgoingMessage>;
};

type Kept = { readonly edition: string; readonly untilMs: number; readonly answer: Promise<OutgoingMessage> };

const MOST_KEPT = 1_000;
/** What an answer owes to anything but the archive, such as the day or an outside source, is as old as this at most. */
const KEPT_MS = 60_000;
/** Long questions are seldom asked twice. */
const LONGEST_QUESTION = 200;

/** Answers of this process; the archive's edition, asked for each time, tells whether they still hold. */
export function keepAnswers({
  archive,
  clock,
}: {
  readonly archive: Pick<Archive, 'edition'>;
  readonly clock: Pick<Clock, 'now'>;
}): KeptAnswers {
  const kept = new Map<string, Kept>();
  const keep = (question: string, edition: string, answer: Promise<OutgoingMessage>): void => {
    const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    const entry = { edition, untilMs: clock.now() + KEPT_MS, answer };
    kept.set(question, entry);
    // A failure is this question's own: the next one is tried again.
    answer.catch(() => {
      if (kept.get(question) === entry) kept.delete(question);
    });
  };
  return {
    to: async (question, compose) => {
      if (question.length > LONGEST_QUESTION) return compose();
      // Before the answer is looked for: what was composed from this edition may hold more than it, and never less.
      const edition = await archive.edition();
      const known = kept.get(question);
      if (known?.edition === edition && clock.now() < known.untilMs) return known.answer;
      kept.delete(question);
      const answer = compose();
      keep(question, edition, answer);
      return answer;
    },
  };
}
