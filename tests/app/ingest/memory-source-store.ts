import type { Fate, Fates, Source, SourceState, SourceStore } from '../../../src/app/ports/sources.ts';

/** A source store in memory; it passes the same facts as the one in Redis. */
export function memorySourceStore(): SourceStore {
  const sources = new Map<string, Source>();
  const states = new Map<string, SourceState>();
  const seen = new Map<string, Set<string>>();
  const holds = new Map<string, number>();
  const backlogs = new Map<string, Set<string>>();
  const leased = new Set<string>();
  const dueAt = (id: string): number => states.get(id)?.dueAtMs ?? 0;
  return {
    list: async () => [...sources.values()],
    put: async (source) => void sources.set(source.id, source),
    remove: async (id) => {
      for (const kept of [sources, states, seen, backlogs]) kept.delete(id);
    },
    due: async (nowMs, limit) =>
      [...sources.values()]
        .filter((source) => !source.paused && dueAt(source.id) <= nowMs)
        .toSorted((a, b) => dueAt(a.id) - dueAt(b.id))
        .slice(0, limit),
    state: async (id) => states.get(id),
    setState: async (id, state) => void states.set(id, state),
    whileLeased: async (id, work) => {
      if (leased.has(id)) return false;
      leased.add(id);
      await work().finally(() => leased.delete(id));
      return true;
    },
    unseen: async (id, marks) => marks.filter((mark) => !seen.get(id)?.has(mark)),
    remember: async (id, marks, current) => {
      seen.set(id, new Set([...(seen.get(id) ?? []), ...marks, ...current]));
    },
    noteBacklog: async (id, idMarks) => {
      backlogs.set(id, new Set([...(backlogs.get(id) ?? []), ...idMarks]));
    },
    inBacklog: async (id, idMarks) => idMarks.filter((mark) => backlogs.get(id)?.has(mark)),
    countHold: async (id, mark) => {
      const count = (holds.get(`${id}\n${mark}`) ?? 0) + 1;
      holds.set(`${id}\n${mark}`, count);
      return count;
    },
  };
}

/** The record of fates in memory, with all that was written for the test to read. */
export function memoryFates(): Fates & { readonly all: readonly Fate[] } {
  const all: Fate[] = [];
  return {
    all,
    record: async (fate) => void all.push(fate),
    find: async (query, limit) =>
      all
        .filter((fate) => fate.article === query || fate.item === query)
        .toReversed()
        .slice(0, limit),
    recent: async (limit) => all.toReversed().slice(0, limit),
  };
}
