import type { JSX } from 'preact';
import { useDeeds } from '../state/page-context.ts';
import type { View } from '../state/page-state.ts';
import { Icon, type IconName } from './icon.tsx';

const TABS: Record<View, { label: string; icon: IconName }> = {
  channel: { label: 'Channel', icon: 'channel' },
  chat: { label: 'Chat', icon: 'chat' },
  desk: { label: 'Desk', icon: 'desk' },
  weather: { label: 'Weather', icon: 'weather' },
};

type Props = { views: readonly View[]; current: readonly View[] };

/** What there is no room for side by side is one press away. */
export function Tabs({ views, current }: Props): JSX.Element {
  const deeds = useDeeds();
  return (
    <nav class="tabs" aria-label="Parts of the page">
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={current.includes(view) ? 'page' : undefined}
          onClick={() => deeds.show(view)}
        >
          <Icon name={TABS[view].icon} />
          <span>{TABS[view].label}</span>
        </button>
      ))}
    </nav>
  );
}
