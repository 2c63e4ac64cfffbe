import { fold } from '../archive/fold.ts';

function compared(name: string): string {
  return fold(name)
    .replaceAll(/[.’']/g, '')
    .replaceAll(/[\s\-‐‑_]+/g, ' ')
    .trim();
}

/**
 * Whether a title of an outside source is this very name, written perhaps with other hyphens, accents or stops. A name
 * of one word could be anybody's, and a title with an explanation in brackets has namesakes: neither is the same.
 */
export function isSameName(name: string, title: string): boolean {
  const wanted = compared(name);
  return wanted.includes(' ') && !title.includes('(') && wanted === compared(title);
}
