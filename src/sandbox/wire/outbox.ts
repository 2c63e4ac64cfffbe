/** An answer that is ready, and what is left to do once it is on its way. */
export type Leaving = { readonly write: () => void; readonly afterwards: () => void };

export type Outbox = (leaving: Leaving) => void;

/**
 * Sends all answers that became ready in one turn of the event loop together, at its end: each write may wake the caller's
 * process, which costs more than the call itself, and one wake will do for all. What comes afterwards happens while the callers
 * already read.
 */
export function createOutbox(): Outbox {
  let ready: Leaving[] = [];
  const empty = (): void => {
    const all = ready;
    ready = [];
    for (const { write } of all) write();
    for (const { afterwards } of all) afterwards();
  };
  return (leaving) => {
    ready.push(leaving);
    if (ready.length === 1) setImmediate(empty);
  };
}
