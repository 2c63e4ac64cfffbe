import type { JSX } from 'preact';
import { useDeeds, usePage } from '../state/page-context.ts';
import { editorOf, type PageState, type View } from '../state/page-state.ts';
import { Icon, type IconName } from './icon.tsx';

const TABS: Record<View, { label: string; icon: IconName }> = {
  channel: { label: 'Channel', icon: 'channel' },
  chat: { label: 'Chat', icon: 'chat' },
  desk: { label: 'Desk', icon: 'desk' },
  weather: { label: 'Weather', icon: 'weather' },
};

function signOf(state: PageState, view: View): string | undefined {
  if (view === 'weather') return (state.weather?.faults.length ?? 0) > 0 ? '!' : undefined;
  const user = view === 'desk' ? editorOf(state)?.id : view === 'chat' ? state.me : undefined;
  const unread = user === undefined ? 0 : (state.unread[user] ?? 0);
  return unread > 0 ? String(unread) : undefined;
}

/** That something is going on behind a tab: unread messages, or weather that is not clear. */
function Sign({ view }: { view: View }): JSX.Element | null {
  const sign = usePage((state) => signOf(state, view));
  if (sign === undefined) return null;
  return (
    <span class="sign" role="img" aria-label={sign === '!' ? 'not clear' : `${sign} unread`}>
      {sign}
    </span>
  );
}

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
          <span class="tab-name">{TABS[view].label}</span>
          {!current.includes(view) && <Sign view={view} />}
        </button>
      ))}
    </nav>
  );
}
