import { useEffect, useState } from 'preact/hooks';

/** One value that changes, and those who want to know. */
export type Store<State> = {
  get: () => State;
  update: (change: (state: State) => State) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update: (change) => {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Draws the component again when the picked part is another one. */
export function usePart<State, Part>(store: Store<State>, pick: (state: State) => Part): Part {
  const [, draw] = useState({});
  const part = pick(store.get());
  useEffect(() => {
    let last = part;
    const check = (): void => {
      const next = pick(store.get());
      if (Object.is(next, last)) return;
      last = next;
      draw({});
    };
    check();
    return store.subscribe(check);
  });
  return part;
}
