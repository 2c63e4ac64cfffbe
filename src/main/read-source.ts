import { readFile } from 'node:fs/promises';
import { createFetcher, type Fetcher, sentenceOf } from '../adapters/feeds/fetcher.ts';
import { type BytesReading, readBytes } from '../adapters/feeds/read-bytes.ts';
import { hostOf, USER_AGENT } from './fetching.ts';

/** Reads one article from a file, an address, or standard input (`-`). Whatever is wrong is a sentence. */
export async function readSource(source: string): Promise<BytesReading> {
  if (/^https?:\/\//i.test(source)) return readNamedAddress(source);
  const name = source === '-' ? 'standard input' : source;
  try {
    const bytes = source === '-' ? await readStandardInput() : await readFile(source);
    return await readBytes(bytes, { name });
  } catch (error) {
    return { kind: 'refused', sentence: sentenceOfError(name, error) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'you may not read it',
};

function sentenceOfError(name: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return `${name === '' ? 'A file without a name' : name} cannot be read: ${reason}`;
}

async function readNamedAddress(url: string): Promise<BytesReading> {
  // The operator names the address here and now: it may be one of their own network.
  const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts: [hostOf(url)] });
  try {
    return await readAddress(fetcher, url);
  } finally {
    fetcher.close();
  }
}

/** The article of the page at an address, or a sentence about why there is none. */
export async function readAddress(fetcher: Fetcher, url: string): Promise<BytesReading> {
  const reading = await fetcher.fetch({ url, kind: 'page' });
  if (reading.kind !== 'fetched') {
    const reason = reading.kind === 'failed' ? reading.reason : 'gave no page';
    return { kind: 'refused', sentence: sentenceOf(url, reason) };
  }
  const { bytes, contentType } = reading;
  return readBytes(bytes, {
    name: url,
    url: reading.url,
    ...(contentType === undefined ? {} : { contentType }),
  });
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
