import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Arguments, BodyFailure, UploadedFile } from './arguments.ts';
import { MAX_BODY_BYTES } from './arguments.ts';

/** Reads a form with files into memory. Fields are limited to 1 MiB each, 200 in number. */
export function readMultipart(
  request: IncomingMessage,
  values: Map<string, unknown>,
): Promise<Arguments | { readonly failure: BodyFailure }> {
  const type = request.headers['content-type'] ?? '';
  const files = new Map<string, UploadedFile>();
  return new Promise((resolve) => {
    let size = 0;
    const fail = (failure: BodyFailure): void => {
      request.unpipe();
      request.resume();
      resolve({ failure });
    };
    const form = openForm(type);
    if (form === undefined) return fail('unreadable');
    form.on('field', (name, value) => values.set(name, value));
    form.on('file', (field, stream, name, _encoding, mimeType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      });
      stream.on('end', () => files.set(field, { name, mimeType, bytes: Buffer.concat(chunks) }));
    });
    form.on('finish', () => (size > MAX_BODY_BYTES ? fail('too large') : resolve({ values, files })));
    form.on('error', () => fail('unreadable'));
    // A request that came whole closes too, maybe before its last field is read.
    request.on('close', () => {
      if (!request.complete) resolve({ failure: 'aborted' });
    });
    request.pipe(form);
  });
}

function openForm(type: string): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fieldSize: 1024 * 1024, fields: 200, files: 20 },
    });
  } catch {
    return undefined; // no boundary in the header
  }
}
