import { badRequest } from '../answer.ts';
import type { FileKind } from '../world/state.ts';

export type FetchedFile = { readonly bytes: Buffer; readonly mimeType: string; readonly name?: string };

const TIMEOUT_MS = 10_000;
const PHOTO_LIMIT = 5 * 1024 * 1024;
const FILE_LIMIT = 20 * 1024 * 1024;

/** What a kind of media must be when it comes by address; documents may be anything but a page. */
const TYPES: Partial<Record<FileKind, RegExp>> = {
  photo: /^image\//,
  video: /^video\//,
  animation: /^(image\/gif|video\/mp4)/,
  audio: /^audio\//,
  voice: /^audio\//,
};

/** Fetches media from an address as Telegram's servers would, with their limits and their words for what goes wrong. */
export async function fetchFile(url: string, kind: FileKind): Promise<FetchedFile> {
  const address = parseAddress(url);
  const limit = kind === 'photo' ? PHOTO_LIMIT : FILE_LIMIT;
  const response = await request(address);
  if (!response.ok || response.body === null) throw badRequest('Failed to get HTTP URL content');
  const mimeType = (response.headers.get('content-type') ?? 'application/octet-stream').toLowerCase();
  const expected = TYPES[kind] ?? /^(?!text\/html)/;
  if (!expected.test(mimeType)) throw badRequest('Wrong type of the web page content');
  const bytes = await readLimited(response.body, limit);
  const name = decodeName(address.pathname.split('/').at(-1) ?? '');
  return { bytes, mimeType: mimeType.split(';')[0] ?? mimeType, ...(name === '' ? {} : { name }) };
}

function parseAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw badRequest('Wrong HTTP URL specified');
  }
  return address;
}

async function request(address: URL): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'follow' });
  } catch {
    throw badRequest('Failed to get HTTP URL content');
  }
}

async function readLimited(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit) break;
      chunks.push(chunk);
    }
  } catch {
    throw badRequest('Failed to get HTTP URL content');
  }
  if (size > limit) throw badRequest('File is too big');
  if (size === 0) throw badRequest('Failed to get HTTP URL content');
  return Buffer.concat(chunks);
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
