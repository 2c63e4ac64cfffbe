import { badRequest } from '../answer.ts';
import type { Methods } from '../call.ts';
import { ok } from '../call.ts';
import { text } from '../wire/arguments.ts';

/** Bytes that a bot may download through the cloud. */
const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

export const fileMethods: Methods = {
  getFile: (call) => {
    const file = call.core.world.files.get(text(call.args, 'file_id'));
    if (file === undefined) throw badRequest('Invalid file_id');
    if (file.bytes.length > DOWNLOAD_LIMIT) throw badRequest('File is too big');
    return ok({
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    });
  },
};
