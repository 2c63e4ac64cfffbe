import { render } from 'preact';
import { App } from './shell/app.tsx';
import { applyEvent } from './state/apply-event.ts';
import { createPage, PageContext } from './state/page-context.ts';
import { listen, type SandboxEvent } from './wire/event.ts';

/** Some events say only that something is another now: who somebody is, or which commands the bot has. */
function callsForLook(event: SandboxEvent): boolean {
  if (event.type === 'user') return typeof event.user === 'number';
  if (event.type === 'chat') return typeof event.chat === 'number';
  return event.type === 'request' && /mycommands$/i.test(event.line.method) && event.line.accepted;
}

const page = createPage();
const { store, deeds } = page;

listen({
  events: (events) => {
    store.update((state) => events.reduce((next, event) => applyEvent(next, event, Date.now()), state));
    if (events.some(callsForLook)) void deeds.loadWorld();
  },
  // Only now: a message that came between an earlier look and the first event would never be shown.
  opened: () => void deeds.reload(),
  lost: () => store.update((state) => ({ ...state, connection: 'lost' })),
});
void deeds.loadWeather();
void deeds.loadRequests();

const root = document.getElementById('page');
if (root === null) throw new Error('The page has lost its root element');
render(
  <PageContext.Provider value={page}>
    <App />
  </PageContext.Provider>,
  root,
);
