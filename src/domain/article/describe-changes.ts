import type { TextSpan } from '../text/span.ts';
import type { CleanArticle } from './article.ts';
import { changesBetween, isUnchanged } from './changes.ts';

/** So few pieces of so few words are shown; more are counted. */
const MOST_PIECES = 3;
const MOST_WORDS = 24;

function countWords(spans: readonly TextSpan[]): number {
  return spans.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
}

function pieces(how: 'added' | 'removed', spans: readonly TextSpan[]): readonly string[] {
  const count = countWords(spans);
  if (count === 0) return [];
  if (spans.length > MOST_PIECES || count > MOST_WORDS)
    return [`${count} ${count === 1 ? 'word' : 'words'} ${how}`];
  return [`${how} ${spans.map(({ text }) => `“${text.replaceAll(/\s+/gu, ' ')}”`).join(', ')}`];
}

/** What a new version says otherwise, in a line for an editor; undefined when a reader could notice nothing. */
export function describeChanges(before: CleanArticle, after: CleanArticle): string | undefined {
  const changes = changesBetween(before, after);
  if (isUnchanged(changes)) return undefined;
  const { title, added, removed, corrections } = changes;
  return [
    ...(title === undefined ? [] : [`headline was “${title.before}”`]),
    ...pieces('removed', removed),
    ...pieces('added', added),
    ...corrections.map((note) => `note: ${note}`),
  ].join('; ');
}
