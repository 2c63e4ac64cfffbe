import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFetcher } from '../../../src/adapters/feeds/fetcher.ts';
import { createCandidateReader } from '../../../src/adapters/feeds/read-candidate.ts';
import { stopReadingPages } from '../../../src/adapters/feeds/read-page.ts';
import { createPageRereader } from '../../../src/adapters/feeds/reread-page.ts';
import type { PageRereading, WatchedPage } from '../../../src/app/ports/page-watch.ts';
import type { CandidateReading, Source } from '../../../src/app/ports/sources.ts';
import type { ArticleId } from '../../../src/domain/article/article.ts';
import { serve } from './http-server.ts';

afterAll(stopReadingPages);

const SENTENCE =
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, which ends forty years of daily crossings.';
const NOTE = 'Correction: An earlier version of this article named the wrong pier.';

const pageOf = (words: readonly string[]): string =>
  `<html lang="en"><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1>${words.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;

type Page = { status: number; words: readonly string[]; version: string };

type Site = {
  readonly page: Page;
  readonly read: () => Promise<CandidateReading>;
  readonly reread: (signs?: Partial<WatchedPage>) => Promise<PageRereading>;
  /** Statuses of the answers, and by which signs the page was asked for. */
  readonly answers: readonly (readonly [number, string | undefined])[];
};

/** A newspaper with one page, which a test changes. */
async function site(): Promise<Site> {
  const page: Page = { status: 200, version: '"v1"', words: Array(5).fill(SENTENCE) };
  const answers: (readonly [number, string | undefined])[] = [];
  const server = await serve((request, response) => {
    if (request.url !== '/pier') return void response.writeHead(404).end();
    const asked = request.headers['if-none-match'];
    const status = page.status === 200 && asked === page.version ? 304 : page.status;
    answers.push([status, asked]);
    response.writeHead(status, { etag: page.version, 'content-type': 'text/html; charset=utf-8' });
    response.end(status === 200 ? pageOf(page.words) : '');
  });
  const fetcher = createFetcher({ userAgent: 'Dateline/1.0', allowHosts: [server.host] });
  onTestFinished(fetcher.close);
  const source: Source = { id: 'courier', url: server.url, kind: 'feed', startsSilent: false, paused: false };
  const item = { guid: 'pier', url: `${server.url}/pier`, title: 'Port Amity closes its pier' };
  const watched = { article: 'a-1' as ArticleId, source: 'courier', item, takenAtMs: 0, length: 500 };
  return {
    ...{ page, answers },
    read: () => createCandidateReader(fetcher)(item, source),
    reread: (signs = {}) => createPageRereader(fetcher)({ ...watched, ...signs }),
  };
}

describe('a page that is looked at again', () => {
  it('is asked for only if it has changed since it was read', async () => {
    const { read, reread, answers } = await site();
    const first = await read();
    expect(first).toMatchObject({ kind: 'article', page: { etag: '"v1"' } });
    expect(await reread({ etag: '"v1"' })).toEqual({ kind: 'unchanged' });
    expect(answers).toEqual([
      [200, undefined],
      [304, '"v1"'],
    ]);
  });

  it('brings what it says now, under the headline of the feed, with what it is asked by next', async () => {
    const { page, reread } = await site();
    page.words = [...page.words, NOTE];
    page.version = '"v2"';
    expect(await reread({ etag: '"v1"' })).toMatchObject({
      kind: 'article',
      signs: { etag: '"v2"' },
      keys: { source: 'courier', guid: 'pier' },
      article: { title: 'Port Amity closes its pier', corrections: [NOTE] },
    });
  });

  it.each([
    [404, { kind: 'gone', reason: 'is not there (status 404)' }],
    [410, { kind: 'gone', reason: 'is gone for good (status 410)' }],
    [403, { kind: 'failed', reason: 'refuses us (status 403)' }],
    [503, { kind: 'failed', reason: 'has trouble of its own (status 503)' }],
  ])('and answers %i says what became of it', async (status, reading) => {
    const { page, reread } = await site();
    page.status = status;
    expect(await reread()).toEqual(reading);
  });
});
