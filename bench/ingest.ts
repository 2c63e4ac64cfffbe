import { Readability } from '@mozilla/readability';
import { parseFeed as parseAlone } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { parseFeed } from '../src/adapters/feeds/parse-feed.ts';
import { createPageReader } from '../src/adapters/feeds/read-page.ts';
import { cleanText } from '../src/domain/article/clean-text.ts';
import { storyKeysOf } from '../src/domain/article/story-keys.ts';

type Row = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

const FEED_ITEMS = 10_000;
const PAGES = 300;
const ARTICLES = 500;

const sentence = (n: number): string =>
  `The council of Port Amity voted on day ${n} to close pier ${n * 7}, which ends ${n % 40} years of daily crossings to island ${n * 3}.`;

function paragraphs(n: number): readonly string[] {
  return Array.from({ length: 20 }, (_none, i) => `${sentence(n * 31 + i)} ${sentence(n * 17 + i)}`);
}

async function perSecond(count: number, work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (count / (performance.now() - started)) * 1000;
}

const shown = (value: number): string => Math.round(value).toLocaleString('en');

/** Items of feeds, pages through their workers, and plain texts through cleaning and story keys, a second. */
export async function benchIngest(): Promise<readonly Row[]> {
  const items = Array.from(
    { length: FEED_ITEMS },
    (_none, i) =>
      `<item><title>Story ${i}</title><link>https://courier.example/${i}</link><description>${sentence(i)}</description></item>`,
  );
  const feed = new TextEncoder().encode(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`);
  const itemRate = await perSecond(FEED_ITEMS, () =>
    parseFeed(feed, undefined, 'https://courier.example/feed'),
  );

  const itemFloor = await perSecond(FEED_ITEMS, () => parseAlone(new TextDecoder().decode(feed)));

  const reader = createPageReader();
  const pages = Array.from({ length: PAGES }, (_none, n) => {
    const body = paragraphs(n).map((paragraph) => `<p>${paragraph}</p>`);
    return `<html><head><title>Pier ${n}</title></head><body><article>${body.join('')}</article></body></html>`;
  });
  await reader.readPage(pages[0] ?? '');
  const pageRate = await perSecond(PAGES, () => Promise.all(pages.map((page) => reader.readPage(page))));
  await reader.close();
  const pageFloor = await perSecond(PAGES, () => {
    for (const page of pages) new Readability(parseHTML(page).document).parse();
  });

  const texts = Array.from({ length: ARTICLES }, (_none, n) => paragraphs(n).join('\n\n'));
  const textRate = await perSecond(ARTICLES, () => {
    for (const text of texts) storyKeysOf(cleanText({ text }));
  });
  const memory = `${shown(process.memoryUsage().rss / 1024 / 1024)} MiB resident`;
  return [
    {
      name: 'feed items read',
      figure: `${shown(itemRate)}/s`,
      floor: `${shown(itemFloor)}/s, the parser alone`,
      ratio: (itemRate / itemFloor).toFixed(2),
    },
    {
      name: 'pages read in workers',
      figure: `${shown(pageRate)}/s`,
      floor: `${shown(pageFloor)}/s, the extractor alone, unguarded`,
      ratio: (pageRate / pageFloor).toFixed(2),
    },
    {
      name: 'plain texts cleaned and fingerprinted',
      figure: `${shown(textRate)}/s`,
      floor: memory,
      ratio: '',
    },
  ];
}
