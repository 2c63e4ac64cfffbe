import { describe, expect, it } from 'vitest';
import type { Source, SourceStore } from '../../../src/app/ports/sources.ts';

export function sourceOf(id: string, changes: Partial<Source> = {}): Source {
  return {
    id,
    url: `https://${id}.example/feed`,
    kind: 'feed',
    startsSilent: false,
    paused: false,
    ...changes,
  };
}

/** What every source store keeps to. `create` gives a fresh one. */
export function sourceStoreFacts(create: () => SourceStore): void {
  describe('a source store', () => {
    it('lists what was put, changed by its id, until it is removed', async () => {
      const store = create();
      await store.put(sourceOf('a'));
      await store.put(sourceOf('a', { title: 'Amity Courier' }));
      await store.put(sourceOf('b'));
      expect((await store.list()).toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual([
        sourceOf('a', { title: 'Amity Courier' }),
        sourceOf('b'),
      ]);
      await store.remove('a');
      expect(await store.list()).toEqual([sourceOf('b')]);
      expect(await store.state('a')).toBeUndefined();
    });

    it('keeps the state of a source', async () => {
      const store = create();
      const state = { dueAtMs: 5, failures: 2, deskWasTold: true, etag: '"7"', reason: 'is not there' };
      await store.put(sourceOf('a'));
      await store.setState('a', state);
      await store.put(sourceOf('a', { title: 'New title' }));
      expect(await store.state('a')).toEqual(state);
      expect(await store.state('b')).toBeUndefined();
    });

    it('gives those that are due and not paused, the longest waiting first', async () => {
      const store = create();
      for (const id of ['late', 'early', 'coming', 'paused']) await store.put(sourceOf(id));
      const times = { late: 300, early: 100, coming: 900, paused: 50 };
      for (const [id, dueAtMs] of Object.entries(times)) {
        await store.setState(id, { dueAtMs, failures: 0, deskWasTold: false });
      }
      await store.put(sourceOf('paused', { paused: true }));
      expect((await store.due(500, 10)).map((source) => source.id)).toEqual(['early', 'late']);
      expect((await store.due(500, 1)).map((source) => source.id)).toEqual(['early']);
      await store.put(sourceOf('paused'));
      expect((await store.due(500, 10)).map((source) => source.id)).toEqual(['paused', 'early', 'late']);
    });

    it('remembers marks, each for its own source', async () => {
      const store = create();
      await store.remember('a', ['1'], ['2', '3']);
      expect(await store.unseen('a', ['4', '3', '2', '1', '0'])).toEqual(['4', '0']);
      expect(await store.unseen('b', ['1'])).toEqual(['1']);
      expect(await store.unseen('b', [])).toEqual([]);
    });

    it('remembers the items of a feed that shrank', async () => {
      const store = create();
      const marks = Array.from({ length: 100 }, (_none, i) => `m${i}`);
      await store.remember('a', [], marks);
      await store.remember('a', [], marks.slice(0, 3));
      expect(await store.unseen('a', marks)).toEqual([]);
    });

    it('knows the items that a silent source showed first, until it is removed', async () => {
      const store = create();
      await store.put(sourceOf('a'));
      await store.noteBacklog('a', ['1', '2']);
      expect(await store.inBacklog('a', ['0', '1', '2'])).toEqual(['1', '2']);
      expect(await store.inBacklog('b', ['1'])).toEqual([]);
      expect(await store.inBacklog('a', [])).toEqual([]);
      await store.remove('a');
      expect(await store.inBacklog('a', ['1'])).toEqual([]);
    });

    it('counts how often an item was put off', async () => {
      const store = create();
      expect(await store.countHold('a', 'm')).toBe(1);
      expect(await store.countHold('a', 'm')).toBe(2);
      expect(await store.countHold('a', 'other')).toBe(1);
      expect(await store.countHold('b', 'm')).toBe(1);
    });
  });
}
