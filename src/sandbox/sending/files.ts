import { createHash } from 'node:crypto';
import type { FileKind, StoredFile, World } from '../world/state.ts';
import type { Media } from '../world/types.ts';
import { imageSize } from './image-size.ts';

export type NewFile = {
  readonly kind: FileKind;
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly name?: string;
  readonly duration?: number;
};

const FOLDERS: Record<FileKind, string> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  animation: 'animations',
  audio: 'music',
  voice: 'voice',
  video_note: 'video_notes',
  sticker: 'stickers',
};

/** Keeps a file's bytes under a new id. */
export function storeFile(world: World, file: NewFile): StoredFile {
  world.counters.file += 1;
  const number = world.counters.file;
  const digest = createHash('sha256').update(file.bytes).digest('base64url');
  const extension = /\.([a-z0-9]{1,8})$/i.exec(file.name ?? '')?.[1] ?? extensionOf(file.mimeType);
  const size = file.kind === 'photo' || file.kind === 'sticker' ? imageSize(file.bytes) : undefined;
  const stored: StoredFile = {
    id: `${Buffer.from(`${file.kind}:${number}:`).toString('base64url')}${digest.slice(0, 24)}`,
    uniqueId: `AQAD${digest.slice(0, 11)}`,
    kind: file.kind,
    path: `${FOLDERS[file.kind]}/file_${number}${extension === '' ? '' : `.${extension}`}`,
    mimeType: file.mimeType,
    bytes: file.bytes,
    ...(file.name === undefined ? {} : { name: file.name }),
    ...(file.duration === undefined ? {} : { duration: file.duration }),
    ...(size ?? {}),
  };
  world.files.set(stored.id, stored);
  return stored;
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'oga',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

function extensionOf(mimeType: string): string {
  return EXTENSIONS[mimeType.split(';')[0]?.trim() ?? ''] ?? '';
}

/** The field of a message that shows a file of each kind, with what belongs to the kind. */
export function mediaOf(file: StoredFile): Media {
  const base = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
  const named = {
    ...(file.name === undefined ? {} : { file_name: file.name }),
    mime_type: file.mimeType,
  };
  const size = { width: file.width ?? 640, height: file.height ?? 360 };
  const duration = { duration: file.duration ?? 0 };
  switch (file.kind) {
    case 'photo':
    case 'sticker':
      return { ...base, ...size };
    case 'document':
      return { ...base, ...named };
    case 'video':
    case 'animation':
      return { ...base, ...named, ...size, ...duration };
    case 'audio':
      return { ...base, ...named, ...duration };
    case 'voice':
      return { ...base, mime_type: file.mimeType, ...duration };
    case 'video_note':
      return { ...base, ...duration };
  }
}
