import { readFile } from 'node:fs/promises';
import { createFetcher, sentenceOf } from '../adapters/feeds/fetcher.ts';
import { type BytesReading, readBytes } from '../adapters/feeds/read-bytes.ts';
import { hostOf, USER_AGENT } from './fetching.ts';

/** Reads one article from a file, an address, or standard input (`-`). Whatever is wrong is a sentence. */
export async function readSource(source: string): Promise<BytesReading> {
  if (/^https?:\/\//i.test(source)) return readAddress(source);
  const name = source === '-' ? 'standard input' : source;
  try {
    const bytes = source === '-' ? await readStandardInput() : await readFile(source);
    return await readBytes(bytes, { name });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', sentence: `${name} cannot be read: ${reason}` };
  }
}

async function readAddress(url: string): Promise<BytesReading> {
  // The operator names the address here and now: it may be one of their own network.
  const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts: [hostOf(url)] });
  try {
    const reading = await fetcher.fetch({ url, kind: 'page' });
    if (reading.kind !== 'fetched') {
      const reason = reading.kind === 'failed' ? reading.reason : 'gave no page';
      return { kind: 'refused', sentence: sentenceOf(url, reason) };
    }
    const { bytes, contentType } = reading;
    return await readBytes(bytes, {
      name: url,
      url: reading.url,
      ...(contentType === undefined ? {} : { contentType }),
    });
  } finally {
    fetcher.close();
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
