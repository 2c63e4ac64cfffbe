/** `text` within `limit` UTF-16 units: whole, or cut after a word with an ellipsis. Never splits a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, Math.max(0, limit - 1));
  const lastSpace = room.lastIndexOf(' ');
  const cut = lastSpace > limit / 2 ? room.slice(0, lastSpace) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd().replace(/[,;:–—-]$/, '')}…`;
}

/** `text` within `limit` bytes of UTF-8, cut between characters, for callback data. */
export function withinBytes(text: string, limit: number): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
