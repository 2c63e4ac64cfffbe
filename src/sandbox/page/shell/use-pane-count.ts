import { useEffect, useState } from 'preact/hooks';
import type { View } from '../state/page-state.ts';

const THREE = '(min-width: 1180px)';
const TWO = '(min-width: 760px)';

function count(): number {
  if (matchMedia(THREE).matches) return 3;
  return matchMedia(TWO).matches ? 2 : 1;
}

/** How many panes stand side by side in this window. */
export function usePaneCount(): number {
  const [panes, setPanes] = useState(count);
  useEffect(() => {
    const queries = [matchMedia(THREE), matchMedia(TWO)];
    const look = (): void => setPanes(count());
    for (const query of queries) query.addEventListener('change', look);
    return () => {
      for (const query of queries) query.removeEventListener('change', look);
    };
  }, []);
  return panes;
}

/** Which panes stand, left to right. The channel and the chat are what it is about: they go last. */
export function panesOf(count: number, view: View, side: 'desk' | 'weather'): readonly View[] {
  if (count === 3) return ['channel', 'chat', side];
  if (count === 2) return ['channel', view === 'channel' ? 'chat' : view];
  return [view];
}
