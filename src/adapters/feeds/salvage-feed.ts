import { blocksOf } from './xml-scan.ts';

const ROOT_START = /<(?<root>(?:\w{1,40}:)?(?:rss|feed|RDF))\b/i;
/** So many items of an ill-formed feed are looked at. */
const MOST = 5_000;
/** After so many that are at fault the rest is not looked at any more. */
const MOST_LOST = 50;

/** Parts of a feed that can each be parsed, in their order, and which of its items, counted from 1, are in none. */
export type Salvaged<T> = { readonly parts: readonly T[]; readonly lost: readonly number[] };

/**
 * Parses as much of a feed as can be, so that one item that is ill-formed takes no other with it: its items are parsed
 * together, and where that fails in halves, down to the one that is at fault. Undefined when nothing can be parsed.
 */
export function salvageFeed<T>(
  text: string,
  parse: (text: string) => T | undefined,
): Salvaged<T> | undefined {
  const blocks = blocksOf(text, ['item', 'entry'], MOST);
  const [first] = blocks;
  const root = ROOT_START.exec(text)?.groups?.['root'];
  if (first === undefined || root === undefined) return undefined;
  const head = text.slice(0, first.start);
  const tail = `${/rss$/i.test(root) && !/<\/channel\s*>/i.test(head) ? '</channel>' : ''}</${root}>`;
  const parts: T[] = [];
  const lost: number[] = [];
  const take = (from: number, to: number): void => {
    if (lost.length >= MOST_LOST) return;
    const items = blocks.slice(from, to).map(({ start, end }) => text.slice(start, end));
    const parsed = parse(`${head}${items.join('')}${tail}`);
    if (parsed !== undefined) parts.push(parsed);
    else if (to - from === 1) lost.push(from + 1);
    else {
      const middle = Math.floor((from + to) / 2);
      take(from, middle);
      take(middle, to);
    }
  };
  take(0, blocks.length);
  return parts.length === 0 ? undefined : { parts, lost };
}
