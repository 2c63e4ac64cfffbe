import { badRequest } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Entity, Formatted } from '../formatting/entity.ts';
import { limitEntities } from '../formatting/fix-entities.ts';
import { fixText } from '../formatting/fix-text.ts';
import { parserOf } from '../formatting/parse.ts';
import { json, text } from '../wire/arguments.ts';
import { apiUser, findUser } from '../world/users.ts';
import { readEntities } from './entities-argument.ts';

/** Bytes of a text before parsing. */
const MAX_REQUEST_BYTES = 32_768;
/** Code points after parsing and trimming. */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

export type TextFields = {
  readonly text: string;
  readonly parseMode: string;
  readonly entities: unknown;
};

/** The text of a call's arguments, of which the first checks need nothing but the text itself. */
export function readTextArgument(call: Call, name: string, entitiesName: string): Formatted {
  const entities = json(call.args, entitiesName);
  if (entities === 'not json') throw badRequest("Can't parse entities JSON object");
  return parseText({
    text: text(call.args, name),
    parseMode: text(call.args, 'parse_mode'),
    entities: entities.value,
  });
}

/** Parses marks, or reads the entities that were given instead. */
export function parseText({ text: source, parseMode, entities }: TextFields): Formatted {
  if (Buffer.byteLength(source, 'utf8') > MAX_REQUEST_BYTES) throw badRequest('Text is too long');
  if (source === '') return { text: '', entities: [] };
  if (parseMode === '' || parseMode.toLowerCase() === 'none') {
    return { text: source, entities: readEntitiesOf(entities) };
  }
  const parse = parserOf(parseMode);
  if (parse === undefined) throw badRequest('Unsupported parse_mode');
  const parsed = parse(source);
  if ('error' in parsed) throw badRequest(`Can't parse entities: ${parsed.error}`);
  return parsed;
}

function readEntitiesOf(value: unknown): Entity[] {
  return Array.isArray(value) && value.length > 0 ? readEntities(value) : [];
}

export type TextLimits = {
  readonly limit: number;
  readonly tooLong: string;
  readonly allowEmpty: boolean;
};

export const MESSAGE_LIMITS: TextLimits = {
  limit: TEXT_LIMIT,
  tooLong: 'Message is too long',
  allowEmpty: false,
};

export const CAPTION_LIMITS: TextLimits = {
  limit: CAPTION_LIMIT,
  tooLong: 'Message caption is too long',
  allowEmpty: true,
};

/** Cleans, trims and searches a text, and holds it to its limit. */
export function finishText(call: Call, given: Formatted, limits: TextLimits): Formatted {
  const fixed = fixText(given, { allowEmpty: limits.allowEmpty, trim: true, detect: true });
  if ('error' in fixed) throw badRequest(fixed.error);
  if (fixed.text.length > limits.limit && [...fixed.text].length > limits.limit) {
    throw badRequest(limits.tooLong);
  }
  if (fixed.entities.length === 0) return fixed;
  return { text: fixed.text, entities: limitEntities(fixed.entities).flatMap((e) => toApi(call, e)) };
}

/** A mention of somebody whom nobody here knows stays plain text. */
function toApi(call: Call, entity: Entity): Entity[] {
  if (entity.user_id === undefined) return [entity];
  const user = findUser(call.core.world, entity.user_id);
  if (user === undefined) return [];
  const { user_id: _, ...rest } = entity;
  return [{ ...rest, user: apiUser(user) }];
}
