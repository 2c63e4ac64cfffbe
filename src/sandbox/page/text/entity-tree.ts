import type { MessageEntity } from '../wire/message.ts';

export type TextNode = string | { entity: MessageEntity; text: string; children: readonly TextNode[] };

const BLOCKS = new Set(['blockquote', 'expandable_blockquote', 'pre']);

function contains(outer: MessageEntity, inner: MessageEntity): boolean {
  return inner.offset >= outer.offset && inner.offset < outer.offset + outer.length;
}

/** Where two start together, the longer one is outside. */
function outerFirst(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length;
}

/** @returns the index of the first entity after this one that does not begin inside it. */
function nextOutside(sorted: readonly MessageEntity[], index: number): number {
  const outer = sorted[index];
  const next = sorted.findIndex(
    (entity, at) => at > index && outer !== undefined && !contains(outer, entity),
  );
  return next < 0 ? sorted.length : next;
}

function build(text: string, from: number, to: number, sorted: readonly MessageEntity[]): TextNode[] {
  const nodes: TextNode[] = [];
  let at = from;
  let index = 0;
  while (index < sorted.length) {
    const entity = sorted[index];
    if (entity === undefined) break;
    const end = Math.min(entity.offset + entity.length, to);
    const next = nextOutside(sorted, index);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = sorted.slice(index + 1, next);
    const children = build(text, entity.offset, end, inner);
    nodes.push({ entity, text: text.slice(entity.offset, end), children });
    at = end;
    // A quote is a block of its own: the line break after it has done its work.
    if (BLOCKS.has(entity.type) && text[at] === '\n') at += 1;
    index = next;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

/** A text with its entities as a tree. Entities that cross, which Telegram never sends, are cut at the outer one's end. */
export function entityTree(text: string, entities: readonly MessageEntity[]): readonly TextNode[] {
  const inside = entities.filter(({ offset, length }) => length > 0 && offset >= 0 && offset < text.length);
  return build(text, 0, text.length, inside.toSorted(outerFirst));
}
