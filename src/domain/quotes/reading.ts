import { type Entity, gatherEntities } from '../background/entities.ts';
import type { Span, TextSpan } from '../text/span.ts';
import { namesOf } from './article-names.ts';
import { type ArticleWords, readWords } from './article-words.ts';
import { holdersOf } from './descriptions.ts';
import { findMentions } from './find-mentions.ts';
import type { Mention } from './mention.ts';
import { findQuoteRuns, type QuoteRun } from './quote-marks.ts';

export type QuotableArticle = {
  readonly text: string;
  readonly title?: string;
  readonly paragraphs: readonly TextSpan[];
};

/** A run with the words it covers: `from` is its first word, `to` the first after it, marks left out. */
export type Run = QuoteRun & { readonly from: number; readonly to: number; readonly sentence: number };

/** An article read once: everything that attribution looks at. Arrays go by word unless they say otherwise. */
export type Reading = ArticleWords & {
  readonly text: string;
  /** How many words of narration stand before. */
  readonly narrated: Int32Array;
  readonly paragraphs: readonly Span[];
  readonly runs: readonly Run[];
  /** Of the narration only, in reading order. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** Who bears an office before the name: `senator`, `spokesman`. */
  readonly holders: ReadonlyMap<string, ReadonlySet<Entity>>;
};

/** Where the headline stands when it is part of the text but of no paragraph. */
function headlineSpan(article: QuotableArticle): Span[] {
  const { text, title, paragraphs } = article;
  if (title === undefined || title === '') return [];
  const start = text.indexOf(title);
  const end = start + title.length;
  if (start < 0 || paragraphs.some((paragraph) => paragraph.start < end && start < paragraph.end)) return [];
  return [{ start, end }];
}

function placeRuns(runs: readonly QuoteRun[], { words, sentences, runOf }: ArticleWords): Run[] {
  const from = new Int32Array(runs.length).fill(-1);
  const to = new Int32Array(runs.length).fill(-1);
  for (let index = 0; index < runOf.length; index++) {
    const run = runOf[index] ?? -1;
    if (run < 0) continue;
    if (from[run] === -1) from[run] = index;
    to[run] = index + 1;
  }
  return runs.map((run, index) => {
    const last = Math.max(0, (to[index] ?? 1) - 1);
    return {
      ...run,
      from: from[index] ?? 0,
      to: Math.min(words.length, last + 1),
      sentence: sentences[last] ?? 0,
    };
  });
}

function countNarration({ words, runOf }: ArticleWords): Int32Array {
  const narrated = new Int32Array(words.length + 1);
  for (let index = 0; index < words.length; index++) {
    narrated[index + 1] = (narrated[index] ?? 0) + ((runOf[index] ?? -1) < 0 ? 1 : 0);
  }
  return narrated;
}

/** Reads an article whose paragraphs are given. Time grows with its length. */
export function readArticle(article: QuotableArticle): Reading {
  const { text } = article;
  const paragraphs = [...headlineSpan(article), ...article.paragraphs].sort((a, b) => a.start - b.start);
  const quoteRuns = findQuoteRuns(text, paragraphs);
  const read = readWords(text, paragraphs, quoteRuns);
  const names = namesOf(read);
  const { entities, entityOf } = gatherEntities(names);
  return {
    text,
    ...read,
    narrated: countNarration(read),
    paragraphs,
    runs: placeRuns(quoteRuns, read),
    mentions: findMentions(read, names, entityOf),
    entities,
    holders: holdersOf(entities, read.words),
  };
}
