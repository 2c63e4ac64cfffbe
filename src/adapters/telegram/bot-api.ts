import { Api, type ApiClientOptions } from 'grammy';
import { createTransport } from './transport.ts';

/** Telegram answers a send within seconds; after this its outcome is unknown. */
const SEND_TIMEOUT_S = 30;
const TELEGRAM = 'https://api.telegram.org';

/**
 * The Bot API of one token. No retries by itself: whoever sends knows whether a message may be sent again.
 * `apiRoot` is another server's address (a local Bot API server, the sandbox); Telegram's own by default.
 */
export function createBotApi(token: string, apiRoot: string = TELEGRAM): Api {
  const root = apiRoot.replace(/\/+$/, '');
  return new Api(token, {
    apiRoot: root,
    timeoutSeconds: SEND_TIMEOUT_S,
    // grammY types the whole of `fetch` and calls the part of it that a transport is.
    fetch: createTransport(root) as unknown as NonNullable<ApiClientOptions['fetch']>,
  });
}
