/** Elements that must be closed; the ends of others, such as `p` and `li`, are often left out. */
const NESTING =
  /<(?<end>\/?)(?:div|span|section|article|main|aside|header|footer|nav|table|ul|ol|dl|blockquote|figure|a|b|i|u|em|strong|font|small|big|center|form|fieldset|label|object|svg|g|code|pre|h[1-6])(?=[\s>/])/gi;

/** Browsers stop at 512; real pages stay below 60. */
const DEEPEST = 3_000;

/** Whether a page nests its elements so deeply that nothing but an attack explains it. Takes one pass. */
export function isNestedTooDeep(html: string): boolean {
  let depth = 0;
  for (const match of html.matchAll(NESTING)) {
    depth = Math.max(0, depth + (match.groups?.['end'] === '' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}
