import { labelToName, TextDecoder } from '@exodus/bytes/encoding.js';
import sniffEncoding from 'html-encoding-sniffer';

/** So many bytes at the front are looked at for a declaration. */
const HEAD = 2048;

/** Names that servers send without knowing: they are believed last. */
const SENT_BY_DEFAULT: ReadonlySet<string> = new Set(['windows-1252', 'us-ascii']);

function labelIn(contentType: string | undefined): string | undefined {
  const label = /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  return label === undefined ? undefined : (labelToName(label) ?? undefined);
}

function labelInXml(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const label = /<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1];
  return label === undefined ? undefined : (labelToName(label) ?? undefined);
}

/** UTF-16 without a byte order mark gives itself away by its zeros. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return undefined;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isUtf8 = (name: string): boolean => name.toLowerCase() === 'utf-8';

/** The first of the declared encodings that can be right for bytes that are no UTF-8. */
function likeliest(sent: string | undefined, declared: string | undefined): string {
  const named = [sent, declared].filter((name) => name !== undefined && !isUtf8(name));
  return named.find((name) => !SENT_BY_DEFAULT.has(name?.toLowerCase() ?? '')) ?? named[0] ?? 'windows-1252';
}

/**
 * Bytes as text, in each encoding that browsers know. Bytes that are UTF-8 throughout are UTF-8, whatever is said of
 * them; else a byte order mark, then what the document or its server says, counts.
 */
export function decodeText(
  bytes: Uint8Array,
  {
    contentType,
    kind,
  }: { readonly contentType?: string | undefined; readonly kind: 'xml' | 'html' | 'text' },
): string {
  const sent = labelIn(contentType);
  const declared = kind === 'html' ? sniffEncoding(bytes) : labelInXml(bytes);
  const marked = sniffEncoding(bytes, { xml: true, defaultEncoding: 'x-user-defined' });
  const sure = marked === 'x-user-defined' ? utf16Of(bytes) : marked;
  if (sure !== undefined) return new TextDecoder(sure).decode(bytes);
  const escaped = [sent, declared].find((name) => name?.toLowerCase() === 'iso-2022-jp');
  if (escaped !== undefined) return new TextDecoder(escaped).decode(bytes);
  return asUtf8(bytes) ?? new TextDecoder(likeliest(sent, declared)).decode(bytes);
}
