import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import type { FileKind, StoredFile, World } from './state.ts';

const KINDS: readonly FileKind[] = [
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
];

/** A grey PNG of 64 by 36 pixels. */
function samplePicture(): Buffer {
  const [width, height] = [64, 36];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xb0);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

const MIME_TYPES: Record<FileKind, string> = {
  photo: 'image/png',
  document: 'application/pdf',
  video: 'video/mp4',
  animation: 'video/mp4',
  audio: 'audio/mpeg',
  voice: 'audio/ogg',
  video_note: 'video/mp4',
  sticker: 'image/webp',
};

/**
 * Every world begins with one small file of each kind, so that media can be sent without uploading any: `known_photo_id`,
 * `known_document_id` and so on; `known_file_id` is the photo.
 */
export function storeSamples(world: World): void {
  const picture = samplePicture();
  for (const kind of KINDS) keep(world, `known_${kind}_id`, kind, picture);
  keep(world, 'known_file_id', 'photo', picture);
}

function keep(world: World, id: string, kind: FileKind, picture: Buffer): void {
  const isPicture = kind === 'photo';
  const file: StoredFile = {
    id,
    uniqueId: `AQAD${id.slice(6, -3)}`,
    kind,
    path: `samples/${id}`,
    mimeType: MIME_TYPES[kind],
    bytes: isPicture ? picture : Buffer.from(`A sample ${kind}.`),
    ...(isPicture ? { width: 64, height: 36 } : { name: `sample-${kind}` }),
  };
  world.files.set(id, file);
}
