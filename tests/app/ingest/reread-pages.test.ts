import { describe, expect, it } from 'vitest';
import { pollDueSources } from '../../../src/app/ingest/poll-sources.ts';
import { type Rereading, rereadDuePages } from '../../../src/app/ingest/reread-pages.ts';
import type { Admission } from '../../../src/app/ports/archive.ts';
import type { PageRereading, PageSigns } from '../../../src/app/ports/page-watch.ts';
import type { Source } from '../../../src/app/ports/sources.ts';
import type { ArchivedArticle, ArticleId } from '../../../src/domain/article/article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { candidate, createNewsroom, itemsOf, type Newsroom } from './newsroom.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const SOURCE: Source = {
  id: 'courier',
  url: 'https://courier.example/feed',
  kind: 'feed',
  startsSilent: false,
  paused: false,
};

const TEXT =
  'The council of Port Amity voted on Tuesday to close the old ferry pier. It costs the town 40 crowns a day to keep it open.';
const CORRECTED = `${TEXT.replace('40 crowns', '400 crowns')}\n\nCorrection: An earlier version of this article gave a wrong cost.`;

const KEYS = { source: SOURCE.id, guid: 'g-1', addresses: ['https://courier.example/1'] };

function story(text: string) {
  return cleanText({ text, title: 'Port Amity closes its pier' });
}

function pageSays(text: string, signs: PageSigns = {}): PageRereading {
  return { kind: 'article', article: story(text), keys: KEYS, signs };
}

const ID = 'a-pier' as ArticleId;

type Desk = Newsroom & {
  readonly world: Rereading;
  /** Texts that were taken in, and the signs by which pages were asked for. */
  readonly taken: readonly string[];
  readonly asked: readonly PageSigns[];
  readonly say: (reading: PageRereading) => void;
  readonly look: () => Promise<number>;
};

/** A newsroom that has taken in one article from its page. */
async function afterOneArticle({ silent = false } = {}): Promise<Desk> {
  const taken: string[] = [];
  const asked: PageSigns[] = [];
  let answer: PageRereading = { kind: 'unchanged' };
  const newsroom = createNewsroom({
    readCandidate: async () => ({
      kind: 'article',
      article: story(TEXT),
      keys: KEYS,
      page: { etag: '"first"' },
    }),
    takeIn: async (article): Promise<Admission> => {
      const before = taken.at(-1);
      taken.push(article.text);
      if (before === undefined) return { kind: 'new', id: ID };
      if (before === article.text) return { kind: 'known', id: ID };
      return { kind: 'changed', id: ID, before: story(before) as ArchivedArticle };
    },
  });
  await newsroom.store.put({ ...SOURCE, startsSilent: silent });
  newsroom.answer(SOURCE.id, itemsOf(candidate(1)));
  await pollDueSources(newsroom.polling);
  const world: Rereading = {
    ...newsroom.polling,
    rereadPage: async ({ etag, lastModified }) => {
      asked.push({
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
      });
      return answer;
    },
  };
  return {
    ...{ ...newsroom, world, taken, asked },
    say: (reading) => {
      answer = reading;
    },
    look: () => rereadDuePages(world),
  };
}

describe('the page of an article that came in', () => {
  it('is looked at again after half an hour, two, six and twenty-four hours, and then no more', async () => {
    const desk = await afterOneArticle();
    const looks: number[] = [];
    for (let minutes = 10; minutes <= 48 * 60; minutes += 10) {
      desk.pass(10 * MINUTE_MS);
      if ((await desk.look()) > 0) looks.push(minutes);
    }
    expect(looks).toEqual([30, 120, 360, 1440]);
    expect(desk.asked).toEqual(Array(4).fill({ etag: '"first"' }));
    expect(desk.pages.all.size).toBe(0);
  });

  it('brings a correction of which its feed says nothing', async () => {
    const desk = await afterOneArticle();
    desk.pass(30 * MINUTE_MS);
    desk.say(pageSays(CORRECTED, { lastModified: 'Wed, 14 Jun 2023 08:20:00 GMT' }));
    await desk.look();
    expect(desk.taken).toEqual([TEXT, CORRECTED]);
    expect(desk.fates.at(-1)).toMatchObject({
      what: 'changed',
      article: ID,
      item: 'g-1',
      title: 'Story 1',
      reason: expect.stringContaining('Correction: An earlier version'),
    });
    desk.pass(2 * HOUR_MS);
    await desk.look();
    expect(desk.asked.at(-1)).toEqual({ lastModified: 'Wed, 14 Jun 2023 08:20:00 GMT' });
  });

  it('says nothing new when it reads as it did', async () => {
    const desk = await afterOneArticle();
    desk.pass(30 * MINUTE_MS);
    desk.say(pageSays(TEXT));
    await desk.look();
    expect(desk.fates.map(({ what }) => what)).toEqual(['taken in']);
  });

  it('is not believed when it has become a teaser', async () => {
    const desk = await afterOneArticle();
    desk.pass(30 * MINUTE_MS);
    desk.say(pageSays('The council of Port Amity voted. Subscribe to read on.'));
    await desk.look();
    expect(desk.taken).toEqual([TEXT]);
  });

  it('is asked for again soon when it cannot be had, until a day has passed', async () => {
    const desk = await afterOneArticle();
    desk.say({ kind: 'failed', reason: 'has trouble of its own (status 503)' });
    let looks = 0;
    for (let minutes = 10; minutes <= 48 * 60; minutes += 10) {
      desk.pass(10 * MINUTE_MS);
      looks += await desk.look();
    }
    expect(looks).toBe(48);
    expect(desk.pages.all.size).toBe(0);
  });

  it('that was taken down is on record, and is not asked for any more', async () => {
    const desk = await afterOneArticle();
    desk.pass(30 * MINUTE_MS);
    desk.say({ kind: 'gone', reason: 'is gone for good (status 410)' });
    await desk.look();
    expect(desk.fates.at(-1)).toMatchObject({
      what: 'failed',
      reason: 'its page is gone for good (status 410)',
    });
    expect(desk.pages.all.size).toBe(0);
  });

  it('is not looked at when its source was paused or removed', async () => {
    const desk = await afterOneArticle();
    await desk.store.put({ ...SOURCE, paused: true });
    desk.pass(30 * MINUTE_MS);
    await desk.look();
    expect(desk.asked).toEqual([]);
    expect(desk.pages.all.size).toBe(0);
  });

  it('is not looked at when it was archive from the start', async () => {
    const desk = await afterOneArticle({ silent: true });
    expect(desk.pages.all.size).toBe(0);
  });

  it('comes again when the bot was stopped in the middle', async () => {
    const desk = await afterOneArticle();
    desk.pass(30 * MINUTE_MS);
    desk.say(pageSays(CORRECTED));
    await rereadDuePages(desk.world, AbortSignal.abort());
    expect(desk.taken).toEqual([TEXT]);
    desk.pass(10 * MINUTE_MS);
    await desk.look();
    expect(desk.taken).toEqual([TEXT, CORRECTED]);
  });
});
