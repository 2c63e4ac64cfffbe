import type { QueuedUpdate } from '../world/state.ts';

type WithChat = { readonly chat?: { readonly id: number }; readonly from?: { readonly id: number } };

/** Updates of which each waits for the 2xx of the one before: by chat for what is said there, by user for what a user does. */
export function queueOf({ type, value }: QueuedUpdate): string {
  const { chat, from } = value as WithChat;
  switch (type) {
    case 'message':
    case 'edited_message':
    case 'channel_post':
    case 'edited_channel_post':
      return `chat ${chat?.id}`;
    case 'my_chat_member':
    case 'message_reaction':
    case 'message_reaction_count':
    case 'chat_boost':
    case 'removed_chat_boost':
      return `${type} ${chat?.id}`;
    default:
      return `${type} ${from?.id ?? chat?.id}`;
  }
}
