/** What an encyclopedia says of a person or body, with where it says so. */
export type EncyclopediaEntry = {
  readonly title: string;
  readonly extract: string;
  readonly url: string;
  /** Under which the extract may be shown: `CC BY-SA 4.0`. */
  readonly licence: string;
};

export type Lookup =
  | { readonly kind: 'found'; readonly entry: EncyclopediaEntry }
  /** There is none, or the name could mean several. */
  | { readonly kind: 'none' }
  /** It could not be asked: ask again later. */
  | { readonly kind: 'failed' };

/** An outside source. Never throws. */
export type Encyclopedia = { readonly look: (name: string, language: string) => Promise<Lookup> };
