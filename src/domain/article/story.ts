/** By what two articles are known to be one story; all are short hashes or keys. */
export type StoryKeys = {
  /** Canonical address without tracking parameters, and other addresses the article goes by. */
  readonly addresses: readonly string[];
  /** The feed's own id of it, together with the feed. */
  readonly guid?: string;
  /** Bands of the text's fingerprint: near-duplicates share at least one. Empty for a text too short to tell. */
  readonly bands: readonly string[];
  /** Of all words in order: the same text has the same. */
  readonly exact: string;
};
