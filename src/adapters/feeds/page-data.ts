import type { PageDocument } from './page-document.ts';

/** What a page says of its article in JSON-LD. Whatever has another shape than expected is left out. */
export type PageData = {
  readonly headline?: string;
  readonly authors: readonly string[];
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
  if (typeof one === 'string' && one.trim() !== '') return one.replace(/\s+/g, ' ').trim();
  return isThing(one) ? (text(one['name']) ?? text(one['text']) ?? text(one['url'])) : undefined;
}

function authorsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((author) => {
    const name = isThing(author) ? text(author['name']) : text(author);
    return name === undefined ? [] : [name];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, ''));
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

export function pageDataOf(page: PageDocument): PageData {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const all = scripts.flatMap((script) => things(parsed(script.textContent ?? '')));
  const article = all.find((thing) => [thing['@type']].flat().some((type) => ARTICLE.test(String(type))));
  if (article === undefined) return { authors: [] };
  const image = first(article['image']);
  const picture = isThing(image) ? image : {};
  return {
    authors: authorsOf(article['author'] ?? article['creator']),
    ...known({
      headline: text(article['headline']),
      published: text(article['datePublished']) ?? text(article['dateCreated']),
      image: isThing(image) ? (text(image['url']) ?? text(image['contentUrl'])) : text(image),
      caption: text(picture['caption']) ?? text(picture['description']),
      credit: text(picture['creditText']) ?? text(picture['copyrightHolder']) ?? text(picture['author']),
      publisher: text(article['publisher']),
    }),
  };
}
