import type { FormattedText } from '../../domain/post/rich-text.ts';

/** Telegram's id of a chat: a number, or `@name` for a public channel. */
export type ChatId = number | string;

export type Button =
  | { readonly text: string; readonly url: string }
  /** `data` has 1 to 64 bytes. */
  | { readonly text: string; readonly data: string };

export type Keyboard = readonly (readonly Button[])[];

/** A message as it will look: all that is needed to send it, as data. */
export type OutgoingMessage = FormattedText & {
  readonly keyboard?: Keyboard;
  /** Sent as a photo with the text as its caption; Telegram fetches the address. */
  readonly photoUrl?: string;
  /** A preview of the first link in the text, or of a page that need not be in it; default: of the first link. */
  readonly linkPreview?: boolean | { readonly url: string; readonly where: 'above' | 'below' };
  readonly silent?: boolean;
  /** Beyond the free limits, for Telegram Stars. */
  readonly paid?: boolean;
};

/** A message of someone's that is sent on as a copy. */
export type CopiedMessage = {
  readonly fromChat: ChatId;
  readonly messageId: number;
  /** The ids of a whole album, ascending; `messageId` is the first. */
  readonly album?: readonly number[];
  readonly silent?: boolean;
  /** Beyond the free limits, for Telegram Stars. */
  readonly paid?: boolean;
};

/** A text sent as a file. */
export type OutgoingFile = { readonly name: string; readonly content: string; readonly caption: string };

/** Every ending a send can have. `no-answer` means that Telegram may have delivered it. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: number }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** `neverLeft`: no connection was made, or the token was refused, so Telegram cannot have it. */
  | { readonly kind: 'no-answer'; readonly reason: string; readonly neverLeft?: boolean };

/**
 * Sends once and tells what came of it: never retries, never throws, never waits for the budget (the caller
 * reserves its moment first).
 */
export type Sender = {
  readonly send: (chat: ChatId, message: OutgoingMessage) => Promise<SendOutcome>;
  readonly copy: (chat: ChatId, message: CopiedMessage) => Promise<SendOutcome>;
  readonly edit: (chat: ChatId, messageId: number, message: OutgoingMessage) => Promise<SendOutcome>;
  /** Forwards a channel's message; `rejected` means that there is none with this id. `text` is what it says, if it has words. */
  readonly forward: (
    to: ChatId,
    from: ChatId,
    messageId: number,
  ) => Promise<SendOutcome & { readonly text?: string }>;
  readonly sendFile: (chat: ChatId, file: OutgoingFile) => Promise<SendOutcome>;
  /** Deletes a message; one that is gone already counts as deleted. */
  readonly remove: (chat: ChatId, messageId: number) => Promise<SendOutcome>;
};

/** Answers to presses of buttons, which Telegram waits for. */
export type Presses = {
  readonly answer: (queryId: string, note?: { text: string; alert?: boolean }) => Promise<void>;
};
