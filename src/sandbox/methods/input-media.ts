import { badRequest } from '../answer.ts';
import type { Call } from '../call.ts';
import { readInputFile } from '../sending/input-file.ts';
import { parseText } from '../sending/text-argument.ts';
import { json } from '../wire/arguments.ts';
import type { FileKind } from '../world/state.ts';
import type { MediaFields } from './send-media.ts';

type Fields = Record<string, unknown>;

const KINDS: readonly FileKind[] = ['photo', 'video', 'animation', 'document', 'audio'];

/** Reads the one `media` object of editMessageMedia. */
export function readInputMedia(call: Call): MediaFields {
  const given = json(call.args, 'media');
  if (given === 'not json') throw badRequest("Can't parse input media JSON object");
  if (given.value === undefined) throw badRequest('Input media is not specified');
  return inputMedia(call, given.value);
}

/** Reads the `media` array of an album. */
export function readAlbum(call: Call): MediaFields[] {
  const given = json(call.args, 'media');
  if (given === 'not json') throw badRequest("Can't parse media JSON object");
  if (given.value === undefined) return [];
  if (!Array.isArray(given.value)) throw badRequest('Expected an Array of InputMedia');
  return given.value.map((entry: unknown) => inputMedia(call, entry));
}

function inputMedia(call: Call, value: unknown): MediaFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest("Can't parse InputMedia: expected an Object");
  }
  const fields = value as Fields;
  const kind = KINDS.find((name) => name === fields['type']);
  if (fields['type'] === undefined) throw badRequest(`Can't parse InputMedia: Can't find field "type"`);
  if (kind === undefined) throw badRequest('Can\'t parse InputMedia: type must be one of "photo", "video"');
  const { media, caption, parse_mode, caption_entities } = fields;
  if (typeof media !== 'string' || media === '') throw badRequest("Can't parse InputMedia: media not found");
  return {
    kind,
    input: readInputFile(call, media, 'media', kind),
    caption: parseText({
      text: typeof caption === 'string' ? caption : '',
      parseMode: typeof parse_mode === 'string' ? parse_mode : '',
      entities: caption_entities,
    }),
    aboveMedia: fields['show_caption_above_media'] === true,
    spoiler: fields['has_spoiler'] === true,
    duration: Number(fields['duration'] ?? 0),
  };
}
