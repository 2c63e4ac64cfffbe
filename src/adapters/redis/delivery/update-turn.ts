import type { Clock, Log } from '../../../app/ports/clock.ts';
import type { Turn, TurnStream } from './update-turns.ts';

export type TurnHandling<U> = {
  readonly turns: TurnStream<U>;
  readonly handle: (update: U) => Promise<void>;
  readonly onAside?: (update: U, reason: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** A handler that fails this often is wrong, not unlucky. */
const MOST_FAILURES = 3;
/** A process may die for reasons of its own; that an update kills it takes more to believe. */
const MOST_DEATHS = 6;
const BETWEEN_ATTEMPTS_MS = 500;

/** Handles one update until it is done or set aside. Never throws. */
export async function handleTurn<U>(handling: TurnHandling<U>, turn: Turn<U>): Promise<void> {
  const { log } = handling;
  const { update } = turn;
  const reason =
    turn.attempts >= MOST_DEATHS ? 'each process that handled it ended' : await attempt(handling, turn);
  try {
    await handling.turns.done(turn, reason === undefined ? '' : JSON.stringify({ reason, update }));
    if (reason === undefined) return;
    log.error({ chat: turn.chat, reason }, 'An update was set aside');
    await handling.onAside?.(update, reason);
  } catch (error) {
    // It is handled again once this process counts as dead to it: twice rather than never.
    log.warn({ err: error, chat: turn.chat }, 'The end of an update could not be written down');
  }
}

async function attempt<U>(
  { handle, clock, log }: TurnHandling<U>,
  { chat, update }: Turn<U>,
): Promise<string | undefined> {
  for (let failures = 1; ; failures++) {
    try {
      await handle(update);
      return undefined;
    } catch (error) {
      log.warn({ err: error, chat, failures }, 'An update could not be handled');
      if (failures >= MOST_FAILURES) return error instanceof Error ? error.message : String(error);
      await clock.sleep(BETWEEN_ATTEMPTS_MS * failures);
    }
  }
}
