import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { editionAt, type PublishedStory } from './edition.ts';
import { feedOf } from './feed.ts';
import { frontPage } from './front-page.ts';
import { allStories } from './stories/all-stories.ts';
import { storyPage } from './story-page.ts';

const PREFIX = '/newsroom';
/** Long enough for a reader to have seen the first version in the channel. */
const CORRECT_AFTER_MS = 180_000;
/** An hour after which nothing changes: pictures. A minute for what may: the feed and the pages. */
const MAX_AGE_SECONDS = { still: 3_600, moving: 5 };

export type NewsroomOptions = {
  /** Where this server is reached, without a slash at the end: `http://127.0.0.1:8081`. */
  readonly baseUrl: () => string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Milliseconds between two stories coming out; without it all are out from the beginning. */
  readonly releaseEveryMs?: number;
  /** Milliseconds after which a story that has a correction is corrected; three minutes unless given. */
  readonly correctAfterMs?: number;
};

export type Newsroom = {
  /** Answers a request below `/newsroom`; false, and nothing done, for any other. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Back to the first minute. */
  readonly reset: () => void;
};

type Content = {
  readonly type: string;
  readonly body: string | Buffer;
  /** ISO 8601. */
  readonly modifiedAt: string;
  readonly maxAgeSeconds: number;
};

/** The demo newspaper: a real feed and real pages over HTTP, for a bot that has no newsroom yet. */
export function createNewsroom(options: NewsroomOptions): Newsroom {
  let openedAt = options.clock();

  const edition = (): readonly PublishedStory[] =>
    editionAt(allStories, {
      openForMs: options.clock() - openedAt,
      everyMs: options.releaseEveryMs ?? 0,
      correctAfterMs: options.correctAfterMs ?? CORRECT_AFTER_MS,
    });

  return {
    handle: (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://newsroom.invalid');
      if (pathname !== PREFIX && !pathname.startsWith(`${PREFIX}/`)) return false;
      respond(
        request,
        response,
        find(pathname.slice(PREFIX.length + 1), edition(), options.baseUrl() + PREFIX),
      );
      return true;
    },
    reset: () => {
      openedAt = options.clock();
    },
  };
}

/** What lies at a path below the newsroom's root; undefined when nothing does. */
function find(path: string, edition: readonly PublishedStory[], root: string): Content | undefined {
  const modifiedAt =
    edition
      .map((published) => published.modifiedAt)
      .toSorted()
      .at(-1) ?? '2026-06-01T00:00:00Z';
  const moving = { modifiedAt, maxAgeSeconds: MAX_AGE_SECONDS.moving };
  if (path === '') return { ...moving, type: 'text/html; charset=utf-8', body: frontPage(edition, root) };
  if (path === 'feed.xml')
    return { ...moving, type: 'application/rss+xml; charset=utf-8', body: feedOf(edition, root) };
  const published = edition.find((candidate) => candidate.path === path);
  if (published === undefined) return imageAt(path);
  return {
    ...moving,
    modifiedAt: published.modifiedAt,
    type: 'text/html; charset=utf-8',
    body: storyPage(published, edition, root),
  };
}

/** Only the pictures that stories name can be asked for: no path from outside ever reaches the disk. */
function imageAt(path: string): Content | undefined {
  const image = allStories.find((story) => `images/${story.image?.file}` === path)?.image;
  if (image === undefined) return undefined;
  return {
    type: 'image/jpeg',
    body: readFileSync(new URL(`images/${image.file}`, import.meta.url)),
    modifiedAt: '2026-06-01T00:00:00Z',
    maxAgeSeconds: MAX_AGE_SECONDS.still,
  };
}

function respond(request: IncomingMessage, response: ServerResponse, content: Content | undefined): void {
  if (content === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
    return;
  }
  const etag = `"${createHash('sha256').update(content.body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'last-modified': new Date(content.modifiedAt).toUTCString(),
    'cache-control': `max-age=${content.maxAgeSeconds}`,
  };
  if (isUnchanged(request, etag, content.modifiedAt)) {
    response.writeHead(304, headers).end();
    return;
  }
  const length = Buffer.byteLength(content.body);
  response.writeHead(200, { ...headers, 'content-type': content.type, 'content-length': length });
  response.end(request.method === 'HEAD' ? undefined : content.body);
}

/** RFC 9110, 13.1: If-Modified-Since counts only where there is no If-None-Match. */
function isUnchanged(request: IncomingMessage, etag: string, modifiedAt: string): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined) return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = request.headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= Math.floor(Date.parse(modifiedAt) / 1_000) * 1_000;
}
