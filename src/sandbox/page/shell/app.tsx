import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PrivateChat } from '../chat/private-chat.tsx';
import { NoChat, PublicChat } from '../chat/public-chat.tsx';
import { usePage } from '../state/page-context.ts';
import { chatWithId, editorOf, userOf, type View } from '../state/page-state.ts';
import { WeatherPane } from '../weather/weather-pane.tsx';
import { DeskPane } from './desk-pane.tsx';
import { Intro } from './intro.tsx';
import { AlertDialog, Toasts } from './notices.tsx';
import { Tabs } from './tabs.tsx';
import { TopBar } from './top-bar.tsx';
import { panesOf, usePaneCount } from './use-pane-count.ts';

function ChannelPane(): JSX.Element {
  const chat = usePage((state) => chatWithId(state, state.channel));
  return chat === undefined ? <NoChat /> : <PublicChat key={chat.id} chat={chat} />;
}

function ChatPane(): JSX.Element {
  const user = usePage((state) => userOf(state, state.me));
  if (user === undefined) return <p class="empty">This world has no people yet.</p>;
  return <PrivateChat key={user.id} user={user} />;
}

const PANES: Record<View, { label: string; Pane: () => JSX.Element }> = {
  channel: { label: 'Channel', Pane: ChannelPane },
  chat: { label: 'Private chat', Pane: ChatPane },
  desk: { label: 'The editor’s desk', Pane: DeskPane },
  weather: { label: 'Weather', Pane: WeatherPane },
};

/** Which of the two that share the third column was looked at last. */
function useSide(view: View): 'desk' | 'weather' {
  const [side, setSide] = useState<'desk' | 'weather'>('desk');
  useEffect(() => {
    if (view === 'desk' || view === 'weather') setSide(view);
  }, [view]);
  return view === 'desk' || view === 'weather' ? view : side;
}

const TABS_BY_COUNT: Record<number, readonly View[]> = {
  1: ['channel', 'chat', 'desk', 'weather'],
  2: ['chat', 'desk', 'weather'],
  3: ['desk', 'weather'],
};

/** The whole page. */
export function App(): JSX.Element {
  const view = usePage((state) => state.view);
  const isOpening = usePage((state) => state.connection === 'opening');
  const count = usePaneCount();
  const isEditor = usePage((state) => editorOf(state)?.id === state.me);
  const side = useSide(view);
  // An editor's chat is the desk: beside it there is room for what passes on the wire.
  const panes = panesOf(count, view, isEditor ? 'weather' : side);
  const current: readonly View[] = isEditor && panes.includes('chat') ? [...panes, 'desk'] : panes;
  const tabs = <Tabs views={TABS_BY_COUNT[count] ?? []} current={current} />;
  return (
    <div class={`app panes-${count}`}>
      <TopBar>{count > 1 && tabs}</TopBar>
      <Intro />
      <main>
        {!isOpening &&
          panes.map((name) => {
            const { label, Pane } = PANES[name];
            return (
              <section key={name} class="pane" data-view={name} aria-label={label}>
                <Pane />
              </section>
            );
          })}
      </main>
      {count === 1 && tabs}
      <Toasts />
      <AlertDialog />
    </div>
  );
}
