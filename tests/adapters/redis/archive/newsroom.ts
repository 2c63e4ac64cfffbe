import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { inject } from 'vitest';
import { createArchive } from '../../../../src/adapters/redis/archive/archive.ts';
import { type RedisKeys, redisKeys } from '../../../../src/adapters/redis/keys.ts';
import type { Archive, ArchiveDesk } from '../../../../src/app/ports/archive.ts';
import type { Log } from '../../../../src/app/ports/clock.ts';
import type { ArchivedArticle, ArticleId } from '../../../../src/domain/article/article.ts';
import type { StoryKeys } from '../../../../src/domain/article/story.ts';
import { storyKeysOf } from '../../../../src/domain/article/story-keys.ts';
import { cut } from '../../../../src/domain/text/span.ts';

/** Midnight of 1 May 2031, in an invented country. */
export const MAY_1_MS: number = Date.UTC(2031, 4, 1);
export const DAY_MS = 86_400_000;

const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export type Newsroom = {
  readonly archive: Archive & ArchiveDesk;
  readonly redis: Redis;
  readonly keys: RedisKeys;
  readonly clock: { now: () => number };
  /** A second process on the same archive. */
  readonly another: () => Archive & ArchiveDesk;
};

/** An archive of its own on the run's Redis; close it with `redis.quit()`. */
export function openNewsroom(): Newsroom {
  const bot = randomUUID();
  const redis = new Redis(inject('redisUrl'), { protocol: 2 });
  const clock = { now: (): number => MAY_1_MS + 30 * DAY_MS };
  const open = (): Archive & ArchiveDesk => createArchive({ redis, bot, clock, log: SILENT });
  return { archive: open(), redis, keys: redisKeys(bot), clock, another: open };
}

export type Draft = {
  readonly id?: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Days after 1 May 2031. */
  readonly day?: number;
  readonly source?: string;
  readonly url?: string;
  readonly people?: readonly { name: string; role?: string; kind?: 'person' | 'body'; mentions?: number }[];
  /** Words that stand in the text, and who said them. */
  readonly quotes?: readonly (readonly [text: string, name: string, role?: string])[];
};

/** An invented article as the analysis would give it. */
export function article(draft: Draft): ArchivedArticle {
  const text = draft.paragraphs.join('\n\n');
  let from = 0;
  const paragraphs = draft.paragraphs.map((paragraph) => {
    const span = cut(text, from, from + paragraph.length);
    from += paragraph.length + 2;
    return span;
  });
  const sortAtMs = MAY_1_MS + (draft.day ?? 0) * DAY_MS;
  return {
    id: (draft.id ?? `a${randomUUID().slice(0, 13)}`) as ArticleId,
    title: draft.title,
    text,
    paragraphs,
    removed: [],
    corrections: [],
    summary: paragraphs.slice(0, 1),
    quotes: (draft.quotes ?? []).map(([words, name, role]) => {
      const start = text.indexOf(words);
      const speaker = {
        name,
        mention: text.slice(0, 4),
        start: 0,
        end: 4,
        ...(role === undefined ? {} : { role }),
      };
      return { ...cut(text, start, start + words.length), speaker, confidence: 0.9 };
    }),
    indirect: [],
    people: (draft.people ?? []).map(({ name, role, kind = 'person', mentions = 2 }) => ({
      ...{ name, kind, mentions, spans: [{ start: 0, end: 4 }] },
      ...(role === undefined ? {} : { role }),
    })),
    facts: [],
    source: draft.source ?? 'harbour-feed',
    arrivedAtMs: sortAtMs + 60_000,
    sortAtMs,
    ...(draft.url === undefined ? {} : { url: draft.url }),
  };
}

export function keysFor(of: ArchivedArticle, guid?: string): StoryKeys {
  return storyKeysOf(of, { source: of.source, ...(guid === undefined ? {} : { guid }) });
}

/** Admits drafts one after the other; answers their ids. */
export async function admitAll(archive: Archive, drafts: readonly Draft[]): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const draft of drafts) {
    const made = article(draft);
    ids.push((await archive.admit(made, keysFor(made), [])).id);
  }
  return ids;
}

/** A long text of invented words; the same seed gives the same text. */
export function filler(seed: number, words: number): string {
  let state = seed * 2_654_435_761 + 1;
  const syllables = ['ba', 'ko', 'ri', 'tu', 'mel', 'san', 'vo', 'dir', 'pel', 'gan', 'os', 'ith'];
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  };
  const word = (): string =>
    Array.from({ length: 2 + (next() % 3) }, () => syllables[next() % syllables.length] ?? 'ba').join('');
  return `${Array.from({ length: words }, word).join(' ')}.`;
}
