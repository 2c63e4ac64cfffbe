import { badRequest } from '../answer.ts';
import type { Call } from '../call.ts';
import type { UploadedFile } from '../wire/arguments.ts';
import type { FileKind, StoredFile } from '../world/state.ts';
import { fetchFile } from './fetch-file.ts';
import { storeFile } from './files.ts';

const UPLOAD_LIMIT = 50 * 1024 * 1024;
const PHOTO_UPLOAD_LIMIT = 10 * 1024 * 1024;

/** A file as a call names it, found but not fetched. */
export type InputFile =
  | { readonly from: 'upload'; readonly file: UploadedFile }
  | { readonly from: 'url'; readonly url: string }
  | { readonly from: 'id'; readonly file: StoredFile };

/**
 * Finds the file of an argument: uploaded under its name, `attach://other-name`, an address, or the id of a file that is
 * here already.
 */
export function readInputFile(call: Call, value: string, field: string, kind: FileKind): InputFile {
  const attached = value.startsWith('attach://') ? call.args.files.get(value.slice(9)) : undefined;
  const upload = attached ?? (value === '' ? call.args.files.get(field) : undefined);
  if (upload !== undefined) {
    checkUpload(upload, kind);
    return { from: 'upload', file: upload };
  }
  if (value === '') throw badRequest(`There is no ${field.replace('_', ' ')} in the request`);
  if (/^(https?|ftp):\/\//i.test(value)) return { from: 'url', url: value };
  const file = call.core.world.files.get(value);
  if (file === undefined) throw badRequest('Wrong file identifier/HTTP URL specified');
  return { from: 'id', file };
}

function checkUpload(file: UploadedFile, kind: FileKind): void {
  if (file.bytes.length === 0) throw badRequest('File must be non-empty');
  if (file.bytes.length > UPLOAD_LIMIT) throw badRequest('File is too big');
  if (kind === 'photo' && file.bytes.length > PHOTO_UPLOAD_LIMIT) throw badRequest('Photo is too big');
}

/** The stored file; fetched or taken over where it is new. */
export async function takeFile(
  call: Call,
  input: InputFile,
  kind: FileKind,
  duration: number,
): Promise<StoredFile> {
  const { world } = call.core;
  switch (input.from) {
    case 'id': {
      const isGeneric = kind === 'document' || input.file.kind === kind;
      if (!isGeneric)
        throw badRequest(`Can't use file of type ${nameOf(input.file.kind)} as ${nameOf(kind)}`);
      return input.file;
    }
    case 'url':
      return storeFile(world, { kind, duration, ...(await fetchFile(input.url, kind)) });
    case 'upload': {
      const { bytes, mimeType, name } = input.file;
      return storeFile(world, { kind, duration, bytes, mimeType, name });
    }
  }
}

/** Kinds as the server calls them: `VideoNote`. */
function nameOf(kind: FileKind): string {
  return kind.replace(/(^|_)([a-z])/g, (_, _gap: string, letter: string) => letter.toUpperCase());
}
