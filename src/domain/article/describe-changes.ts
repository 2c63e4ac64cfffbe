import type { TextSpan } from '../text/span.ts';
import type { CleanArticle } from './article.ts';
import { changesBetween, isUnchanged } from './changes.ts';

function countWords(spans: readonly TextSpan[]): number {
  return spans.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

/** What a new version says otherwise, in a line for an editor; undefined when a reader could notice nothing. */
export function describeChanges(before: CleanArticle, after: CleanArticle): string | undefined {
  const changes = changesBetween(before, after);
  if (isUnchanged(changes)) return undefined;
  const { title, added, removed, corrections } = changes;
  const words = [
    { count: countWords(added), how: 'added' },
    { count: countWords(removed), how: 'removed' },
  ].flatMap(({ count, how }) => (count === 0 ? [] : [`${count} ${count === 1 ? 'word' : 'words'} ${how}`]));
  return [
    ...(title === undefined ? [] : [`headline was “${title.before}”`]),
    ...words,
    ...corrections.map((note) => `note: ${note}`),
  ].join('; ');
}
