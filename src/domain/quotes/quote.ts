import type { Span, TextSpan } from '../text/span.ts';

/** Who said something: `name` is the fullest that the article gives, the span is the mention nearest the words. */
export type Speaker = Span & {
  readonly name: string;
  /** The words of the article at the span: a name, a function or a pronoun. */
  readonly mention: string;
  /** What the article calls the speaker by way of office: `South Korean Foreign Ministry spokesman`. */
  readonly role?: string;
};

/** One run of quoted words in one paragraph, the marks left out. */
export type Quote = TextSpan & {
  /** Null where the article does not tell: never a guess. */
  readonly speaker: Speaker | null;
  /** From 0 to 1: how often an attribution with these clues is right. 0 where the speaker is null. */
  readonly confidence: number;
};

/** A clause that reports speech without marks: `the measures had been approved`. */
export type IndirectQuote = TextSpan & { readonly speaker: Speaker; readonly cue: string };
