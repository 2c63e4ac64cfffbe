const OPEN = '<![CDATA[';
const CLOSE = ']]>';

/**
 * Changes what stands outside of CDATA sections. In one pass, whatever the text: a pattern for the sections would try
 * each beginning against the whole rest when their ends are missing.
 */
export function outsideCdata(text: string, change: (piece: string) => string): string {
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(OPEN, at);
    const end = start === -1 ? -1 : text.indexOf(CLOSE, start);
    if (end === -1) break;
    pieces.push(change(text.slice(at, start)), text.slice(start, end + CLOSE.length));
    at = end + CLOSE.length;
  }
  pieces.push(change(text.slice(at)));
  return pieces.join('');
}

export type Block = {
  readonly start: number;
  readonly end: number;
  /** What stands between the tags. */
  readonly inner: string;
};

/** The elements of these names (without prefix), in order; one within another of its kind is a part of it. In one pass. */
export function blocksOf(xml: string, names: readonly string[], most: number): readonly Block[] {
  const name = `(?:\\w{1,40}:)?(?:${names.join('|')})`;
  const opening = new RegExp(`<${name}(?=[\\s>])[^<>]{0,2000}>`, 'gi');
  const closing = new RegExp(`</${name}\\s{0,20}>`, 'gi');
  const blocks: Block[] = [];
  while (blocks.length < most) {
    const open = opening.exec(xml);
    if (open === null) break;
    const from = open.index + open[0].length;
    closing.lastIndex = from;
    const close = closing.exec(xml);
    if (close === null) break;
    const end = close.index + close[0].length;
    blocks.push({ start: open.index, end, inner: xml.slice(from, close.index) });
    opening.lastIndex = end;
  }
  return blocks;
}

const DOCTYPE = /<!DOCTYPE[^>[]{0,2000}(?:\[[\s\S]*?\]\s{0,20})?>/iy;

/** A document without its type and the entities that it defines. Only the first is looked at, since there is only one. */
export function withoutDoctype(xml: string): string {
  DOCTYPE.lastIndex = Math.max(xml.search(/<!DOCTYPE/i), 0);
  return DOCTYPE.test(xml) ? xml.slice(0, xml.search(/<!DOCTYPE/i)) + xml.slice(DOCTYPE.lastIndex) : xml;
}
