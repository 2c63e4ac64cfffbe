import { type PageDocument, unescaped } from './page-document.ts';

/** What a page says of its article in JSON-LD. Whatever has another shape than expected is left out. */
export type PageData = {
  readonly headline?: string;
  readonly authors: readonly string[];
  /** Those of the authors that are said to be persons. */
  readonly persons: readonly string[];
  readonly published?: string;
  readonly image?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly publisher?: string;
};

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
/** So deep are graphs looked into. */
const DEEPEST = 6;

function things(value: unknown, depth = 0): readonly Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => things(item, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...things(value['@graph'], depth + 1), ...things(value['mainEntity'], depth + 1)];
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function text(value: unknown): string | undefined {
  const one = first(value);
  if (typeof one === 'string' && one.trim() !== '') return unescaped(one).replace(/\s+/g, ' ').trim();
  return isThing(one) ? (text(one['name']) ?? text(one['text']) ?? text(one['url'])) : undefined;
}

/** What a thing refers to by its `@id` alone. */
function referred(value: unknown, graph: ReadonlyMap<string, Thing>): unknown {
  const isReference = isThing(value) && value['@id'] !== undefined && Object.keys(value).length === 1;
  return isReference ? graph.get(String(value['@id'])) : value;
}

type Author = { readonly name: string; readonly isPerson: boolean };

/** Authors are strings, things, lists of either, or references into the graph. */
function authorsOf(value: unknown, graph: ReadonlyMap<string, Thing>): readonly Author[] {
  const all = Array.isArray(value) ? value.flat() : [value];
  return all.flatMap((author: unknown) => {
    const reference = isThing(author) && author['name'] === undefined ? String(author['@id']) : undefined;
    const thing = reference === undefined ? author : graph.get(reference);
    if (!isThing(thing)) {
      const name = text(thing);
      return name === undefined ? [] : [{ name, isPerson: false }];
    }
    const isPerson = [thing['@type']].flat().includes('Person');
    const names = Array.isArray(thing['name']) ? thing['name'] : [thing['name']];
    return names.flatMap((one: unknown) => {
      const name = text(one);
      return name === undefined ? [] : [{ name, isPerson }];
    });
  });
}

function parsed(json: string): unknown {
  try {
    const bare = json.replace(
      /^\s*(?:<!--|\/\*.*?\*\/|(?:\/\/\s*)?<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/g,
      '',
    );
    // Line breaks within strings are no JSON, and pages have them.
    return JSON.parse(bare.replace(/\p{Cc}+/gu, ' '));
  } catch {
    return undefined;
  }
}

/** Leaves out what is undefined. */
export function known<T extends Readonly<Record<string, unknown>>>(
  fields: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function articleOf(all: readonly Thing[]): Thing | undefined {
  const articles = all.filter((thing) => [thing['@type']].flat().some((type) => ARTICLE.test(String(type))));
  return articles.find((thing) => thing['headline'] !== undefined) ?? articles[0];
}

export function pageDataOf(page: PageDocument): PageData {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json" i]')];
  const all = scripts.flatMap((script) => things(parsed(script.textContent ?? '')));
  const graph = new Map(
    all.flatMap((thing) => (Object.keys(thing).length > 1 ? [[String(thing['@id']), thing]] : [])),
  );
  const article = articleOf(all);
  if (article === undefined) return { authors: [], persons: [] };
  const image = referred(first(article['image'] ?? article['primaryImageOfPage']), graph);
  const picture = isThing(image) ? image : {};
  const authors = authorsOf(article['author'] ?? article['creator'], graph);
  return {
    authors: authors.map(({ name }) => name),
    persons: authors.filter(({ isPerson }) => isPerson).map(({ name }) => name),
    ...known({
      headline: text(article['headline']),
      published: text(article['datePublished']) ?? text(article['dateCreated']),
      image: isThing(image) ? (text(image['url']) ?? text(image['contentUrl'])) : text(image),
      caption: text(picture['caption']) ?? text(picture['description']),
      credit: text(picture['creditText']) ?? text(picture['copyrightHolder']) ?? text(picture['author']),
      publisher: text(referred(first(article['publisher']), graph)),
    }),
  };
}
