/** A task whose worker says when it began with it. */
export type Timed = {
  /** Memory shared with who asks: the epoch milliseconds at which a worker began. */
  readonly began?: BigInt64Array;
};

export function markBegin({ began }: Timed): void {
  if (began !== undefined) Atomics.store(began, 0, BigInt(Date.now()));
}
