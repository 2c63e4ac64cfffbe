import { bytesBefore } from './bytes.ts';
import { type Entity, endOf } from './entity.ts';

const MAX_OFFSET = 1_000_000;

/** The sentence that Telegram refuses impossible numbers with; looked at before anything else. */
export function checkNumbers(entities: readonly Entity[]): string | undefined {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > MAX_OFFSET) return `Receive an entity with incorrect offset ${offset}`;
    if (length < 0 || length > MAX_OFFSET) return `Receive an entity with incorrect length ${length}`;
  }
  return undefined;
}

function splitsPair(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return position > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/** The sentence for an entity that is not inside the text or cuts a character in two. Expects them sorted. */
export function checkBounds(text: string, entities: readonly Entity[]): string | undefined {
  const split = entities
    .flatMap((entity) => [
      { position: entity.offset, words: 'Entity begins' },
      { position: endOf(entity), words: `Entity beginning at UTF-16 offset ${entity.offset} ends` },
    ])
    .filter(({ position }) => splitsPair(text, position))
    .sort((a, b) => a.position - b.position)[0];
  if (split !== undefined) {
    return `${split.words} in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, split.position + 1)}`;
  }
  const beyond = entities.find((entity) => entity.offset > text.length);
  if (beyond !== undefined) {
    return `Entity begins after the end of the text at UTF-16 offset ${beyond.offset}`;
  }
  const open = entities.findLast((entity) => endOf(entity) > text.length);
  if (open === undefined) return undefined;
  return `Entity beginning at UTF-16 offset ${open.offset} ends after the end of the text at UTF-16 offset ${endOf(open)}`;
}
