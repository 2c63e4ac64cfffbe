import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '../../app/ports/telegram.ts';

/** What Telegram says when a chat is lost for good, whatever code it comes with. */
const UNREACHABLE =
  /chat not found|user is deactivated|bot was (?:blocked|kicked)|group chat was deleted|PEER_ID_INVALID/i;

const GONE = /message to delete not found/i;
const OTHER_KIND = /there is no (?:text|caption) in the message to edit/i;
const NOT_MODIFIED = /message is not modified/i;

/** Failures before a connection stood: nothing can have been sent. */
const NO_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Where Telegram asks for a pause without saying how long. */
const DEFAULT_PAUSE_S = 5;

/** Tells the endings of a failed send apart. Anything that is not an answer of Telegram's is `no-answer`. */
export function outcomeOfError(error: unknown): SendOutcome {
  if (error instanceof GrammyError) return outcomeOfAnswer(error);
  if (error instanceof NothingCopiedError) return { kind: 'rejected', reason: error.message };
  const cause = error instanceof HttpError ? error.error : error;
  return { kind: 'no-answer', reason: reasonOf(cause), neverLeft: NO_CONNECTION.has(codeOf(cause)) };
}

/** The token is wrong, or was revoked while the bot ran. */
export function refusesToken(error: unknown): boolean {
  return error instanceof GrammyError && isTokenRefused(error.error_code, error.description);
}

function isTokenRefused(code: number, description: string): boolean {
  return code === 401 || (code === 404 && description === 'Not Found');
}

function outcomeOfAnswer({ error_code: code, description, parameters }: GrammyError): SendOutcome {
  if (code === 429) {
    return { kind: 'rate-limited', retryAfterMs: (parameters.retry_after ?? DEFAULT_PAUSE_S) * 1000 };
  }
  // Neither message nor chat is to blame, and nothing was taken.
  if (isTokenRefused(code, description)) {
    return {
      kind: 'no-answer',
      reason: `Telegram does not know the token (${description})`,
      neverLeft: true,
    };
  }
  if (code === 403 || UNREACHABLE.test(description)) return { kind: 'unreachable', reason: description };
  // A server's own failure comes after or before the message was accepted: nobody can know.
  if (code >= 500) return { kind: 'no-answer', reason: description };
  return { kind: 'rejected', reason: description };
}

export function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && NOT_MODIFIED.test(error.description);
}

/** Telegram wants to be told whether a text or a caption is edited. */
export function isOtherKind(error: unknown): boolean {
  return error instanceof GrammyError && OTHER_KIND.test(error.description);
}

export function isGone(error: unknown): boolean {
  return error instanceof GrammyError && GONE.test(error.description);
}

/** Telegram answered that all is well, and copied nothing. */
export class NothingCopiedError extends Error {
  constructor() {
    super('there is nothing left of the album to copy');
  }
}

/** The name of what went wrong on the wire; never an address, which would carry the token. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === '') return 'the connection failed';
  return code === 'AbortError' ? 'no answer in time' : `the connection failed (${code})`;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
