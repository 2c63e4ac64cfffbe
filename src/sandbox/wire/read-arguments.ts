import type { IncomingMessage } from 'node:http';
import { type Arguments, type BodyFailure, readBody } from './arguments.ts';
import { readMultipart } from './multipart.ts';

/** Reads query and body together; the body's values win. */
export async function readArguments(
  request: IncomingMessage,
  query: string,
): Promise<Arguments | { readonly failure: BodyFailure }> {
  const values = new Map<string, unknown>(query === '' ? [] : new URLSearchParams(query));
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request, values);
  const body = await readBody(request);
  if (typeof body === 'string') return { failure: body };
  const fields = body.length === 0 ? {} : readFields(type, body.toString('utf8'));
  if (fields === undefined) return { failure: 'unreadable' };
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== null && value !== undefined) values.set(name, value);
  }
  return { values, files: new Map() };
}

/** JSON or a form; undefined for JSON that is no object. */
function readFields(type: string, text: string): Record<string, unknown> | undefined {
  return type.startsWith('application/json')
    ? parseObject(text)
    : Object.fromEntries(new URLSearchParams(text));
}

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
