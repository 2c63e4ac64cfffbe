/** A picture as an editor files it; the credit is the photographer's or the archive's line. */
export type StoryImage = {
  /** A file of the newsroom's images, such as `bridge.jpg`. */
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
};

/** What an editor changed after publication. The story keeps its address. */
export type Correction = {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly note: string;
  readonly headline?: string;
  readonly standfirst?: string;
  readonly paragraphs: readonly string[];
};

/** An article of The Aldwick Courier, an invented paper of an invented city. */
export type Story = {
  /** The last part of its address; unique. */
  readonly slug: string;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly section: 'City' | 'Harbour' | 'Politics' | 'Health' | 'Sport' | 'Culture' | 'Weather';
  readonly headline: string;
  /** One sentence under the headline, and the feed's description. */
  readonly standfirst: string;
  readonly byline?: string;
  /** The place that the first paragraph begins with: "SKERRY ISLAND". */
  readonly place?: string;
  readonly image?: StoryImage;
  readonly paragraphs: readonly string[];
  /** A line of the paper's own advertising between two paragraphs, after the paragraph of that number. */
  readonly promotion?: { readonly after: number; readonly line: string };
  /** Who published it first, and the sentence under the text that says so. */
  readonly reprint?: { readonly publisher: string; readonly notice: string };
  readonly correction?: Correction;
  /** A second address at which a partner section carries the very same text. */
  readonly alsoAt?: string;
};
