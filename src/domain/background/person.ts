import type { Span } from '../text/span.ts';

/** A person or body that an article names. */
export type Person = {
  /** The fullest name the article gives. */
  readonly name: string;
  readonly kind: 'person' | 'body';
  readonly role?: string;
  /** How often the article names them, pronouns left out. */
  readonly mentions: number;
  /** Where each mention stands, in reading order. */
  readonly spans: readonly Span[];
};
