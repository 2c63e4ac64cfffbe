import { Readability } from '@mozilla/readability';
import type { CleanArticle } from '../../domain/article/article.ts';
import { cleanFragment, cleanPage, type KnownOfPage, type NoArticle } from './clean-page.ts';
import { bestByline, pageBylines } from './page-byline.ts';
import { known, pageDataOf } from './page-data.ts';
import { bestDate, datesAtTop, dayInAddress, pageDates } from './page-date.ts';
import { metaOf, type PageDocument } from './page-document.ts';
import { mapOf } from './page-map.ts';
import { noticeOnPage, sourceAddress } from './page-origin.ts';
import type { PageParts } from './page-parts.ts';
import { pictureOf } from './page-picture.ts';
import { type PageText, textOf } from './page-text.ts';
import { pageTitle } from './page-title.ts';
import { parsePage } from './parse-page.ts';
import { markBegin, type Timed } from './timed.ts';

export type PageTask = Timed & {
  readonly html: string;
  readonly url?: string;
  readonly feed?: KnownOfPage;
};

function firstOf(...values: readonly (string | null | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== null && value.trim() !== '') ?? undefined;
}

const NO_TEXT: PageText = { text: '', links: new Set() };

/** Reads the parts of an article out of a page. */
export function extractPage({ html, url }: Pick<PageTask, 'html' | 'url'>): PageParts {
  const page = parsePage(html);
  // What is read from the page as it came is read first: the extractor changes the document.
  const data = pageDataOf(page);
  const source = sourceAddress(page, url);
  const address = url ?? source;
  const language = firstOf(page.documentElement.getAttribute('lang'), metaOf(page, 'og:locale', 'language'));
  const named = firstOf(metaOf(page, 'og:site_name', 'application-name'), data.publisher);
  const title = pageTitle(page, { site: named, url: address, dataHeadline: data.headline });
  const map = mapOf(page, title);
  const dates = pageDates(page, data, map);
  const bylines = pageBylines(page, data, map);
  const image = pictureOf(page, data, map, address);
  const notice = noticeOnPage(map);
  const read = new Readability<PageDocument['documentElement']>(Object(page), {
    serializer: (node) => Object(node),
  }).parse();
  const { text, links } = read?.content == null ? NO_TEXT : textOf(read.content);
  return {
    text,
    links,
    ...known({
      title: firstOf(title, read?.title),
      url: address,
      byline: bestByline(bylines, { text, site: named, url: address }),
      published: bestDate([...dates.stated, ...datesAtTop(text), ...dates.shown], {
        nowMs: Date.now(),
        day: dayInAddress(address),
      }),
      image,
      language: language?.replace('_', '-').trim(),
      site: named,
      source,
      notice,
    }),
  };
}

/** The text of a piece of HTML that is the article already, as feeds carry it. */
function textOfFragment(html: string): string {
  const body = parsePage(`<html><body>${html}</body></html>`).querySelector('body');
  return body === null ? '' : textOf(body).text;
}

/** The article of a page. Runs in a worker, which a deadline and a memory limit may end. */
export function readPageAside(task: PageTask): CleanArticle | NoArticle {
  markBegin(task);
  return cleanPage(extractPage(task), task.url, task.feed ?? {});
}

/** The article of a piece of HTML. Runs in a worker, as pages do. */
export function readFragmentAside(task: PageTask): CleanArticle | NoArticle {
  markBegin(task);
  return cleanFragment(textOfFragment(task.html), task.url, task.feed ?? {});
}
