import { Api, type ApiClientOptions } from 'grammy';
import { connectTo } from './connections.ts';
import { createPostMessage, type PostMessage } from './post-message.ts';
import { createTransport } from './transport.ts';

/** Telegram answers a send within seconds; after this its outcome is unknown. */
const SEND_TIMEOUT_S = 30;
const TELEGRAM = 'https://api.telegram.org';

/** grammY's, and a shorter way for what is sent to many. */
export type BotApi = Api & { readonly postMessage: PostMessage };

/**
 * The Bot API of one token. No retries by itself: whoever sends knows whether a message may be sent again.
 * `apiRoot` is another server's address (a local Bot API server, the sandbox); Telegram's own by default.
 */
export function createBotApi(token: string, apiRoot: string = TELEGRAM): BotApi {
  const root = apiRoot.replace(/\/+$/, '');
  const ask = connectTo(root);
  const api = new Api(token, {
    apiRoot: root,
    timeoutSeconds: SEND_TIMEOUT_S,
    // grammY types the whole of `fetch` and calls the part of it that a transport is.
    fetch: createTransport(root, ask) as unknown as NonNullable<ApiClientOptions['fetch']>,
  });
  const postMessage = createPostMessage(ask, { token, apiRoot: root, afterMs: SEND_TIMEOUT_S * 1000 });
  return Object.assign(api, { postMessage });
}
