import { GrammyError } from 'grammy';
import type { ApiError } from 'grammy/types';
import type { Ask } from './connections.ts';

/**
 * Calls a method whose arguments are JSON already, and answers the id of the message that it made. Throws as grammY does
 * where Telegram refuses, and undici's failures as they are.
 */
export type PostMessage = (method: string, args: Buffer) => Promise<number>;

const HEADERS = { 'content-type': 'application/json' };
/** An answer begins with the id of its message, as Telegram writes it; what follows is as long as the message. */
const BEGINNING = /^\{"ok":true,"result":\{"message_id":(\d{1,15})[,}]/;
const BEGINNING_BYTES = 64;
const CLOSING_BRACE = 125;

/** The short way for the one call that is made for every reader: grammY's own costs more than all else in it. */
export function createPostMessage(
  ask: Ask,
  { token, apiRoot, afterMs }: { readonly token: string; readonly apiRoot: string; readonly afterMs: number },
): PostMessage {
  const base = `${new URL(`${apiRoot}/`).pathname}bot${token}/`;
  return async (method, body) => {
    const answer = await ask({ path: base + method, method: 'POST', headers: HEADERS, body }, { afterMs });
    const [, id] = isWhole(answer)
      ? (BEGINNING.exec(answer.toString('latin1', 0, BEGINNING_BYTES)) ?? [])
      : [];
    return id === undefined ? idIn(JSON.parse(answer.toString('utf8')), method) : Number(id);
  };
}

function isWhole(answer: Buffer): boolean {
  return answer.at(-1) === CLOSING_BRACE && answer.at(-2) === CLOSING_BRACE;
}

/** The same of any other answer. @throws what Telegram says against it. */
function idIn(answer: unknown, method: string): number {
  const { ok, result } = Object(answer) as { readonly ok?: unknown; readonly result?: unknown };
  if (ok !== true) throw new GrammyError(`Call to '${method}' failed!`, answer as ApiError, method, {});
  const { message_id: id } = Object(result) as { readonly message_id?: unknown };
  if (typeof id !== 'number') throw new TypeError('The answer names no message');
  return id;
}
