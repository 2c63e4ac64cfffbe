import { render } from 'preact';
import { App } from './shell/app.tsx';
import { applyEvent } from './state/apply-event.ts';
import { createPage, PageContext } from './state/page-context.ts';
import { listen } from './wire/event.ts';

const page = createPage();
const { store, deeds } = page;

listen({
  events: (events) =>
    store.update((state) => events.reduce((next, event) => applyEvent(next, event, Date.now()), state)),
  reconnected: () => void deeds.reload(),
  lost: () => store.update((state) => ({ ...state, connection: 'lost' })),
});
void deeds.loadWorld();

const root = document.getElementById('page');
if (root === null) throw new Error('The page has lost its root element');
render(
  <PageContext.Provider value={page}>
    <App />
  </PageContext.Provider>,
  root,
);
