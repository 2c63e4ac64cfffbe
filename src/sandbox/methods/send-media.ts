import type { Call, Methods } from '../call.ts';
import type { Formatted } from '../formatting/entity.ts';
import { mediaOf } from '../sending/files.ts';
import { type InputFile, readInputFile, takeFile } from '../sending/input-file.ts';
import { type Draft, sendDraft } from '../sending/post-message.ts';
import type { ContentRight } from '../sending/resolve-place.ts';
import { CAPTION_LIMITS, finishText, readTextArgument } from '../sending/text-argument.ts';
import { flag, integer, text } from '../wire/arguments.ts';
import type { FileKind } from '../world/state.ts';
import type { Content } from '../world/types.ts';

/** Kinds of media, and the right a group's members need for each. */
export const MEDIA_RIGHTS: Record<FileKind, ContentRight> = {
  photo: 'can_send_photos',
  video: 'can_send_videos',
  animation: 'can_send_other_messages',
  document: 'can_send_documents',
  audio: 'can_send_audios',
  voice: 'can_send_voice_notes',
  video_note: 'can_send_video_notes',
  sticker: 'can_send_other_messages',
};

const WITHOUT_CAPTION: readonly FileKind[] = ['video_note', 'sticker'];

export type MediaFields = {
  readonly kind: FileKind;
  readonly input: InputFile;
  readonly caption: Formatted;
  readonly aboveMedia: boolean;
  readonly spoiler: boolean;
  readonly duration: number;
};

function readMedia(call: Call, kind: FileKind): Draft {
  const fields: MediaFields = {
    kind,
    input: readInputFile(call, text(call.args, kind), kind, kind),
    caption: WITHOUT_CAPTION.includes(kind)
      ? { text: '', entities: [] }
      : readTextArgument(call, 'caption', 'caption_entities'),
    aboveMedia: flag(call.args, 'show_caption_above_media'),
    spoiler: flag(call.args, 'has_spoiler'),
    duration: integer(call.args, 'duration'),
  };
  return { right: MEDIA_RIGHTS[kind], finish: () => finishMedia(call, fields) };
}

/** Holds the caption to its limit, then takes the file. */
export async function finishMedia(call: Call, fields: MediaFields): Promise<Content> {
  const caption = finishText(call, fields.caption, CAPTION_LIMITS);
  const file = await takeFile(call, fields.input, fields.kind, fields.duration);
  const media = mediaOf(file);
  const shown =
    file.kind === 'photo' && fields.kind === 'photo' ? { photo: [media] } : { [fields.kind]: media };
  return {
    ...shown,
    // An animation is also a document, for bots that know no animations.
    ...(fields.kind === 'animation' ? { document: media } : {}),
    ...captionContent(caption),
    ...(fields.aboveMedia && caption.text !== '' ? { show_caption_above_media: true as const } : {}),
    ...(fields.spoiler ? { has_media_spoiler: true as const } : {}),
  };
}

export function captionContent({ text: caption, entities }: Formatted): Content {
  return {
    ...(caption === '' ? {} : { caption }),
    ...(entities.length === 0 ? {} : { caption_entities: entities }),
  };
}

const send =
  (kind: FileKind) =>
  (call: Call): ReturnType<typeof sendDraft> =>
    sendDraft(call, readMedia(call, kind));

export const mediaMethods: Methods = {
  sendPhoto: send('photo'),
  sendVideo: send('video'),
  sendAnimation: send('animation'),
  sendDocument: send('document'),
  sendAudio: send('audio'),
  sendVoice: send('voice'),
  sendVideoNote: send('video_note'),
  sendSticker: send('sticker'),
};
