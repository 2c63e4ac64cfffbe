import type { EntityType } from './entity.ts';

/** Tags that need nothing but their name. */
const PLAIN: Record<string, EntityType> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

const WITH_DATA = ['a', 'pre', 'code', 'blockquote', 'tg-emoji', 'tg-time'];

export function plainTag(name: string): EntityType | undefined {
  return Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
}

export function isTag(name: string): boolean {
  return Object.hasOwn(PLAIN, name) || WITH_DATA.includes(name);
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * The character reference that begins at `&`, and where the text goes on. Four names and all numbers below 0x10ffff are known;
 * a number of ten characters and more, counting `&` and `#`, stays as it was typed. The semicolon may be missing.
 */
export function readReference(text: string, position: number): { code: number; next: number } | undefined {
  const match = /&(?:#x([0-9a-f]*)|#(\d*)|([a-z]*))/iy;
  match.lastIndex = position;
  const found = match.exec(text);
  if (found === null) return undefined;
  const [all, hex, decimal, name] = found;
  const end = position + all.length;
  const code = codeOf(all, hex, decimal, name);
  if (code === undefined) return undefined;
  return { code, next: text[end] === ';' ? end + 1 : end };
}

function codeOf(all: string, hex?: string, decimal?: string, name?: string): number | undefined {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]?.charCodeAt(0) : undefined;
  // `&#X41;` is not hexadecimal: only the small x is.
  if (hex !== undefined && all[2] !== 'x') return undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex === '' ? '0' : hex, 16);
  return code === 0 || code >= 0x10ffff || all.length >= 10 ? undefined : code;
}
