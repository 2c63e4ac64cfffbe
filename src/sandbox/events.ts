import type { ReactionCount } from './world/reactions.ts';
import type { Message } from './world/types.ts';

/** What happens in the sandbox, as the page and tests are told of it. `chat` of a private chat is the user's id. */
export type SandboxEvent =
  | {
      readonly type: 'message' | 'edit';
      readonly bot?: number;
      readonly chat: number;
      readonly message: Message;
    }
  | { readonly type: 'delete'; readonly bot?: number; readonly chat: number; readonly message_ids: number[] }
  | {
      readonly type: 'callback_answer';
      readonly user: number;
      readonly text?: string;
      readonly show_alert?: boolean;
      readonly url?: string;
    }
  | { readonly type: 'chat_action'; readonly chat: number; readonly action: string }
  | { readonly type: 'inline_answer'; readonly user: number; readonly results: unknown }
  | { readonly type: 'request'; readonly line: Record<string, unknown> }
  | { readonly type: 'user'; readonly user: number }
  | { readonly type: 'chat'; readonly chat: number }
  | { readonly type: 'weather'; readonly weather: unknown }
  | {
      readonly type: 'reaction';
      readonly chat: number;
      readonly message_id: number;
      readonly reactions: readonly ReactionCount[];
    };

export type Events = {
  readonly emit: (event: SandboxEvent) => void;
  /** The returned function ends the subscription. */
  readonly subscribe: (listener: (event: SandboxEvent) => void) => () => void;
  readonly hasListeners: () => boolean;
};

export function createEvents(): Events {
  const listeners = new Set<(event: SandboxEvent) => void>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasListeners: () => listeners.size > 0,
  };
}
