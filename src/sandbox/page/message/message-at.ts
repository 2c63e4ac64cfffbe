import { type Context, createContext } from 'preact';

/** Which message the thing drawn belongs to. */
export const MessageAt: Context<{ chat: number; messageId: number }> = createContext({
  chat: 0,
  messageId: 0,
});
