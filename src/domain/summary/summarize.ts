import type { Quote } from '../quotes/quote.ts';
import { cut, type TextSpan } from '../text/span.ts';
import { type Candidate, findCandidates } from './candidates.ts';

/** What of an article a summary is made from; a `CleanArticle` is one. `language` is BCP 47. */
export type Summarizable = {
  readonly text: string;
  readonly title?: string;
  readonly paragraphs: readonly TextSpan[];
  readonly language?: string;
  readonly quotes?: readonly Quote[];
};

/** How long a summary may be; characters are UTF-16 code units, one between two sentences counted. */
export type SummaryBudget = { readonly maxSentences: number; readonly maxCharacters: number };

export const POST_BUDGET: SummaryBudget = { maxSentences: 3, maxCharacters: 700 };
/** For one article that a reader asked for. */
export const LONG_BUDGET: SummaryBudget = { maxSentences: 6, maxCharacters: 1400 };

function lengthOf(sentences: readonly TextSpan[]): number {
  return sentences.reduce((sum, { text }) => sum + text.length + 1, -1);
}

function fits(sentences: readonly TextSpan[], { maxSentences, maxCharacters }: SummaryBudget): boolean {
  return sentences.length <= maxSentences && lengthOf(sentences) <= maxCharacters;
}

/** Whether every sentence that leans on the one before it has that one in front of it. */
export function reads(sentences: readonly Candidate[]): boolean {
  return sentences.every(
    (sentence, place) =>
      !sentence.leans || (sentence.adjoins && sentences[place - 1]?.index === sentence.index - 1),
  );
}

function lead(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.unfit !== undefined) continue;
    const more = [...chosen, candidate];
    if (fits(more, budget) && reads(more)) chosen.push(candidate);
  }
  return chosen;
}

/** Where no sentence is fit: the first whole one that fits, sentences with a stop before those without. */
function lastResort(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  const single = candidates.filter((candidate) => fits([candidate], budget));
  const best =
    single.find(({ unfit, leans }) => unfit === undefined && !leans) ??
    single.find(({ unfit, leans }) => unfit !== 'fragment' && unfit !== 'inside a quote' && !leans) ??
    single.find(({ unfit }) => unfit !== 'fragment') ??
    single[0];
  return best === undefined ? [] : [best];
}

/**
 * The sentences that tell an article's news, verbatim and in reading order, within the budget. None of them needs a
 * sentence that is not there. A short article is its own summary. Empty where not one whole sentence fits.
 */
export function summarize(article: Summarizable, budget: SummaryBudget): readonly TextSpan[] {
  const candidates = findCandidates(article);
  const chosen = lead(candidates, budget);
  const shown = chosen.length > 0 ? chosen : lastResort(candidates, budget);
  return shown.map(({ start, end }) => cut(article.text, start, end));
}

/** The one sentence that says most, for lists and notifications; nothing where none fits. */
export function headlineLine(article: Summarizable, maxCharacters: number): TextSpan | undefined {
  return summarize(article, { maxSentences: 1, maxCharacters })[0];
}
