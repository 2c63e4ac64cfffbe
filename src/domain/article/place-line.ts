/** Capitalised places and an agency before a dash: `OTTAWA (Reuters) —`, `PORTSMOUTH, N.H. —`, `Cleveland (AFP) –`. */
const WITH_DASH =
  /^(?<line>\p{Lu}[\p{L}\p{M}.'’ -]{1,30}(?:,\s?(?:\p{Lu}[\p{L}.]*\s?){1,3})?(?:,\s*\p{L}{3,9}\.?\s\d{1,2})?(?:\s*\((?:\p{L}[\p{L}\p{M}./ ]{1,30})\))?)\s*\.?\s*(?:[—–]|--?)\s+/u;

/** Most paragraphs have none. */
const DASH = /[—–-]\s/;

const LONGEST = 70;

/** The place line that a story's first paragraph opens with, without its dash; undefined when there is none. */
export function placeLineOf(paragraph: string): string | undefined {
  if (!DASH.test(paragraph)) return undefined;
  const line = WITH_DASH.exec(paragraph)?.groups?.['line']?.trim();
  if (line === undefined || line.length > LONGEST) return undefined;
  const place = line.replace(/[,(].*$/u, '').trim();
  const isShouted = place === place.toUpperCase() && /\p{Lu}{2}/u.test(place);
  const hasAgency = /\([^)]+\)$/u.test(line);
  return isShouted || hasAgency ? line : undefined;
}
