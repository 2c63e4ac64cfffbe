/** Time as the bot sees it, so that a test can hand in its own. */
export type Clock = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Resolves after `ms`, or at once when the signal fires; it never rejects. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** Structured log at the edges: a constant sentence with fields (pino satisfies it). */
export type Log = {
  readonly debug: (fields: Readonly<Record<string, unknown>>, sentence: string) => void;
  readonly info: (fields: Readonly<Record<string, unknown>>, sentence: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, sentence: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, sentence: string) => void;
};
