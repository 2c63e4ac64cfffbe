import { badRequest, Refusal } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { commonExtras, postAsBot } from '../sending/post-message.ts';
import { findReplied, findThread, inThread, readReplyParameters } from '../sending/reply-parameters.ts';
import { checkMaySend, checkRecipient, resolvePlace } from '../sending/resolve-place.ts';
import type { Content, Message } from '../world/types.ts';
import { readAlbum } from './input-media.ts';
import { finishMedia, MEDIA_RIGHTS, type MediaFields } from './send-media.ts';

/** Kinds that stand in an album with their own kind only. */
const ALONE = ['document', 'audio'] as const;

function checkAlbum(album: readonly MediaFields[]): void {
  if (album.length === 0) throw badRequest('There are no messages to send');
  if (album.length > 10) throw badRequest('Too many messages to send as an album');
  const mixed = ALONE.find(
    (kind) => album.some((media) => media.kind === kind) && album.some((media) => media.kind !== kind),
  );
  if (mixed !== undefined) throw badRequest(`${mixed} can't be mixed with other media types`);
  if (new Set(album.map(({ aboveMedia }) => aboveMedia)).size > 1) {
    throw badRequest('Parameter show_caption_above_media must be the same for all messages');
  }
}

/** An address that gives nothing is told with the place of its message; all else is found before. */
async function finishOne(call: Call, media: MediaFields, position: number): Promise<Content> {
  try {
    return await finishMedia(call, media);
  } catch (error) {
    if (!(error instanceof Refusal) || media.input.from !== 'url') throw error;
    const reason = error.message.replace(/^Bad Request: /, '');
    const shown = reason.charAt(0).toUpperCase() + reason.slice(1);
    throw badRequest(`Failed to send message #${position} with the error message "${shown}"`);
  }
}

async function sendAlbum(call: Call): Promise<Message[]> {
  const album = readAlbum(call);
  const place = resolvePlace(call, 'write');
  const replied = findReplied(call, place, readReplyParameters(call));
  const thread = findThread(call, place);
  checkAlbum(album);
  for (const { kind } of album) checkMaySend(call, place, MEDIA_RIGHTS[kind]);
  const contents: Content[] = [];
  for (const media of album) contents.push(await finishOne(call, media, contents.length + 1));
  checkRecipient(place);
  call.core.world.counters.query += 1;
  const group = `1${String(call.core.world.counters.query).padStart(16, '0')}`;
  return contents.map((content) =>
    postAsBot(call, place, content, {
      ...commonExtras(call),
      ...(album.length > 1 ? { media_group_id: group } : {}),
      ...inThread(thread),
      ...(replied === undefined ? {} : { reply_to_message: replied }),
    }),
  );
}

export const albumMethods: Methods = {
  sendMediaGroup: async (call) => ok(await sendAlbum(call)),
};
