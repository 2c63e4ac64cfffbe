/** An RSS feed of so many invented items, or of those given. */
export function rss(items: string | number, head = ''): string {
  const list =
    typeof items === 'string' ? items : Array.from({ length: items }, (_none, i) => rssItem(i + 1)).join('');
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Amity Courier</title>${head}${list}</channel></rss>`;
}

export function rssItem(n: number): string {
  return `<item><title>Story ${n}</title><link>https://courier.example/${n}</link><guid>c-${n}</guid>
    <pubDate>Wed, 14 Jun 2023 08:00:00 GMT</pubDate><description>What happened in story ${n}.</description></item>`;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
