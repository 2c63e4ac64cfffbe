import { describe, expect, it, vi } from 'vitest';
import { pollDueSources, pollSources } from '../../../src/app/ingest/poll-sources.ts';
import type { CandidateReading } from '../../../src/app/ports/sources.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { candidate, createNewsroom, itemsOf, type Newsroom, UNCHANGED } from './newsroom.ts';
import { sourceOf } from './source-store-facts.ts';

const MINUTE_MS = 60_000;

async function pollEvery(room: Newsroom, minutes: number, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await pollDueSources(room.polling);
    room.pass(minutes * MINUTE_MS);
  }
}

describe('a source', () => {
  it('is asked again after its interval, and not before', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    expect(await pollDueSources(room.polling)).toBe(1);
    expect(await pollDueSources(room.polling)).toBe(0);
    room.pass(5 * MINUTE_MS);
    expect(await pollDueSources(room.polling)).toBe(1);
  });

  it('is asked as seldom as it asks for, up to six hours', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    room.answer('a', { kind: 'unchanged', againAfterMs: 365 * 24 * 60 * MINUTE_MS });
    await pollDueSources(room.polling);
    room.pass(360 * MINUTE_MS);
    expect(await pollDueSources(room.polling)).toBe(1);
  });

  it('that is paused is not asked', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a', { paused: true }));
    expect(await pollDueSources(room.polling)).toBe(0);
  });

  it('gives its stories oldest first', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    const dated = [3, 1, 2].map((n) => candidate(n, { publishedAt: `2023-06-1${n}T08:00:00Z` }));
    room.answer('a', itemsOf(...dated));
    await pollDueSources(room.polling);
    expect(room.posted).toEqual(['Story 1', 'Story 2', 'Story 3']);
  });

  it('without dates gives its stories from the end of its feed', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    room.answer('a', itemsOf(candidate(2), candidate(1)));
    await pollDueSources(room.polling);
    expect(room.posted).toEqual(['Story 1', 'Story 2']);
  });

  it('that starts silent brings its backlog to the archive, and then news to the channels', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a', { startsSilent: true }));
    room.answer('a', itemsOf(candidate(1)));
    await pollDueSources(room.polling);
    room.pass(5 * MINUTE_MS);
    room.answer('a', itemsOf(candidate(2), candidate(1)));
    await pollDueSources(room.polling);
    expect(room.stories).toHaveLength(2);
    expect(room.posted).toEqual(['Story 2']);
  });
});

describe('a story comes in once', () => {
  const first = itemsOf(candidate(1), candidate(2), candidate(3));

  it.each([
    ['a feed that repeats itself', first],
    ['a feed that reorders', itemsOf(candidate(3), candidate(1), candidate(2))],
    [
      'a feed that dates all anew',
      itemsOf(...[1, 2, 3].map((n) => candidate(n, { publishedAt: '2023-06-14T09:00:00Z' }))),
    ],
    ['ids that change', itemsOf(...[1, 2, 3].map((n) => candidate(n, { guid: `new-${n}` })))],
    [
      'addresses that change',
      itemsOf(...[1, 2, 3].map((n) => candidate(n, { url: `https://courier.example/new/${n}` }))),
    ],
    ['titles that change', itemsOf(...[1, 2, 3].map((n) => candidate(n, { title: `Otherwise ${n}` })))],
  ])('with %s', async (_name, second) => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    room.answer('a', first);
    await pollEvery(room, 6, 1);
    room.answer('a', second);
    await pollEvery(room, 6, 2);
    expect(room.posted.toSorted()).toEqual(['Story 1', 'Story 2', 'Story 3']);
  });

  it('with a feed that shrinks and grows again', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    for (const reading of [first, itemsOf(), itemsOf(candidate(3)), first]) {
      room.answer('a', reading);
      await pollEvery(room, 6, 1);
    }
    expect(room.posted).toHaveLength(3);
  });

  it('costs nothing when it has been seen', async () => {
    let reads = 0;
    const room = createNewsroom();
    const polling = {
      ...room.polling,
      readCandidate: (...args: Parameters<typeof room.polling.readCandidate>) => {
        reads += 1;
        return room.polling.readCandidate(...args);
      },
    };
    await room.store.put(sourceOf('a'));
    room.answer('a', first);
    for (let i = 0; i < 5; i += 1) {
      await pollDueSources(polling);
      room.pass(6 * MINUTE_MS);
    }
    expect(reads).toBe(3);
  });
});

describe('failing', () => {
  it('backs off, tells the desk once, and once when it is over', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a', { title: 'Amity Courier' }));
    room.answer('a', { kind: 'failed', reason: 'is not there (status 404)' });
    await pollEvery(room, 5, 40);
    expect(room.news).toEqual([
      { kind: 'feed failing', feed: 'Amity Courier', reason: 'is not there (status 404)' },
    ]);
    const failures = (await room.store.state('a'))?.failures ?? 0;
    expect(failures).toBeGreaterThan(3);
    expect(failures).toBeLessThan(10);
    room.answer('a', UNCHANGED);
    await pollEvery(room, 120, 3);
    expect(room.news.slice(1)).toEqual([{ kind: 'feed recovered', feed: 'Amity Courier' }]);
    expect((await room.store.state('a'))?.failures).toBe(0);
  });

  it('for a moment only tells nobody', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a'));
    room.answer('a', { kind: 'failed', reason: 'did not answer in time' });
    await pollEvery(room, 5, 1);
    room.answer('a', UNCHANGED);
    await pollEvery(room, 5, 2);
    expect(room.news).toEqual([]);
  });

  it('in one source stops no other', async () => {
    const room = createNewsroom();
    const polling = {
      ...room.polling,
      readSource: async (...args: Parameters<typeof room.polling.readSource>) => {
        if (args[0].id === 'bad') throw new Error('out of paper');
        return room.polling.readSource(...args);
      },
    };
    for (const id of ['bad', 'good']) await room.store.put(sourceOf(id));
    room.answer('good', itemsOf(candidate(1)));
    expect(await pollDueSources(polling)).toBe(2);
    expect(room.posted).toEqual(['Story 1']);
  });

  it('with one item stops no other, and is tried again before it is given up', async () => {
    let tries = 0;
    const room = createNewsroom();
    const polling = {
      ...room.polling,
      readCandidate: async (
        ...args: Parameters<typeof room.polling.readCandidate>
      ): Promise<CandidateReading> => {
        if (args[0].guid !== 'g-2') return room.polling.readCandidate(...args);
        tries += 1;
        throw new Error('out of ink');
      },
    };
    await room.store.put(sourceOf('a'));
    room.answer('a', itemsOf(candidate(1), candidate(2), candidate(3)));
    for (let i = 0; i < 6; i += 1) {
      await pollDueSources(polling);
      room.pass(6 * MINUTE_MS);
    }
    expect(room.posted).toEqual(['Story 3', 'Story 1']);
    expect(tries).toBe(3);
    expect(room.fates.filter((fate) => fate.what === 'failed')).toHaveLength(3);
  });
});

describe('an item whose page is away', () => {
  it('is held, then taken from its summary, and every step is on record', async () => {
    const room = createNewsroom({
      readCandidate: async (item, source) => ({
        kind: 'held',
        reason: 'its page did not answer in time',
        article: cleanText({ text: 'The summary of it.', title: item.title ?? '' }),
        keys: { source: source.id, guid: item.guid },
      }),
    });
    await room.store.put(sourceOf('a'));
    room.answer('a', { kind: 'items', items: [candidate(1)], problems: [], etag: '"7"' });
    await pollDueSources(room.polling);
    expect((await room.store.state('a'))?.etag).toBeUndefined();
    room.pass(6 * MINUTE_MS);
    await pollEvery(room, 6, 4);
    expect(room.posted).toEqual(['Story 1']);
    expect(room.fates.map((fate) => fate.what)).toEqual(['held', 'held', 'taken in']);
    expect((await room.store.state('a'))?.etag).toBe('"7"');
  });
});

describe('an item of which there is nothing but a page', () => {
  it('is asked for again as long as the page may come back, and then given up with a reason', async () => {
    let tries = 0;
    const room = createNewsroom({
      readCandidate: async () => {
        tries += 1;
        return { kind: 'failed', reason: 'its page has trouble of its own (status 503)', isTemporary: true };
      },
    });
    await room.store.put(sourceOf('a'));
    room.answer('a', itemsOf(candidate(1)));
    await pollEvery(room, 6, 40);
    expect(tries).toBe(24);
    expect(room.fates.map(({ what }) => what)).toEqual([
      ...Array.from({ length: 23 }, () => 'held'),
      'failed',
    ]);
  });

  it('is given up at once when the page is gone', async () => {
    const room = createNewsroom({
      readCandidate: async () => ({ kind: 'failed', reason: 'its page is gone for good (status 410)' }),
    });
    await room.store.put(sourceOf('a'));
    room.answer('a', itemsOf(candidate(1)));
    await pollEvery(room, 6, 3);
    expect(room.fates.map(({ what }) => what)).toEqual(['failed']);
  });
});

it('records what cannot be used, with the reason, once', async () => {
  const room = createNewsroom();
  await room.store.put(sourceOf('a'));
  room.answer('a', { kind: 'items', items: [], problems: [{ item: 'item 2', reason: 'no text' }] });
  const atMs = room.polling.clock.now();
  await pollEvery(room, 6, 3);
  expect(room.fates).toEqual([{ atMs, source: 'a', item: 'item 2', what: 'failed', reason: 'no text' }]);
});

describe('a stop in the middle of a source', () => {
  it('leaves what was not read to the next process, which asks at once', async () => {
    const stopping = new AbortController();
    const calm = createNewsroom();
    const room = createNewsroom({
      readCandidate: async (item, source) => {
        if (item.guid === 'g-2') stopping.abort();
        return calm.polling.readCandidate(item, source);
      },
    });
    await room.store.put(sourceOf('a'));
    const dated = [1, 2, 3].map((n) => candidate(n, { publishedAt: `2023-06-1${n}T08:00:00Z` }));
    room.answer('a', itemsOf(...dated));
    await pollDueSources(room.polling, stopping.signal);
    expect(room.posted).toEqual(['Story 1']);
    expect(room.fates.map(({ title, what }) => [title, what])).toEqual([['Story 1', 'taken in']]);
    await pollDueSources(room.polling);
    expect(room.posted).toEqual(['Story 1', 'Story 2', 'Story 3']);
  });

  it('counts no failure against a source that was being asked', async () => {
    const stopping = new AbortController();
    const room = createNewsroom({
      readSource: async () => {
        stopping.abort();
        return { kind: 'failed', reason: 'was given up, because the bot is stopping' };
      },
    });
    await room.store.put(sourceOf('a'));
    await pollDueSources(room.polling, stopping.signal);
    expect(await room.store.state('a')).toBeUndefined();
  });
});

describe('a source that starts silent', () => {
  it('stays silent about what it showed first when that is read late', async () => {
    let isAway = true;
    const calm = createNewsroom();
    const room = createNewsroom({
      readCandidate: async (item, source) => {
        const reading = await calm.polling.readCandidate(item, source);
        const isHeld = isAway && item.guid === 'g-1' && reading.kind === 'article';
        return isHeld ? { ...reading, kind: 'held', reason: 'its page did not answer in time' } : reading;
      },
    });
    await room.store.put(sourceOf('a', { startsSilent: true }));
    room.answer('a', itemsOf(candidate(2), candidate(1)));
    await pollEvery(room, 6, 1);
    isAway = false;
    room.answer('a', itemsOf(candidate(3), candidate(2), candidate(1)));
    await pollEvery(room, 6, 1);
    expect(room.stories).toHaveLength(3);
    expect(room.posted).toEqual(['Story 3']);
  });

  it('takes for its backlog what it shows first, however long it has shown nothing', async () => {
    const room = createNewsroom();
    await room.store.put(sourceOf('a', { startsSilent: true }));
    const readings = [itemsOf(), UNCHANGED, itemsOf(candidate(1)), itemsOf(candidate(2), candidate(1))];
    for (const reading of readings) {
      room.answer('a', reading);
      await pollEvery(room, 6, 1);
    }
    expect(room.posted).toEqual(['Story 2']);
  });
});

describe('a slow source', () => {
  it('is left after a while, and goes on with the rest at its next turn', async () => {
    const calm = createNewsroom();
    const room = createNewsroom({
      readCandidate: (item, source) => {
        room.pass(50_000);
        return calm.polling.readCandidate(item, source);
      },
    });
    await room.store.put(sourceOf('a'));
    room.answer('a', itemsOf(...[1, 2, 3, 4, 5, 6].map((n) => candidate(n))));
    await pollDueSources(room.polling);
    expect(room.posted).toHaveLength(3);
    await pollDueSources(room.polling);
    expect(room.posted.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Story ${n}`));
  });

  it('delays no source of another host, and those of its own host wait for it', async () => {
    const stopping = new AbortController();
    const asked: string[] = [];
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const room = createNewsroom();
    const polling = {
      ...room.polling,
      clock: { ...room.polling.clock, sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) },
      readSource: async (...[source, state]: Parameters<typeof room.polling.readSource>) => {
        asked.push(source.id);
        if (source.id === 'slow') await slow;
        return room.polling.readSource(source, state);
      },
    };
    const url = 'https://slow.example/feed';
    for (const id of ['slow', 'after']) await room.store.put(sourceOf(id, { url }));
    for (let n = 0; n < 100; n += 1) await room.store.put(sourceOf(`other-${n}`));
    const polled = pollSources(polling, stopping.signal);
    await vi.waitFor(() => expect(asked).toHaveLength(101));
    expect(asked).not.toContain('after');
    release();
    await vi.waitFor(() => expect(asked).toContain('after'));
    stopping.abort();
    await polled;
  });
});
