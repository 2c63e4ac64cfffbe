import type { CleanArticle } from '../article/article.ts';
import { stem } from '../background/stems.ts';
import { isEmptyWord, termsOf } from '../background/terms.ts';
import { fold } from './fold.ts';

/** A word of an article, by its stem, and how much the article is about it: 1 to 255. */
export type TermWeight = { readonly term: string; readonly weight: number };

/** Beyond these an article's words say nothing that a reader would look for; it bounds the index. */
const MOST_TERMS = 160;
const LONGEST_TERM = 40;

/** BM25 (Robertson and Zaragoza, 2009) with its usual constants; a news article has about 300 words that count. */
const K1 = 1.2;
const B = 0.6;
const USUAL_LENGTH = 300;
/** A word of the headline counts as if the text had it this many times more. */
const TITLE_TIMES = 4;
const SCALE = 255 / (K1 + 1);

/** The words of a text by which it is found: folded, stemmed, without the empty ones. */
export function searchTerms(text: string): readonly string[] {
  return termsOf(fold(text)).filter((term) => term.length <= LONGEST_TERM);
}

/** The same of one word, or undefined for one that tells nothing. */
export function searchTerm(word: string): string | undefined {
  const folded = fold(word);
  // What folding takes apart, such as a fraction, is several words or none.
  return PLAIN_WORD.test(folded) ? termOf(folded) : searchTerms(folded)[0];
}

const PLAIN_WORD = /^[a-z0-9]+$/;

function termOf(folded: string): string | undefined {
  if (isEmptyWord(folded)) return undefined;
  const term = stem(folded);
  return term.length <= LONGEST_TERM ? term : undefined;
}

/** What an article is found by, the weightiest first; the weight is BM25's part that does not depend on other articles. */
export function articleTerms(article: Pick<CleanArticle, 'title' | 'paragraphs'>): readonly TermWeight[] {
  const times = new Map<string, number>();
  let length = 0;
  for (const { text } of article.paragraphs) {
    for (const term of searchTerms(text)) {
      times.set(term, (times.get(term) ?? 0) + 1);
      length++;
    }
  }
  for (const term of new Set(searchTerms(article.title)))
    times.set(term, (times.get(term) ?? 0) + TITLE_TIMES);
  const norm = K1 * (1 - B + (B * length) / USUAL_LENGTH);
  return [...times]
    .map(([term, count]) => ({
      term,
      weight: Math.max(1, Math.round((SCALE * (count * (K1 + 1))) / (count + norm))),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
}

/** Whether an article has every word of a topic, in whatever form; false for a topic of nothing but empty words. */
export function hasTopic(article: Pick<CleanArticle, 'title' | 'paragraphs'>, topic: string): boolean {
  const wanted = searchTerms(topic);
  if (wanted.length === 0) return false;
  const terms = new Set([article.title, ...article.paragraphs.map(({ text }) => text)].flatMap(searchTerms));
  return wanted.every((term) => terms.has(term));
}
