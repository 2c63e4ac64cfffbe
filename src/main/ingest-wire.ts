import type { MessagePort } from 'node:worker_threads';
import type { Identity } from '../app/conversation/conversation.ts';
import type { Admission } from '../app/ports/archive.ts';
import type { DeskNews } from '../app/tell-desk.ts';
import type { LiveConfig } from './parts.ts';

/** What the thread that takes in articles is given. */
export type IngestTask = { readonly config: LiveConfig; readonly identity: Identity };

/** What the thread says to its process. To the thread there is one thing to say, which is to stop. */
export type FromIngest =
  /** From time to time, as long as its event loop turns. */
  | { readonly kind: 'alive' }
  /** A line of its log, as JSON. */
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'admitted'; readonly admission: Admission['kind'] }
  /** `told` gets a message once the desk was told, or could not be. */
  | { readonly kind: 'desk'; readonly news: DeskNews; readonly told: MessagePort };
