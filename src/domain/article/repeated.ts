import type { TextSpan } from '../text/span.ts';
import type { CleanArticle } from './article.ts';
import { hasSpeech } from './caption.ts';

/** Paragraphs longer than this tell a story, in UTF-16 units. */
const LONGEST = 400;
/** Furniture stands in the first and the last so many paragraphs; short lines may stand anywhere. */
const FIRST = 4;
const LAST = 10;
const SHORT = 160;
/** At most so many lines of an article are compared. */
const MOST = 24;

/** From so many other articles on a line is furniture at the edge of a story, and anywhere in it. */
const AT_EDGE = 2;
const ANYWHERE = 5;

/** Fewer characters of story than this are none: then what is repeated is the story. */
const LEAST_STORY = 200;

/** The paragraphs of an article that may be its source's furniture: those that others of its articles could repeat. */
export function furnitureCandidates({ paragraphs }: CleanArticle): readonly TextSpan[] {
  const last = paragraphs.length - LAST;
  return paragraphs
    .filter(({ text }, i) => text.length <= LONGEST && (i < FIRST || i >= last || text.length <= SHORT))
    .filter(({ text }) => !hasSpeech(text))
    .slice(-MOST);
}

/** How many paragraphs from the beginning on are repeated. */
function runOf(paragraphs: readonly TextSpan[], isRepeated: (paragraph: TextSpan) => boolean): number {
  const end = paragraphs.findIndex((paragraph) => !isRepeated(paragraph));
  return end === -1 ? paragraphs.length : end;
}

/**
 * The article without what stands word for word in several others of its source. `countOf` a paragraph: in how many.
 * Background that follow-up stories repeat stands amid the story, furniture at its edges. When most of an article is
 * repeated it is the same story again, and stays whole.
 */
export function withoutRepeated(
  article: CleanArticle,
  countOf: (paragraph: TextSpan) => number,
): CleanArticle {
  const { paragraphs } = article;
  const isRepeated = (paragraph: TextSpan): boolean => countOf(paragraph) >= AT_EDGE;
  const top = runOf(paragraphs, isRepeated);
  const end = paragraphs.length - runOf(paragraphs.toReversed(), isRepeated);
  const furniture = paragraphs.filter(
    (paragraph, i) => countOf(paragraph) >= ANYWHERE || (isRepeated(paragraph) && (i < top || i >= end)),
  );
  const gone = new Set(furniture);
  const kept = paragraphs.filter((paragraph) => !gone.has(paragraph));
  const lengthOf = (some: readonly TextSpan[]): number =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  const isSameStory = lengthOf(kept) < LEAST_STORY || lengthOf(furniture) > lengthOf(kept);
  if (furniture.length === 0 || isSameStory) return article;
  const removed = furniture.map((paragraph) => ({
    ...paragraph,
    why: 'repeated across the source' as const,
  }));
  return {
    ...article,
    paragraphs: kept,
    removed: [...article.removed, ...removed].toSorted((a, b) => a.start - b.start),
  };
}
