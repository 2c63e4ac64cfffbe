import { shortHash } from '../../domain/article/fingerprint.ts';
import type { Candidate, ItemProblem } from '../ports/sources.ts';

/** A mark of a problem with an item, so that it is told of once and not at each poll. */
export function problemMarkOf({ item, title, reason }: ItemProblem): string {
  return `problem.${shortHash(`${title ?? item}\n${reason}`)}`;
}

/** A mark of an item by its id alone, whatever it says. */
export function idMarkOf({ guid }: Candidate): string {
  return shortHash(guid);
}

/**
 * A short mark of an item as it stands: the same item with other words has another one, and is read again. Its dates
 * are left out, since some feeds date all their items anew with each answer; an `updated` that they give is not.
 */
export function markOf({ guid, url, title, content, summary, updatedAt }: Candidate): string {
  return `${shortHash(guid)}.${shortHash([url, title, content, summary, updatedAt].join('\n'))}`;
}
