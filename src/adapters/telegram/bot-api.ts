import { Api } from 'grammy';

/** Telegram answers a send within seconds; after this its outcome is unknown. */
const SEND_TIMEOUT_S = 30;

/**
 * The Bot API of one token. No retries by itself: whoever sends knows whether a message may be sent again.
 * `apiRoot` is another server's address (a local Bot API server, the sandbox); Telegram's own by default.
 */
export function createBotApi(token: string, apiRoot?: string): Api {
  return new Api(token, {
    timeoutSeconds: SEND_TIMEOUT_S,
    ...(apiRoot === undefined ? {} : { apiRoot: apiRoot.replace(/\/+$/, '') }),
  });
}
