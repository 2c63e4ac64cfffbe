/** What the latest articles of each source have in common. */
export type FurnitureBook = {
  /**
   * Notes an article of a source with lines of it, once, and answers for each line in how many of the source's other
   * articles it stood when this one was noted. A story that is read again gets the same answer: what is left out of it
   * must not change, or it would pass for a correction.
   */
  readonly note: (source: string, story: string, lines: readonly string[]) => Promise<readonly number[]>;
};
