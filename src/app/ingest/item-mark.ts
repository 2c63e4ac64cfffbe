import { shortHash } from '../../domain/article/fingerprint.ts';
import type { Candidate } from '../ports/sources.ts';

/**
 * A short mark of an item as it stands: the same item with other words has another one, and is read again. Its dates
 * are left out, since some feeds date all their items anew with each answer; an `updated` that they give is not.
 */
export function markOf({ guid, url, title, content, summary, updatedAt }: Candidate): string {
  return `${shortHash(guid)}.${shortHash([url, title, content, summary, updatedAt].join('\n'))}`;
}
