/** As much of a page's tree as the reader asks for; linkedom's documents fit. */
export type PageNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
};

export type PageElement = PageNode & {
  readonly tagName: string;
  readonly parentElement: PageElement | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
  readonly remove: () => void;
};

export type PageDocument = {
  readonly documentElement: PageElement;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
};

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** Words of an element on one line; undefined when it has none. */
export function wordsOf(element: PageNode | null | undefined): string | undefined {
  const words = element?.textContent?.replace(/\s+/g, ' ').trim();
  return words === undefined || words === '' ? undefined : words;
}

/** The content of the first of these `meta` properties or names that is there. */
export function metaOf(page: PageDocument, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const element = page.querySelector(
      `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
    );
    const content = element?.getAttribute('content')?.trim();
    if (content !== undefined && content !== '') return content;
  }
  return undefined;
}

/** An address made whole; undefined when it is none, or none of the web. */
export function webAddress(address: string | null | undefined, base?: string): string | undefined {
  if (address === null || address === undefined || address.trim() === '') return undefined;
  if (!URL.canParse(address.trim(), base)) return undefined;
  const url = new URL(address.trim(), base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
