import { isMainThread } from 'node:worker_threads';
import { Readability } from '@mozilla/readability';
import { DefuddleClass } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import type { ArticleImage } from '../../domain/article/article.ts';
import { bestByline, pageBylines } from './page-byline.ts';
import { known, pageDataOf } from './page-data.ts';
import { bestDate, datesAtTop, dayInAddress, pageDates } from './page-date.ts';
import { metaOf, type PageDocument, webAddress } from './page-document.ts';
import { mapOf } from './page-map.ts';
import { pictureOf } from './page-picture.ts';
import { textOf } from './page-text.ts';
import { pageTitle } from './page-title.ts';

// The library prints what it cannot parse; a worker that shares its process's output keeps that to itself.
if (!isMainThread)
  Object.assign(console, { error: () => undefined, warn: () => undefined, log: () => undefined });

export type PageTask = {
  readonly html: string;
  readonly url?: string;
  /** Memory shared with who asks: the epoch milliseconds at which a worker began with the page. */
  readonly began?: BigInt64Array;
};

function markBegin({ began }: PageTask): void {
  if (began !== undefined) Atomics.store(began, 0, BigInt(Date.now()));
}

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
export function extractPage(task: PageTask): PageParts {
  markBegin(task);
  const { html, url } = task;
  const page = documentOf(html, url ?? NOWHERE);
  // What is read from the page as it came is read first: both libraries change the document.
  const data = pageDataOf(page);
  const canonical = webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href'), url);
  const address = url ?? canonical;
  const language = firstOf(page.documentElement.getAttribute('lang'), metaOf(page, 'og:locale', 'language'));
  const named = firstOf(metaOf(page, 'og:site_name', 'application-name'), data.publisher);
  const title = pageTitle(page, { site: named, url: address, dataHeadline: data.headline });
  const map = mapOf(page, title);
  const dates = pageDates(page, data, map);
  const bylines = pageBylines(page, data, map);
  const image = pictureOf(page, data, map, address);
  const metadata = metadataOf(page, url ?? NOWHERE);
  const read = new Readability<PageDocument['documentElement']>(Object(page), {
    serializer: (node) => Object(node),
  }).parse();
  const text = read?.content == null ? '' : textOf(read.content);
  const found = { byline: metadata.author, date: metadata.published, image: webAddress(metadata.image, url) };
  return {
    text,
    ...known({
      title: firstOf(title, metadata.title, read?.title),
      url: address,
      byline: bestByline(bylines, { text, found: found.byline, site: named }),
      published: bestDate([...dates.stated, ...datesAtTop(text), ...dates.shown, found.date], {
        nowMs: Date.now(),
        day: dayInAddress(address),
      }),
      image: image?.url === undefined && found.image !== undefined ? { ...image, url: found.image } : image,
      language: language?.replace('_', '-').trim(),
      site: firstOf(metaOf(page, 'og:site_name'), metadata.site, data.publisher),
      canonical,
    }),
  };
}

/** The text of a piece of HTML that is the article already, as feeds carry it. */
export function extractFragment(task: PageTask): PageParts {
  markBegin(task);
  const page = documentOf(`<html><body>${task.html}</body></html>`, NOWHERE);
  const body = page.querySelector('body');
  return { text: body === null ? '' : textOf(body) };
}
