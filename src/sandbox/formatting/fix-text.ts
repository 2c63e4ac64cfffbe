import { cleanText, isInvisible, isWellFormed } from './clean-text.ts';
import { detectEntities } from './detect.ts';
import { compareEntities, type Entity, endOf, type Formatted, type Parsed } from './entity.ts';
import { checkBounds, checkNumbers } from './entity-bounds.ts';
import { fixEntities } from './fix-entities.ts';

export type FixOptions = {
  /** An empty text is an error otherwise. */
  readonly allowEmpty: boolean;
  /** Takes white space away from both ends. */
  readonly trim: boolean;
  /** Looks for mentions, links and the like in the text. */
  readonly detect: boolean;
};

/** The server's sentence for a text with nothing to see in it. */
const EMPTY = { error: 'Text must be non-empty' };

/** What Telegram makes of every text before it sends it: cleaned, its entities put in order, trimmed, and searched. */
export function fixText(given: Formatted, options: FixOptions): Parsed {
  if (!isWellFormed(given.text)) return { error: 'Strings must be encoded in UTF-8' };
  return given.entities.length === 0 ? fixPlain(given.text, options) : fixFormatted(given, options);
}

/** Most texts bring no entities, and need no more than this. */
function fixPlain(given: string, options: FixOptions): Parsed {
  const { text: cleaned } = cleanText(given, []);
  if (isInvisible(cleaned)) return options.allowEmpty ? { text: '', entities: [] } : EMPTY;
  const { text } = options.trim ? trim({ text: cleaned, entities: [] }) : { text: cleaned };
  return { text, entities: options.detect ? detectEntities(text) : [] };
}

function fixFormatted(given: Formatted, options: FixOptions): Parsed {
  const wrong = checkNumbers(given.entities);
  if (wrong !== undefined) return { error: wrong };
  const fixed = fixEntities(given.entities.filter((entity) => entity.length > 0));
  const outside = checkBounds(given.text, fixed);
  if (outside !== undefined) return { error: outside };
  const cleaned = cleanText(given.text, fixed);
  if (isInvisible(cleaned.text)) return options.allowEmpty ? { text: '', entities: [] } : EMPTY;
  const ordered = { text: cleaned.text, entities: fixEntities(cleaned.entities) };
  const { text, entities } = options.trim ? trim(ordered) : ordered;
  const found = options.detect ? detectEntities(text) : [];
  return { text, entities: found.length === 0 ? entities : fixEntities(entities, found) };
}

/** Spaces and line breaks: all at the end, and at the beginning those before the first entity. */
function trim({ text, entities }: Formatted): Formatted {
  const end = trimmedEnd(text);
  if (entities.length === 0) return { text: text.slice(Math.max(text.search(/[^ \n]/), 0), end), entities };
  const kept = entities
    .filter((entity) => entity.offset < end)
    .map((entity): Entity => ({ ...entity, length: Math.min(endOf(entity), end) - entity.offset }))
    .sort(compareEntities);
  const first = text.search(/[^ \n]/);
  const begin = Math.min(first, kept[0]?.offset ?? end);
  return {
    text: text.slice(begin, end),
    entities: kept.map((entity) => ({ ...entity, offset: entity.offset - begin })),
  };
}

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\n')) end -= 1;
  return end;
}
