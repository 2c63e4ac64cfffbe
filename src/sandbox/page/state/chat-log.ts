import type { Message } from '../wire/message.ts';
import type { MessagePage } from '../wire/server.ts';

/** The messages of a chat that the page holds: without gaps, oldest first, up to the newest. */
export type ChatLog = {
  messages: readonly Message[];
  /** Whether the sandbox has older ones. */
  more: boolean;
  isLoading: boolean;
};

export const EMPTY_LOG: ChatLog = { messages: [], more: false, isLoading: true };

/** @returns where the id is, or would go, by bisection: logs grow to 100,000 messages. */
export function indexOfId(messages: readonly Message[], id: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.message_id ?? Number.POSITIVE_INFINITY) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function withMessage(log: ChatLog, message: Message): ChatLog {
  const index = indexOfId(log.messages, message.message_id);
  const isKnown = log.messages[index]?.message_id === message.message_id;
  // Older than all that is loaded: it comes with its page.
  if (!isKnown && index === 0 && log.more) return log;
  const messages = isKnown ? log.messages.with(index, message) : log.messages.toSpliced(index, 0, message);
  return { ...log, messages };
}

/** An edit of a message that is not loaded changes nothing here; it comes edited with its page. */
export function withEdit(log: ChatLog, message: Message): ChatLog {
  const index = indexOfId(log.messages, message.message_id);
  if (log.messages[index]?.message_id !== message.message_id) return log;
  return { ...log, messages: log.messages.with(index, message) };
}

export function without(log: ChatLog, ids: readonly number[]): ChatLog {
  const gone = new Set(ids);
  return { ...log, messages: log.messages.filter((message) => !gone.has(message.message_id)) };
}

export function withOlder(log: ChatLog, page: MessagePage): ChatLog {
  const first = log.messages[0]?.message_id ?? Number.POSITIVE_INFINITY;
  const older = page.messages.filter((message) => message.message_id < first);
  return { messages: [...older, ...log.messages], more: page.more, isLoading: false };
}

/** After a lost connection: the newest page is the truth; what is older stays if it joins on without a gap. */
export function withNewest(log: ChatLog, page: MessagePage): ChatLog {
  const first = page.messages[0]?.message_id ?? 0;
  const last = log.messages.at(-1)?.message_id ?? 0;
  const joins = page.more && last >= first;
  const kept = joins ? log.messages.slice(0, indexOfId(log.messages, first)) : [];
  return {
    messages: [...kept, ...page.messages],
    more: kept.length > 0 ? log.more : page.more,
    isLoading: false,
  };
}
