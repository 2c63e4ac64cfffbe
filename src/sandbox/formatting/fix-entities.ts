import {
  compareEntities,
  type Entity,
  type EntityType,
  endOf,
  isQuote,
  isSealed,
  isSplittable,
  SPLITTABLE,
} from './entity.ts';

/** Telegram's own limit: what is above it vanishes without a word. */
const MAX_ENTITIES = 100;

/**
 * Brings entities into the order that Telegram keeps. Plain styles (bold and kin) are merged where they touch and cut at the
 * borders of the rest; links, mentions, code and kin never overlap, the first wins; quotes never nest and never cut through
 * the others; nothing stays inside code. `found` are those detected in the text, which give way to all that were there.
 */
export function fixEntities(entities: readonly Entity[], found: readonly Entity[] = []): Entity[] {
  if (entities.length === 0) return [...found];
  const sorted = [...entities].sort(compareEntities);
  const quotes = withoutOverlaps(sorted.filter(({ type }) => isQuote(type)));
  const given = withoutOverlaps(sorted.filter(({ type }) => !isQuote(type) && !isSplittable(type)));
  const whole = given.filter((entity) => fitsQuotes(entity, quotes));
  const added = found.filter(
    (entity) => fitsQuotes(entity, quotes) && !whole.some((other) => overlap(entity, other)),
  );
  const fixed = [...whole, ...added, ...quotes].sort(compareEntities);
  const styles = split(
    sorted.filter(({ type }) => isSplittable(type)),
    fixed,
  );
  return [...fixed, ...styles].sort(compareEntities);
}

/** Expects them sorted; the first of two that overlap stays. */
function withoutOverlaps(entities: readonly Entity[]): Entity[] {
  let end = 0;
  return entities.filter((entity) => {
    if (entity.offset < end) return false;
    end = endOf(entity);
    return true;
  });
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < endOf(b) && b.offset < endOf(a);
}

/** Inside a quote or outside of it, but not across its border and not round it. */
function fitsQuotes(entity: Entity, quotes: readonly Entity[]): boolean {
  return quotes.every(
    (quote) => !overlap(entity, quote) || (quote.offset <= entity.offset && endOf(entity) <= endOf(quote)),
  );
}

type Stretch = { begin: number; end: number };

/** Cuts styles at every border of the others and wherever a style begins; expects both sorted. */
function split(styles: readonly Entity[], others: readonly Entity[]): Entity[] {
  const borders = [...new Set(others.flatMap((entity) => [entity.offset, endOf(entity)]))];
  const open = new Map<EntityType, Stretch>();
  const pieces: Entity[] = [];
  let next = 0;
  const flush = (border: number): void => {
    for (const type of SPLITTABLE) {
      const stretch = open.get(type);
      if (stretch === undefined || stretch.begin >= border) continue;
      const end = Math.min(stretch.end, border);
      pieces.push({ type, offset: stretch.begin, length: end - stretch.begin });
      if (stretch.end <= border) open.delete(type);
      else stretch.begin = border;
    }
  };
  for (const border of [...borders.sort((a, b) => a - b), Number.POSITIVE_INFINITY]) {
    for (let style = styles[next]; style !== undefined && style.offset < border; style = styles[++next]) {
      const stretch = open.get(style.type);
      if (stretch !== undefined && style.offset <= stretch.end) {
        stretch.end = Math.max(stretch.end, endOf(style));
        continue;
      }
      flush(style.offset);
      open.set(style.type, { begin: style.offset, end: endOf(style) });
    }
    flush(border);
  }
  const sealed = others.filter(({ type }) => isSealed(type));
  return pieces.filter((piece) => !sealed.some((entity) => overlap(piece, entity)));
}

const DETECTED: readonly EntityType[] = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card',
];

/** Drops what is above the limit: first the plain styles, then the last of the others. Detected ones do not count. */
export function limitEntities(entities: readonly Entity[]): Entity[] {
  const counted = entities.filter(({ type }) => !DETECTED.includes(type) && type !== 'custom_emoji');
  if (counted.length <= MAX_ENTITIES) return [...entities];
  const byClass = [
    ...counted.filter(({ type }) => !isSplittable(type)),
    ...counted.filter(({ type }) => isSplittable(type)),
  ];
  const dropped = new Set(byClass.slice(MAX_ENTITIES));
  return entities.filter((entity) => !dropped.has(entity));
}
