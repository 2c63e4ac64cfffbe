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
  const words = element?.textContent;
  const folded = words === null || words === undefined ? '' : unescaped(words).replace(/\s+/g, ' ').trim();
  return folded === '' ? undefined : folded;
}

const METAS = new WeakMap<PageDocument, ReadonlyMap<string, string>>();

function metasOf(page: PageDocument): ReadonlyMap<string, string> {
  const before = METAS.get(page);
  if (before !== undefined) return before;
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase() ?? '';
      if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, unescaped(content));
    }
  }
  METAS.set(page, metas);
  return metas;
}

/** The content of the first of these `meta` properties or names that is there, in whatever case. */
export function metaOf(page: PageDocument, ...names: readonly string[]): string | undefined {
  const metas = metasOf(page);
  const name = names.find((one) => metas.has(one.toLowerCase()));
  return name === undefined ? undefined : metas.get(name.toLowerCase());
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Text of an attribute or of data that was escaped once too often. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#(?<number>\d{2,6})|#x(?<hex>[\da-f]{2,5})|(?<name>[a-z]{2,6}));/gi,
    (whole, ...rest) => {
      const { number, hex, name } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = number === undefined ? Number.parseInt(hex ?? '', 16) : Number(number);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** An address made whole; undefined when it is none, or none of the web. */
export function webAddress(address: string | null | undefined, base?: string): string | undefined {
  if (address === null || address === undefined || address.trim() === '') return undefined;
  if (!URL.canParse(address.trim(), base)) return undefined;
  const url = new URL(address.trim(), base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
