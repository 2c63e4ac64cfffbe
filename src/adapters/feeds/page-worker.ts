import { isMainThread } from 'node:worker_threads';
import { Readability } from '@mozilla/readability';
import { DefuddleClass } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import type { ArticleImage } from '../../domain/article/article.ts';
import { known, pageDataOf } from './page-data.ts';
import { metaOf, type PageDocument, webAddress, wordsOf } from './page-document.ts';
import { pictureOf } from './page-picture.ts';
import { textOf } from './page-text.ts';

// The library prints what it cannot parse; a worker that shares its process's output keeps that to itself.
if (!isMainThread)
  Object.assign(console, { error: () => undefined, warn: () => undefined, log: () => undefined });

export type PageTask = { readonly html: string; readonly url?: string };

/** What a page holds, before cleaning. `text` is empty when no article was found in it. */
export type PageParts = {
  readonly text: string;
  readonly title?: string;
  readonly url?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly image?: ArticleImage;
  readonly language?: string;
  readonly site?: string;
  /** The address that the page calls its own. */
  readonly canonical?: string;
};

type Metadata = {
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly image?: string;
  readonly site?: string;
};

/** The library reads the page's styles where a browser has them, and asks the network unless it is kept from it. */
function metadataOf(page: PageDocument, url: string): Metadata {
  try {
    const offline = (): never => {
      throw new Error('The reader stays offline');
    };
    const options = { useAsync: false, fetch: offline, url };
    const { title, author, published, image, site } = new DefuddleClass(Object(page), options).parse();
    return known({ title, author, published, image, site });
  } catch {
    return {};
  }
}

function documentOf(html: string, url: string): PageDocument {
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  );
  Object.assign(document, { styleSheets: [] });
  Object.defineProperty(document, 'URL', { value: url, configurable: true });
  const view = document.defaultView;
  if (view !== null) Object.assign(view, { getComputedStyle: () => ({ display: '' }) });
  return document;
}

/** Stands for the address of a page that has none: the library needs one to look up its rules by. */
const NOWHERE = 'https://page.invalid/';

function firstOf(...values: readonly (string | null | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== null && value.trim() !== '') ?? undefined;
}

/** Reads the parts of an article out of a page. Runs in a worker, which a deadline and a memory limit may end. */
export function extractPage({ html, url }: PageTask): PageParts {
  const page = documentOf(html, url ?? NOWHERE);
  const data = pageDataOf(page);
  const canonical = webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href'), url);
  const language = firstOf(page.documentElement.getAttribute('lang'), metaOf(page, 'og:locale', 'language'));
  const heading = wordsOf(page.querySelector('h1'));
  const published = firstOf(
    metaOf(page, 'article:published_time', 'datePublished'),
    page.querySelector('time[datetime]')?.getAttribute('datetime'),
  );
  const metadata = metadataOf(page, url ?? NOWHERE);
  const image = pictureOf(page, data, metadata.image, url ?? canonical);
  const read = new Readability<PageDocument['documentElement']>(Object(page), {
    serializer: (node) => Object(node),
  }).parse();
  return {
    text: read?.content == null ? '' : textOf(read.content),
    ...known({
      title: firstOf(metadata.title, data.headline, read?.title, heading),
      url: url ?? canonical,
      byline: firstOf(metadata.author, data.authors.join(', '), read?.byline),
      published: firstOf(metadata.published, data.published, read?.publishedTime, published),
      image,
      language: language?.replace('_', '-').trim(),
      site: firstOf(metaOf(page, 'og:site_name'), metadata.site, data.publisher),
      canonical,
    }),
  };
}

/** The text of a piece of HTML that is the article already, as feeds carry it. */
export function extractFragment({ html }: PageTask): PageParts {
  const page = documentOf(`<html><body>${html}</body></html>`, NOWHERE);
  const body = page.querySelector('body');
  return { text: body === null ? '' : textOf(body) };
}
