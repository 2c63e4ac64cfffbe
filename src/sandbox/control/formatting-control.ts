import { DETECTED_KINDS, findKind } from '../formatting/detect.ts';
import type { Entity, Parsed } from '../formatting/entity.ts';
import { fixText } from '../formatting/fix-text.ts';
import { parserOf } from '../formatting/parse.ts';
import { fieldsOf, Problem, stringOf } from './problem.ts';

/** The parser alone: `{parse_mode, text}`. */
export function controlParse(value: unknown): Parsed {
  const fields = fieldsOf(value, 'The request');
  const parse = parserOf(stringOf(fields['parse_mode'], 'parse_mode'));
  if (parse === undefined) throw new Problem('parse_mode must be HTML, MarkdownV2 or Markdown');
  return parse(stringOf(fields['text'], 'text'));
}

/** What is made of a text before it is sent: `{text, entities, allow_empty, trim, detect}`. */
export function controlFix(value: unknown): Parsed {
  const fields = fieldsOf(value, 'The request');
  const entities = fields['entities'] ?? [];
  if (!Array.isArray(entities)) throw new Problem('entities must be an array');
  return fixText(
    {
      text: stringOf(fields['text'], 'text'),
      entities: entities.map((entity: unknown) => ({ ...(entity as Entity) })),
    },
    {
      allowEmpty: fields['allow_empty'] === true,
      trim: fields['trim'] !== false,
      detect: fields['detect'] !== false,
    },
  );
}

/** Strings of one kind that are found in a text: `{kind, text}`, the kind being the type of an entity. */
export function controlDetect(value: unknown): string[] {
  const fields = fieldsOf(value, 'The request');
  const found = findKind(stringOf(fields['kind'], 'kind'), stringOf(fields['text'], 'text'));
  if (found === undefined) throw new Problem(`kind must be one of ${DETECTED_KINDS.join(', ')}`);
  return found;
}
