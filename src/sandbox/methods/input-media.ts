import { badRequest, Refusal } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Formatted } from '../formatting/entity.ts';
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
  if (given.value === undefined) throw badRequest('Parameter "media" is required');
  return inputMedia(call, given.value);
}

/** Reads the `media` array of an album. */
export function readAlbum(call: Call): MediaFields[] {
  const given = json(call.args, 'media');
  if (given === 'not json') throw badRequest("Can't parse media JSON object");
  if (given.value === undefined) throw badRequest('Parameter "media" is required');
  if (given.value === null) return [];
  if (!Array.isArray(given.value)) throw badRequest('Expected an Array of InputMedia');
  return given.value.map((entry: unknown) => {
    const media = inputMedia(call, entry);
    if (media.kind === 'animation') throw unreadable(`type "animation" can't be used in sendMediaGroup`);
    return media;
  });
}

function unreadable(reason: string): Error {
  return badRequest(`Can't parse InputMedia: ${reason}`);
}

/** The caption is read first, then the type, then the file. */
function inputMedia(call: Call, value: unknown): MediaFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unreadable('expected an Object');
  }
  const fields = value as Fields;
  const caption = captionOf(fields);
  const { type } = fields;
  if (type === undefined) throw unreadable(`Can't find field "type"`);
  if (typeof type !== 'string') throw unreadable(`Field "type" must be of type String`);
  const kind = KINDS.find((name) => name === type.toLowerCase());
  if (kind === undefined) throw unreadable(`type "${type}" is unsupported`);
  return {
    kind,
    input: readInputFile(call, mediaOf(call, fields), 'media', kind),
    caption,
    aboveMedia: fields['show_caption_above_media'] === true,
    spoiler: fields['has_spoiler'] === true,
    duration: Number(fields['duration'] ?? 0),
  };
}

function captionOf({ caption, parse_mode, caption_entities }: Fields): Formatted {
  const source = {
    text: typeof caption === 'string' ? caption : '',
    parseMode: typeof parse_mode === 'string' ? parse_mode : '',
    entities: caption_entities,
  };
  try {
    return parseText(source);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = error.message.replace(/^Bad Request: /, '');
    throw unreadable(reason.charAt(0).toUpperCase() + reason.slice(1));
  }
}

function mediaOf(call: Call, { media }: Fields): string {
  if (typeof media !== 'string' || media === '') throw unreadable('media not found');
  const isMissing = media.startsWith('attach://') && !call.args.files.has(media.slice(9));
  if (isMissing) throw unreadable('media not found');
  return media;
}
