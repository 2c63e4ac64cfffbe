import type { Entity } from './entity.ts';

const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Carriage returns, line and paragraph separators, direction overrides, and three combining lines that draw over others. */
const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that become spaces
const BLANKED = /[\x00-\x09\x0b\x0c\x0e-\x1f]/g;
/** A direction mark before another becomes a non-joiner. */
const STACKED_MARKS = /[\u200e\u200f](?=[\u200e\u200f])/g;
const DIRTY = new RegExp([REMOVED, BLANKED, STACKED_MARKS].map((pattern) => pattern.source).join('|'));
/** Characters that show nothing: a text of these alone is empty. */
const INVISIBLE = /^[\s\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2060\u2800\u3000\ufeff\ufffc]*$/u;

export function isWellFormed(text: string): boolean {
  return !SURROGATE.test(text) || !LONE_SURROGATE.test(text);
}

export function isInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Takes away what Telegram takes away from every text, and moves the entities along. */
export function cleanText(text: string, entities: readonly Entity[]): { text: string; entities: Entity[] } {
  if (!DIRTY.test(text)) return { text, entities: [...entities] };
  const removedBefore = (position: number): number => text.slice(0, position).match(REMOVED)?.length ?? 0;
  const moved = entities.map((entity) => {
    const before = removedBefore(entity.offset);
    const inside = removedBefore(entity.offset + entity.length) - before;
    return { ...entity, offset: entity.offset - before, length: entity.length - inside };
  });
  const cleaned = text.replace(REMOVED, '').replace(BLANKED, ' ').replace(STACKED_MARKS, '\u200c');
  return { text: cleaned, entities: moved.filter((entity) => entity.length > 0) };
}
