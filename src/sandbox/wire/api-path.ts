import { type Answer, describe } from '../answer.ts';
import { findMethod, type NamedMethod } from '../methods/table.ts';
import type { Bot, World } from '../world/state.ts';

export type ApiTarget = { readonly token: string; readonly methodName: string };

/** A bot calls few paths over and over; those that were read last are kept. */
const KEPT_PATHS = 1000;
const readBefore = new Map<string, ApiTarget | undefined>();

/** Reads `/bot<token>/<method>` or `/bot<token>/test/<method>`; undefined for any other path. */
export function readApiPath(path: string): ApiTarget | undefined {
  const known = readBefore.get(path);
  if (known !== undefined) return known;
  const target = parsePath(path);
  if (readBefore.size >= KEPT_PATHS) readBefore.clear();
  readBefore.set(path, target);
  return target;
}

function parsePath(path: string): ApiTarget | undefined {
  const match = /^\/bot([^/]*)\/(?:test\/)?([^/]+)\/?$/.exec(path);
  if (match === null) return undefined;
  return { token: decode(match[1] ?? ''), methodName: decode(match[2] ?? '') };
}

function decode(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function failure(code: number, description: string): Answer {
  return { ok: false, code, description };
}

export const NOT_FOUND: Answer = failure(404, 'Not Found');

/** Whose token it is; for a token that is none, or nobody's, the answer. */
export function findBot(world: World, token: string): Bot | Answer {
  const known = world.bots.get(Number.parseInt(token, 10));
  if (known?.token === token) return known;
  if (token.startsWith('0') || token.length > 80 || !token.includes(':')) {
    return failure(401, describe(401, 'invalid token specified'));
  }
  const id = token.slice(0, token.indexOf(':'));
  if (!/^\d+$/.test(id)) return failure(421, 'Misdirected Request: unallowed token specified');
  return failure(401, 'Unauthorized');
}

/** Methods of Telegram's that the sandbox knows of but does not act out. */
const NOT_SIMULATED =
  /^(get|set|send|create|edit|delete|answer|upload|add|remove|replace|convert|gift|transfer|upgrade|post|read|approve|decline|verify|save|refund|hide|unhide|reopen|close|pin|unpin|promote|restrict|ban|unban|export|revoke)[a-z]*(sticker|gift|story|business|star|invoice|game|passport|checklist|paidmedia|userprofile|emojistatus|topic|chatboost|suggestedpost|webapp|preparedinline|verification|livephoto|ephemeral|guestquery|draft|member|chatphoto|defaultadministrator|senderchat|permissions|administratorcustomtitle|usertag)/i;

export function requireMethod(name: string): NamedMethod | Answer {
  const method = findMethod(name);
  if (method !== undefined) return method;
  return NOT_SIMULATED.test(name)
    ? failure(501, `Not Implemented: the sandbox does not simulate ${name}`)
    : failure(404, 'Not Found: method not found');
}
