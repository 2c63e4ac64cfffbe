import type { StoryWords } from './story-words.ts';

/** Longer openings without a word of the headline are the story itself, under a headline that plays with words. */
const LONGEST = 5;
/** The news follows soon, and has most of what the headline says. */
const REACH = 6;
const FEWEST_TITLE_WORDS = 3;

/** How many of an article's first sentences tell of somebody's day before the news is told; 0 without a headline. */
export function anecdoteLength({ sentences, facts, hasTitle }: StoryWords): number {
  if (!hasTitle) return 0;
  const ofTitle = (words: readonly number[]): number =>
    new Set(words.filter((id) => facts[id]?.inTitle === true && !facts[id].lexeme.empty)).size;
  const news = sentences.slice(0, LONGEST + REACH).map(ofTitle);
  const length = news.findIndex((shared) => shared > 0);
  if (length <= 0 || length > LONGEST) return 0;
  return Math.max(...news.slice(length, length + REACH)) >= FEWEST_TITLE_WORDS ? length : 0;
}
