import type { ArticleId } from '../../../domain/article/article.ts';
import { type ArchiveRecord, unpack } from './record.ts';

export type UnpackOnce = (id: ArticleId, bytes: Buffer) => ArchiveRecord;

/** What is asked for again and again is the news of a day or two. */
const MOST_KEPT = 300;

/**
 * Unpacks a record, unless the same bytes were unpacked lately: readers ask for the same few stories, and to unpack one
 * takes longer than to fetch it. The bytes are always fetched, so what another process changed is seen at once.
 */
export function unpackingOnce(): UnpackOnce {
  const kept = new Map<ArticleId, { readonly bytes: Buffer; readonly record: ArchiveRecord }>();
  return (id, bytes) => {
    const known = kept.get(id);
    const isSame = known?.bytes.equals(bytes) ?? false;
    const found = known !== undefined && isSame ? known : { bytes, record: unpack(bytes) };
    // Entered anew at the end: what was not asked for the longest stands first.
    kept.delete(id);
    kept.set(id, found);
    const [oldest] = kept.size > MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return found.record;
  };
}
