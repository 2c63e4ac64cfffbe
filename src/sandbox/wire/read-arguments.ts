import type { IncomingMessage } from 'node:http';
import { type Arguments, type BodyFailure, readBody } from './arguments.ts';
import { readMultipart } from './multipart.ts';

export type ReadArguments = Arguments | { readonly failure: BodyFailure };

/** Reads query and body together; the body's values win. */
export function readArguments(
  request: IncomingMessage,
  query: string,
): ReadArguments | Promise<ReadArguments> {
  const values = query === '' ? new Map<string, unknown>() : new Map(new URLSearchParams(query));
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request, values);
  const body = readBody(request);
  return body instanceof Promise
    ? body.then((whole) => fromBody(whole, type, values))
    : fromBody(body, type, values);
}

function fromBody(body: Buffer | BodyFailure, type: string, values: Map<string, unknown>): ReadArguments {
  if (typeof body === 'string') return { failure: body };
  if (body.length === 0) return { values, files: NO_FILES };
  const source = body.toString('utf8');
  if (!type.startsWith('application/json')) {
    for (const [name, value] of new URLSearchParams(source)) values.set(name, value);
    return { values, files: NO_FILES };
  }
  const isAlone = values.size === 0 && !/[\n\r]/.test(source);
  if (!addFields(values, source)) return { failure: whyUnreadable(source) };
  return isAlone ? { values, files: NO_FILES, source } : { values, files: NO_FILES };
}

function whyUnreadable(source: string): BodyFailure {
  if (!/^\s*\{/.test(source)) return 'no object';
  return /^\s*\{\s*$/.test(source) ? 'no name' : 'unreadable';
}

const NO_FILES: Arguments['files'] = new Map();

/** Adds the fields of a JSON object; false for JSON that is none. */
function addFields(values: Map<string, unknown>, source: string): boolean {
  const fields = parseObject(source);
  if (fields === undefined) return false;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== null && value !== undefined) values.set(name, value);
  }
  return true;
}

/** Undefined for JSON that is no object. */
function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
