import { isKnownTopLevelDomain } from './top-level-domains.ts';

const SCHEME = /^(?:https?|ftp|tonsite):\/\//i;
const LOOSE_END = /[.:;,('?!`]+$/;

/**
 * How many characters of what looks like an address are one; 0 where it is none. Brackets of the path must be opened before
 * they are closed; without a scheme the domain's end must be a known one.
 */
export function checkAddress(written: string): number {
  const scheme = SCHEME.exec(written)?.[0] ?? '';
  const rest = written.slice(scheme.length);
  const domainEnd = rest.search(/[/?#]|$/);
  const path = rest.slice(domainEnd);
  if (!isDomain(domainOf(rest.slice(0, domainEnd)), scheme !== '')) return 0;
  return written.length - path.length + balancedLength(path);
}

/** Without user and port. */
function domainOf(authority: string): string {
  return authority.slice(authority.indexOf('@') + 1).replace(/:[^:]*$/, '');
}

const BRACKETS: Record<string, readonly [kind: string, step: number]> = {
  '(': ['round', 1],
  ')': ['round', -1],
  '[': ['square', 1],
  ']': ['square', -1],
  '{': ['curly', 1],
  '}': ['curly', -1],
};

/** Up to the first bracket that closes what was not opened, without loose punctuation at the end. */
function balancedLength(path: string): number {
  const open = new Map<string, number>();
  let length = 0;
  for (const char of path) {
    const bracket = BRACKETS[char];
    if (bracket !== undefined) {
      const [kind, step] = bracket;
      const depth = (open.get(kind) ?? 0) + step;
      if (depth < 0) break;
      open.set(kind, depth);
    }
    length += char.length;
  }
  return path.slice(0, length).replace(LOOSE_END, '').length;
}

function isDomain(domain: string, hasScheme: boolean): boolean {
  // A well-known trap for hasty eyes.
  if (domain.toLowerCase() === 'teiegram.org') return false;
  const labels = domain.split('.');
  if (labels.length < 2 || labels.some((label) => !isLabel(label))) return false;
  if (isIpv4(labels)) return true;
  if (/^[\d.]*$/.test(domain)) return false;
  const last = labels.at(-1) ?? '';
  return isTopLevel(last, hasScheme) && !(labels.at(-2) ?? '').includes('_');
}

function isLabel(label: string): boolean {
  return label !== '' && Buffer.byteLength(label) < 64 && !label.endsWith('-');
}

function isIpv4(labels: readonly string[]): boolean {
  return (
    labels.length === 4 && labels.every((label) => /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255)
  );
}

function isTopLevel(name: string, hasScheme: boolean): boolean {
  if ([...name].length <= 1) return false;
  if (name.startsWith('xn--')) return /^xn--[a-z0-9]{2,}$/i.test(name);
  return !/[_-]/.test(name) && (hasScheme || isKnownTopLevelDomain(name));
}
