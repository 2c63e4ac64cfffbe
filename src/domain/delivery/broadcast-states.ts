/** The states of a broadcast, and what each command makes of them. What the table does not name is refused. */
export type BroadcastState = 'draft' | 'running' | 'paused' | 'finished' | 'cancelled';

export type BroadcastStep = 'start' | 'pause' | 'resume' | 'cancel' | 'finish' | 'repeat';

export const BROADCAST_STEPS: Readonly<
  Record<BroadcastState, Readonly<Partial<Record<BroadcastStep, BroadcastState>>>>
> = {
  draft: { start: 'running', cancel: 'cancelled' },
  running: { pause: 'paused', cancel: 'cancelled', finish: 'finished' },
  paused: { resume: 'running', cancel: 'cancelled' },
  // Sending once more to those of whom nobody knows is an editor's choice, made when all else is done.
  finished: { repeat: 'running' },
  cancelled: {},
};

/** The states from which a step is allowed, with the one it leads to. */
export function movesOf(
  step: BroadcastStep,
): readonly { readonly from: BroadcastState; readonly to: BroadcastState }[] {
  const states = Object.keys(BROADCAST_STEPS) as readonly BroadcastState[];
  return states.flatMap((from) => {
    const to = BROADCAST_STEPS[from][step];
    return to === undefined ? [] : [{ from, to }];
  });
}

/**
 * When a broadcast pauses by itself. Refused from the start means that the text is bad; a run of failures or of
 * silence later means that something broke, and the audience must not be used up by it.
 */
export const SELF_PAUSE = {
  /** Refusals before anything was sent. */
  refusedAtStart: 10,
  /** Refusals one after the other. */
  refusedInARow: 50,
  /** Sends without an answer one after the other: more than all workers have in hand when Telegram stalls for a moment. */
  silentInARow: 250,
} as const;
