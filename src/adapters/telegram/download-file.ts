import type { Api } from 'grammy';
import { request } from 'undici';
import type { SentFile } from '../../app/ports/intake.ts';

/** An article or a list of sources is never longer. */
const MOST_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** The bytes of a file that somebody sent to the bot; part of no log or sentence is the address, which has the token. */
export async function downloadFile(
  api: Api,
  { token, apiRoot = 'https://api.telegram.org' }: { readonly token: string; readonly apiRoot?: string },
  { id, name }: SentFile,
): Promise<Uint8Array | string> {
  try {
    const { file_path: path, file_size: size = 0 } = await api.getFile(id);
    if (path === undefined || size > MOST_BYTES) return tooBig(name);
    const root = apiRoot.replace(/\/+$/, '');
    const answer = await request(`${root}/file/bot${token}/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      return `${name} could not be had from Telegram (status ${answer.statusCode})`;
    }
    return await bytesOf(answer.body, name);
  } catch {
    return `${name} could not be had from Telegram; please send it again`;
  }
}

async function bytesOf(body: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MOST_BYTES) return tooBig(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooBig(name: string): string {
  return `${name} is longer than ${MOST_BYTES / 1024 / 1024} MiB: that is no article`;
}
