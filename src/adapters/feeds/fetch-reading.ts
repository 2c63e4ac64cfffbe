/** What a request brought; every ending is one of these. */
export type FetchReading =
  | {
      readonly kind: 'fetched';
      /** After redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly contentType?: string;
      readonly etag?: string;
      readonly lastModified?: string;
      /** For how long the server says that it stays as it is. */
      readonly againAfterMs?: number;
    }
  | { readonly kind: 'unchanged'; readonly againAfterMs?: number }
  | {
      readonly kind: 'failed';
      /** Part of a sentence for people: "answered 404 (not found)". */
      readonly reason: string;
      /** Whether it may well work later. */
      readonly isTemporary: boolean;
      /** Whether it was there and is no more, as far as its server says. */
      readonly isGone?: boolean;
      readonly againAfterMs?: number;
    };

type Failure = Extract<FetchReading, { kind: 'failed' }>;

/** Node's and got's codes in words, and whether waiting may help. */
const CODES: Readonly<Record<string, readonly [reason: string, isTemporary: boolean]>> = {
  ENOTFOUND: ['has a name that does not exist', true],
  EAI_AGAIN: ['has a name that cannot be looked up now', true],
  ECONNREFUSED: ['refuses connections', true],
  ECONNRESET: ['broke off the connection', true],
  EPIPE: ['broke off the connection', true],
  EHOSTUNREACH: ['cannot be reached', true],
  ENETUNREACH: ['cannot be reached', true],
  ETIMEDOUT: ['did not answer in time', true],
  ERR_TLS_CERT_ALTNAME_INVALID: ['shows a certificate for another name', false],
  CERT_HAS_EXPIRED: ['shows a certificate that has expired', true],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['shows a certificate that nobody signed', false],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['shows a certificate that cannot be verified', false],
  ERR_UNSUPPORTED_PROTOCOL: ['is not an http or https address', false],
  ERR_INVALID_URL: ['is no address', false],
  Z_DATA_ERROR: ['sent data that cannot be unpacked', true],
  ERR_ABORTED: ['was given up, because the bot is stopping', true],
};

const STATUSES: Readonly<Record<number, string>> = {
  401: 'asks for a password',
  402: 'asks for payment',
  403: 'refuses us',
  404: 'is not there',
  410: 'is gone for good',
  429: 'asks us to come less often',
};

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const cause = 'cause' in error ? codeOf(error.cause) : '';
  return CODES[code] === undefined && cause !== '' ? cause : code;
}

/** The sentence part for an error of the connection; it never carries the address or its password. */
export function failureOfError(error: unknown): Failure {
  const message = error instanceof Error ? error.message : '';
  if (/is not allowed|DNS lookup .* is not allowed|private|meta ip/i.test(message)) {
    return { kind: 'failed', reason: 'is an address inside our own network', isTemporary: false };
  }
  const [reason, isTemporary] = CODES[codeOf(error)] ?? ['could not be fetched', true];
  return { kind: 'failed', reason, isTemporary };
}

/** The sentence part for an answer that is no success. */
export function failureOfStatus(status: number, againAfterMs: number | undefined): Failure {
  const words = STATUSES[status] ?? (status >= 500 ? 'has trouble of its own' : 'gave no page');
  const isTemporary = status >= 500 || status === 429 || status === 408 || status === 425;
  const again = againAfterMs === undefined ? {} : { againAfterMs };
  const gone = status === 404 || status === 410 ? { isGone: true } : {};
  return { kind: 'failed', reason: `${words} (status ${status})`, isTemporary, ...gone, ...again };
}

/** An address as it may be shown: without user, password and query. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return 'an address that cannot be read';
  const url = new URL(address);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
