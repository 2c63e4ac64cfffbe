import { type Entity, gatherEntities } from '../background/entities.ts';
import type { Span, TextSpan } from '../text/span.ts';
import { splitWords } from '../text/words.ts';
import { namesOf } from './article-names.ts';
import { type ArticleWords, readWords } from './article-words.ts';
import { type Holders, holdersOf } from './descriptions.ts';
import { type Cues, findCues } from './find-cues.ts';
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
export type Reading = ArticleWords &
  Cues & {
    /** How many words of narration stand before. */
    readonly narrated: Int32Array;
    readonly paragraphs: readonly Span[];
    readonly runs: readonly Run[];
    /** Of the narration only, in reading order. */
    readonly mentions: readonly Mention[];
    readonly entities: readonly Entity[];
    /** Who bears an office before the name: `senator`, `spokesman`. */
    readonly holders: Holders;
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

/** Runs with their words: the words of a run follow each other, its marks stand round them. */
function placeRuns(runs: readonly QuoteRun[], { words, sentences, runOf }: ArticleWords): Run[] {
  let at = 0;
  return runs.map((run, index) => {
    while (at < words.length && (runOf[at] ?? -1) < index) at++;
    const from = at;
    while (at < words.length && runOf[at] === index) at++;
    // Written out, since spreading is the slowest way to make an object.
    return {
      start: run.start,
      end: run.end,
      outerStart: run.outerStart,
      outerEnd: run.outerEnd,
      paragraph: run.paragraph,
      mark: run.mark,
      closed: run.closed,
      continues: run.continues,
      from,
      to: at,
      sentence: sentences[at - 1] ?? 0,
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
  const split = splitWords(text, paragraphs);
  const quoteRuns = findQuoteRuns(split, paragraphs);
  const read = readWords(split, quoteRuns);
  const names = namesOf(read);
  const { entities, entityOf } = gatherEntities(names);
  const { words, starts, ends, sentences, paragraphFrom, runOf } = read;
  const { cues, lastCue } = findCues(read);
  return {
    text,
    words,
    starts,
    ends,
    sentences,
    paragraphFrom,
    runOf,
    cues,
    lastCue,
    narrated: countNarration(read),
    paragraphs,
    runs: placeRuns(quoteRuns, read),
    mentions: findMentions(read, names, entityOf),
    entities,
    holders: holdersOf(entities, words),
  };
}
