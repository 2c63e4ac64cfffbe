import type { Message } from './message.ts';
import type { ReactionCount } from './reaction.ts';
import type { TranscriptLine } from './transcript.ts';
import type { WeatherPlan } from './weather-plan.ts';
import type { Chat, User } from './world.ts';

/** What happens in the sandbox, one a server-sent event of `/sandbox/events`. */
export type SandboxEvent =
  | { type: 'message' | 'edit'; chat: number; message: Message }
  | { type: 'delete'; chat: number; message_ids: readonly number[] }
  | { type: 'callback_answer'; user: number; text?: string; show_alert?: boolean; url?: string }
  | { type: 'chat_action'; chat: number; action: string }
  | { type: 'request'; line: TranscriptLine }
  | { type: 'user'; user: User | number }
  | { type: 'chat'; chat: Chat | number }
  | { type: 'reaction'; chat: number; message_id: number; reactions: readonly ReactionCount[] }
  | { type: 'weather'; weather: WeatherPlan };

const SHOWN: Record<SandboxEvent['type'], true> = {
  message: true,
  edit: true,
  delete: true,
  callback_answer: true,
  chat_action: true,
  request: true,
  user: true,
  chat: true,
  reaction: true,
  weather: true,
};

/** @returns nothing for what is not JSON, or is no event that the page shows. */
export function toEvent(data: string): SandboxEvent | undefined {
  try {
    const event: unknown = JSON.parse(data);
    const isShown =
      typeof event === 'object' &&
      event !== null &&
      'type' in event &&
      Object.hasOwn(SHOWN, String(event.type));
    return isShown ? (event as SandboxEvent) : undefined;
  } catch {
    return undefined;
  }
}

type Listener = {
  events: (events: readonly SandboxEvent[]) => void;
  /** Called at each connection, the first too: what happened before it was not heard. */
  opened: () => void;
  lost: () => void;
};

/** A broadcast is dozens of events a second; the page draws once for all that came within this time. */
const GATHER_MS = 40;

/** Listens until the returned function is called. The browser reconnects by itself. */
export function listen(listener: Listener): () => void {
  const source = new EventSource('/sandbox/events');
  let gathered: SandboxEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const events = gathered;
    gathered = [];
    listener.events(events);
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const event = toEvent(data);
    if (event === undefined) return;
    gathered.push(event);
    timer ??= setTimeout(flush, GATHER_MS);
  };
  source.onopen = () => listener.opened();
  source.onerror = () => listener.lost();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
