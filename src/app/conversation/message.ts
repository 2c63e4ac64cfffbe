import { shorten } from '../../domain/post/fit.ts';
import {
  ENTITY_LIMIT,
  type RichPart,
  type RichText,
  TEXT_LIMIT,
  toFormattedText,
} from '../../domain/post/rich-text.ts';
import type { Keyboard, OutgoingMessage } from '../ports/telegram.ts';

/** A message of formatted text, without a link preview: the bot's answers are full of links. */
export function messageOf(rich: RichText, keyboard: Keyboard = []): OutgoingMessage {
  const rows = keyboard.filter((row) => row.length > 0);
  return { ...toFormattedText(rich), linkPreview: false, ...(rows.length === 0 ? {} : { keyboard: rows }) };
}

/** Blocks one under the other, a blank line between; the last ones are left out whole when the message is full. */
export function stacked(blocks: readonly RichText[]): RichText {
  const kept: RichPart[] = [];
  for (const block of blocks) {
    if (block.length === 0) continue;
    const grown = kept.length === 0 ? [...block] : [...kept, '\n\n', ...block];
    const { text, entities } = toFormattedText(grown);
    if (text.length > TEXT_LIMIT || entities.length > ENTITY_LIMIT) break;
    kept.splice(0, kept.length, ...grown);
  }
  return kept;
}

/** Parts with a separator between each two. */
export function joinedBy(separator: string, parts: readonly RichText[]): RichText {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

/** Lines under a bold title; nothing when there are none. */
export function section(title: string, lines: readonly RichText[]): RichText {
  return lines.length === 0 ? [] : [{ bold: title }, '\n', ...joinedBy('\n', lines)];
}

/** A post as it will look, under a line about it. A picture cannot come into a message that has none. */
export function under(head: RichText, preview: OutgoingMessage, keyboard: Keyboard): OutgoingMessage {
  const above = toFormattedText([...head, '\n\n']);
  const text = shorten(above.text + preview.text, TEXT_LIMIT);
  const moved = preview.entities.map((entity) => ({ ...entity, offset: entity.offset + above.text.length }));
  const entities = [...above.entities, ...moved].filter(
    ({ offset, length }) => offset + length <= text.length,
  );
  return { text, entities, linkPreview: false, keyboard };
}
