/** A language model that writes a summary in words of its own. Never throws. */
export type SummaryWriter = {
  readonly write: (article: {
    readonly title: string;
    readonly text: string;
    readonly language?: string;
    readonly maxCharacters: number;
  }) => Promise<WritingOutcome>;
};

export type WritingOutcome =
  | { readonly kind: 'written'; readonly text: string }
  /** `reason` is a sentence for the log, without addresses or secrets. */
  | { readonly kind: 'failed'; readonly reason: string };
