import { destinationOf } from '../wire/deep-link.ts';
import { reactionLabel } from '../wire/reaction.ts';
import type { MessagePage } from '../wire/server.ts';
import {
  type Act,
  act,
  fetchMessages,
  fetchRequests,
  fetchWeather,
  fetchWorld,
  type Outcome,
  setWeather,
} from '../wire/server.ts';
import type { WeatherChange, WeatherPlan } from '../wire/weather-plan.ts';
import { isEditor, type World } from '../wire/world.ts';
import { withEarlierRequests, withNotice } from './apply-event.ts';
import { type ChatLog, EMPTY_LOG, withNewest, withOlder } from './chat-log.ts';
import type { PageState, View } from './page-state.ts';
import { publicChats, REQUESTS_KEPT } from './page-state.ts';
import type { Store } from './store.ts';

/** How many messages one asks for at once: some screens' worth. */
const PAGE_SIZE = 100;

/** A button shows that it waits for so long, should the bot never answer it. */
const ANSWER_AWAITED_MS = 15_000;

/** What one can do on the page. Each tells of a refusal in a notice; none throws. */
export type Deeds = {
  loadWorld: () => Promise<void>;
  /** When a connection stands, the first or another. */
  reload: () => Promise<void>;
  openLog: (chat: number) => Promise<void>;
  loadOlder: (chat: number) => Promise<void>;
  be: (user: number) => void;
  /** Somebody looks at this private chat: nothing in it is unread. */
  seen: (user: number) => void;
  show: (view: View) => void;
  showChannel: (chat: number) => void;
  say: (user: number, text: string, chat?: number) => Promise<boolean>;
  press: (user: number, chat: number, messageId: number, data: string) => Promise<void>;
  do: (deed: Act) => Promise<boolean>;
  follow: (address: string, user: number | undefined) => void;
  loadWeather: () => Promise<void>;
  /** What the bot asked before the page was there. */
  loadRequests: () => Promise<void>;
  setWeather: (change: WeatherChange) => Promise<void>;
  note: (text: string) => void;
  dismiss: (notice: number) => void;
  closeAlert: () => void;
};

/** @returns who one is at first: a reader with a story to follow, not the editor. */
function firstReader(world: World): number | undefined {
  const humans = world.users.filter((user) => user.is_bot !== true && user.deactivated !== true);
  return (humans.find((user) => !isEditor(user)) ?? humans[0])?.id;
}

function withReactions(state: PageState, chat: number, { reactions }: MessagePage): PageState {
  const labels = Object.entries(reactions).map(([id, counts]) => [`${chat}:${id}`, reactionLabel(counts)]);
  return labels.length === 0
    ? state
    : { ...state, reactions: { ...state.reactions, ...Object.fromEntries(labels) } };
}

function logDeeds(store: Store<PageState>): Pick<Deeds, 'openLog' | 'loadOlder' | 'reload' | 'loadWorld'> {
  const setLog = (chat: number, change: (log: ChatLog) => ChatLog): void =>
    store.update((state) => ({
      ...state,
      logs: { ...state.logs, [chat]: change(state.logs[chat] ?? EMPTY_LOG) },
    }));
  const page = async (chat: number, before?: number): ReturnType<typeof fetchMessages> => {
    const outcome = await fetchMessages({
      chat,
      limit: PAGE_SIZE,
      ...(chat > 0 ? { user: chat } : {}),
      ...(before === undefined ? {} : { before }),
    });
    if (outcome.kind === 'done') store.update((state) => withReactions(state, chat, outcome.value));
    return outcome;
  };
  const loadNewest = async (chat: number): Promise<void> => {
    const outcome = await page(chat);
    if (outcome.kind === 'done') return setLog(chat, (log) => withNewest(log, outcome.value));
    setLog(chat, (log) => ({ ...log, isLoading: false }));
    store.update((state) => withNotice(state, outcome.reason));
  };
  const openLog = async (chat: number): Promise<void> => {
    if (store.get().logs[chat] !== undefined) return;
    setLog(chat, () => EMPTY_LOG);
    await loadNewest(chat);
  };
  const loadOlder = async (chat: number): Promise<void> => {
    const log = store.get().logs[chat];
    if (log === undefined || log.isLoading || !log.more) return;
    setLog(chat, (held) => ({ ...held, isLoading: true }));
    const outcome = await page(chat, log.messages[0]?.message_id);
    if (outcome.kind === 'done') setLog(chat, (held) => withOlder(held, outcome.value));
    else setLog(chat, (held) => ({ ...held, isLoading: false }));
  };
  const loadWorld = async (): Promise<void> => {
    const outcome = await fetchWorld();
    if (outcome.kind === 'refused') {
      return store.update((state) => ({ ...state, connection: 'lost' }));
    }
    store.update((state) => {
      const next: PageState = { ...state, connection: 'open', world: outcome.value };
      const channel = state.channel ?? publicChats(next.world)[0]?.id;
      return { ...next, me: state.me ?? firstReader(outcome.value), channel };
    });
  };
  const reload = async (): Promise<void> => {
    await loadWorld();
    await Promise.all(Object.keys(store.get().logs).map((chat) => loadNewest(Number(chat))));
  };
  return { openLog, loadOlder, loadWorld, reload };
}

/** A browser lets a page open a tab only right after a click, so this must not wait for anything before. */
function openTab(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}

export function createDeeds(store: Store<PageState>): Deeds {
  const { update } = store;
  const note = (text: string): void => update((state) => withNotice(state, text));
  const perform = async (deed: Act): Promise<boolean> => {
    const outcome = await act(deed);
    if (outcome.kind === 'refused') note(outcome.reason);
    return outcome.kind === 'done';
  };
  const keepWeather = (outcome: Outcome<WeatherPlan>): void => {
    if (outcome.kind === 'refused') note(outcome.reason);
    else update((state) => ({ ...state, weather: outcome.value }));
  };
  const show = (view: View): void => update((state) => ({ ...state, view }));
  const be = (me: number): void => update((state) => ({ ...state, me, view: 'chat' }));
  const showChannel = (channel: number): void => update((state) => ({ ...state, channel }));
  return {
    ...logDeeds(store),
    note,
    do: perform,
    show,
    be,
    seen: (user) =>
      update((state) => {
        const { [user]: count, ...unread } = state.unread;
        return count === undefined ? state : { ...state, unread };
      }),
    showChannel,
    say: (user, text, chat) => perform(chat === undefined ? { user, text } : { user, text, chat }),
    press: async (user, chat, messageId, data) => {
      const pressed = { user, button: `${chat}:${messageId}:${data}` };
      const letGo = (): void =>
        update((state) => (state.pressed === pressed ? { ...state, pressed: undefined } : state));
      update((state) => ({ ...state, pressed }));
      const isDone = await perform({ user, press: data, message_id: messageId, chat });
      if (isDone) setTimeout(letGo, ANSWER_AWAITED_MS);
      else letGo();
    },
    follow: (address, user) => {
      const destination = destinationOf(address, store.get().world);
      switch (destination.kind) {
        case 'web':
          return openTab(destination.url);
        case 'chat':
          return update((state) => ({ ...state, channel: destination.chat, view: 'channel' }));
        case 'bot':
          return show('chat');
        case 'start':
          show('chat');
          if (user !== undefined) void perform({ user, start: destination.payload });
          return;
        case 'nowhere':
          return note(`The sandbox cannot open ${address}`);
      }
    },
    loadRequests: async () => {
      const outcome = await fetchRequests(REQUESTS_KEPT);
      if (outcome.kind === 'done') update((state) => withEarlierRequests(state, outcome.value.requests));
    },
    loadWeather: async () => keepWeather(await fetchWeather()),
    setWeather: async (change) => keepWeather(await setWeather(change)),
    dismiss: (id) => update((state) => ({ ...state, notices: state.notices.filter((n) => n.id !== id) })),
    closeAlert: () => update((state) => ({ ...state, alert: undefined })),
  };
}
