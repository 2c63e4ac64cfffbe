import type { Candidate, ItemProblem } from '../../app/ports/sources.ts';
import { plain, toCandidate } from './feed-fields.ts';
import { known } from './page-data.ts';
import { blocksOf } from './xml-scan.ts';

/** What a sitemap lists: pages with their news fields, or further sitemaps. */
export type Sitemap = {
  readonly items: readonly Candidate[];
  readonly problems: readonly ItemProblem[];
  /** Addresses of further sitemaps, the newest first. */
  readonly sitemaps: readonly string[];
};

/** So many entries of one sitemap are read: the protocol allows no more. */
const MOST = 50_000;

function field(block: string, name: string): string | undefined {
  const [found] = blocksOf(block, [name], 1);
  return plain(found?.inner.replace(/^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/, '$1'));
}

function blocks(xml: string, name: string): readonly string[] {
  return blocksOf(xml, [name], MOST).map(({ inner }) => inner);
}

/** Reads a sitemap (sitemaps.org) with Google's news fields; undefined when it is none. */
export function parseSitemap(xml: string, base: string): Sitemap | undefined {
  if (!/<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(xml)) return undefined;
  const read = blocks(xml, 'url').map((block) => {
    const news = blocks(block, 'news')[0];
    const image = blocks(block, 'image')[0];
    return toCandidate(
      {
        link: field(block.replace(image ?? '', ''), 'loc'),
        title: news === undefined ? undefined : field(news, 'title'),
        publishedAt: news === undefined ? field(block, 'lastmod') : field(news, 'publication_date'),
        updatedAt: field(block, 'lastmod'),
        image:
          image === undefined
            ? undefined
            : known({ url: field(image, 'loc'), caption: field(image, 'caption') }),
        language: news === undefined ? undefined : field(news, 'language'),
      },
      base,
    );
  });
  const further = blocks(xml, 'sitemap').map((block) => ({
    url: field(block, 'loc'),
    at: field(block, 'lastmod') ?? '',
  }));
  return {
    items: read.filter((item) => typeof item !== 'string'),
    problems: read.flatMap((item, i) =>
      typeof item === 'string' ? [{ item: `entry ${i + 1}`, reason: item }] : [],
    ),
    sitemaps: further
      .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .flatMap(({ url }) => url ?? []),
  };
}
