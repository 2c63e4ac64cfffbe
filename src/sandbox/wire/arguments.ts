import type { IncomingMessage } from 'node:http';

export type UploadedFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
};

/**
 * The arguments of a call from wherever they came. Telegram's server keeps every value as text: of JSON bodies, whatever is no
 * string keeps its JSON text, so a keyboard may come as an object or as a string.
 */
export type Arguments = {
  readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** The JSON object on one line that all the values came from, where they came from one. */
  readonly source?: string;
};

/** A body above this many bytes is not read: the cloud's upload limit and room for the other fields. */
export const MAX_BODY_BYTES: number = 51 * 1024 * 1024;

export type BodyFailure = 'too large' | 'aborted' | 'unreadable' | 'no object' | 'no name';

const NOTHING = Buffer.alloc(0);

/** The whole body, or why there is none; at once where all of it has come already, as a short one mostly has. */
export function readBody(
  request: IncomingMessage,
  maxBytes: number = MAX_BODY_BYTES,
): Buffer | BodyFailure | Promise<Buffer | BodyFailure> {
  if (!request.complete) return collectBody(request, maxBytes);
  const body = (request.read() ?? NOTHING) as Buffer;
  return body.length > maxBytes ? 'too large' : body;
}

function collectBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | BodyFailure> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > maxBytes) resolve('too large');
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    });
    // Also after an error, which needs no listener of its own.
    request.on('close', () => resolve('aborted'));
  });
}

/** An argument as the server holds it: its text, or '' where it is missing. */
export function text(args: Arguments, name: string): string {
  const value = args.values.get(name);
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const MISSING = { value: undefined };

/** An argument that holds JSON; `undefined` where it is missing, a failure where it is none. */
export function json(args: Arguments, name: string): { value: unknown } | 'not json' {
  const value = args.values.get(name);
  if (value === undefined || value === '') return MISSING;
  if (typeof value !== 'string') return { value };
  try {
    return { value: JSON.parse(value) as unknown };
  } catch {
    return 'not json';
  }
}

export function has(args: Arguments, name: string): boolean {
  return args.values.has(name);
}

/** Whole numbers are read as C does: digits up to the first other character, else 0. */
export function integer(args: Arguments, name: string, fallback = 0): number {
  const value = text(args, name);
  if (value === '') return fallback;
  const number = Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : 0;
}

/** `true`, `yes` and `1` in any case are true, all else is false. */
export function flag(args: Arguments, name: string): boolean {
  const value = args.values.get(name);
  if (value === undefined || typeof value === 'boolean') return value === true;
  return /^(true|yes|1)$/i.test(text(args, name));
}
