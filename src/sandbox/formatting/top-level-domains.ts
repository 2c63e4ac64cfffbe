import { createRequire } from 'node:module';

/** The list of IANA; a module of JSON, which Node 20 imports with a warning only. */
const registered = createRequire(import.meta.url)('tlds') as readonly string[];

/** What Telegram takes for a domain's end beside those that are registered. */
const BESIDE = ['onion', 'ton'];

const KNOWN: ReadonlySet<string> = new Set([...registered, ...BESIDE]);

/** In small letters, or in capitals from the second letter on: `ORG` is one, `Org` is not. */
export function isKnownTopLevelDomain(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower !== name && [...lower].slice(1).join('') === [...name].slice(1).join('')) return false;
  return KNOWN.has(lower);
}
