import { type Context, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createDeeds, type Deeds } from './deeds.ts';
import { INITIAL_STATE, type PageState } from './page-state.ts';
import { createStore, type Store, usePart } from './store.ts';

export type Page = { store: Store<PageState>; deeds: Deeds };

export function createPage(): Page {
  const store = createStore(INITIAL_STATE);
  return { store, deeds: createDeeds(store) };
}

export const PageContext: Context<Page> = createContext(createPage());

export function useDeeds(): Deeds {
  return useContext(PageContext).deeds;
}

export function usePage<Part>(pick: (state: PageState) => Part): Part {
  return usePart(useContext(PageContext).store, pick);
}
