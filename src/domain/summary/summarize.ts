import type { Quote } from '../quotes/quote.ts';
import { cut, type TextSpan } from '../text/span.ts';
import { type Candidate, findCandidates, isEnglish } from './candidates.ts';
import { chooseSentences, reads } from './choose.ts';
import { expectWords, rate } from './rate.ts';
import { readWords } from './story-words.ts';

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

/** A headline stands over a post, so its summary may tell more than one that must do without. */
const AIM_WORDS = { titled: 60, untitled: 40 };
/** So many times the aim where the budget is a longer reading's. */
const POST_SENTENCES = POST_BUDGET.maxSentences;
const FEWEST_SENTENCES = 2;

function lengthOf(sentences: readonly TextSpan[]): number {
  return sentences.reduce((sum, { text }) => sum + text.length + 1, -1);
}

function fits(sentences: readonly TextSpan[], { maxSentences, maxCharacters }: SummaryBudget): boolean {
  return sentences.length <= maxSentences && lengthOf(sentences) <= maxCharacters;
}

/** The sentences in order while they fit: what a newsroom puts first, in a language whose words are not known here. */
function lead(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.unfit !== undefined) continue;
    const more = [...chosen, candidate];
    if (fits(more, budget) && reads(more)) chosen.push(candidate);
  }
  return chosen;
}

function choose(
  candidates: readonly Candidate[],
  title: string | undefined,
  budget: SummaryBudget,
): readonly Candidate[] {
  const words = readWords(candidates, title);
  const choices = candidates
    .filter(({ unfit }) => unfit === undefined)
    .map((sentence) => rate(sentence, candidates[sentence.index - 1], words));
  const aim = words.hasTitle ? AIM_WORDS.titled : AIM_WORDS.untitled;
  return chooseSentences(choices, expectWords(words), {
    fewestSentences: Math.min(FEWEST_SENTENCES, budget.maxSentences),
    maxSentences: budget.maxSentences,
    maxCharacters: budget.maxCharacters,
    aimWords: (aim * budget.maxSentences) / POST_SENTENCES,
  });
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
  const short = candidates.filter(({ unfit }) => unfit !== 'fragment');
  if (short.length > 0 && fits(short, budget) && reads(short))
    return short.map(({ start, end }) => cut(article.text, start, end));
  const chosen = isEnglish(article.language)
    ? choose(candidates, article.title, budget)
    : lead(candidates, budget);
  const shown = chosen.length > 0 ? chosen : lastResort(candidates, budget);
  return shown.map(({ start, end }) => cut(article.text, start, end));
}

/** The one sentence that says most, for lists and notifications; nothing where none fits. */
export function headlineLine(article: Summarizable, maxCharacters: number): TextSpan | undefined {
  return summarize(article, { maxSentences: 1, maxCharacters })[0];
}
