import type { Quote } from '../quotes/quote.ts';
import { cut, type TextSpan } from '../text/span.ts';
import { anecdoteLength } from './anecdote.ts';
import {
  type Candidate,
  type Fit,
  findCandidates,
  hasOwnVoice,
  isEnglish,
  judge,
  unfitness,
} from './candidates.ts';
import { chooseSentences, MOST_CHOICES, reads } from './choose.ts';
import { takesForKnown } from './given.ts';
import { leansBack } from './leans-back.ts';
import { expectWords, rate, rateAlone } from './rate.ts';
import { readWords, storyStems } from './story-words.ts';
import { unfitWords } from './unfit.ts';

/** What of an article a summary is made from; a `CleanArticle` is one. `language` is BCP 47. */
export type Summarizable = {
  readonly text: string;
  readonly title?: string;
  readonly paragraphs: readonly TextSpan[];
  readonly language?: string;
  readonly quotes?: readonly Quote[];
  /** What `findCandidates` found in it, where that is known already. */
  readonly sentences?: readonly Candidate[];
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
/** Sentences that are weighed against each other; more of them change nothing in a hundred articles. */
const SHORTLIST = 24;
/** Where more of the sentences say `I` or `we`, the writer tells of themselves; else it is speech without its marks. */
const PERSONAL_SHARE = 0.2;
/** A short article may carry so many headings and the like that are left out. */
const SPARE_FRAGMENTS = 2;

function lengthOf(sentences: readonly TextSpan[]): number {
  return sentences.reduce((sum, { text }) => sum + text.length + 1, -1);
}

function fits(sentences: readonly TextSpan[], { maxSentences, maxCharacters }: SummaryBudget): boolean {
  return sentences.length <= maxSentences && lengthOf(sentences) <= maxCharacters;
}

/** The sentences in order while they fit: what a newsroom puts first, in a language whose words are not known here. */
function lead(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  const chosen: Fit[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= budget.maxSentences) break;
    const sentence = judge(candidate);
    if (sentence === undefined) continue;
    const more = [...chosen, sentence];
    if (fits(more, budget) && reads(more)) chosen.push(sentence);
  }
  return chosen;
}

/** The fit sentences from `from` on of most worth by themselves, and those that they lean on, in reading order. */
function shortlist(
  candidates: readonly Candidate[],
  worths: readonly number[],
  from: number,
): readonly Fit[] {
  const ranked = candidates
    .slice(from)
    .sort((one, other) => (worths[other.index] ?? 0) - (worths[one.index] ?? 0));
  const personal = candidates.filter(hasOwnVoice).length > candidates.length * PERSONAL_SHARE;
  const taken = new Map<number, Fit>();
  const take = (candidate: Candidate | undefined): void => {
    const sentence = candidate === undefined || taken.has(candidate.index) ? undefined : judge(candidate);
    if (sentence === undefined || taken.size >= MOST_CHOICES || (!personal && hasOwnVoice(sentence))) return;
    taken.set(sentence.index, sentence);
    if (sentence.leans) take(candidates[sentence.index - 1]);
  };
  for (const candidate of ranked) {
    if (taken.size >= SHORTLIST) break;
    take(candidate);
  }
  return [...taken.values()].sort((one, other) => one.index - other.index);
}

/** The headline that somebody wrote; one made from the first words of the text says nothing that they do not. */
function ownTitle({ title, paragraphs }: Summarizable): string | undefined {
  const opening = title?.replace(/\s*…$/, '').trim();
  if (opening === undefined || opening === '') return undefined;
  const head = paragraphs[0]?.text.slice(0, 2 * opening.length).replaceAll(/\s+/g, ' ') ?? '';
  return head.startsWith(opening) ? undefined : title;
}

function choose(
  candidates: readonly Candidate[],
  title: string | undefined,
  budget: SummaryBudget,
): readonly Candidate[] {
  const words = readWords(candidates, title);
  const expected = expectWords(words);
  const aimWords =
    ((words.hasTitle ? AIM_WORDS.titled : AIM_WORDS.untitled) * budget.maxSentences) / POST_SENTENCES;
  const worths = rateAlone(words, expected);
  const titled = new Set(storyStems(title ?? ''));
  const choices = shortlist(candidates, worths, anecdoteLength(words)).map((sentence) => {
    const opens = sentence.opens && (sentence.index === 0 || !takesForKnown(sentence.text, titled));
    return rate({ ...sentence, opens }, candidates[sentence.index - 1], words);
  });
  return chooseSentences(choices, expected, {
    fewestSentences: Math.min(FEWEST_SENTENCES, budget.maxSentences),
    maxSentences: budget.maxSentences,
    maxCharacters: budget.maxCharacters,
    aimWords,
  });
}

/** Where no choice reads: one whole sentence that fits, the first, one with a stop before one without. */
function lastResort(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  const single = candidates.filter((candidate) => fits([candidate], budget));
  const best =
    single.find((candidate) => judge(candidate)?.leans === false) ??
    single.find((candidate) => unfitness(candidate) === 'question') ??
    single.find(({ index }) => index === 0) ??
    single.find((candidate) => !candidate.english || !leansBack(candidate.text));
  return best === undefined ? [] : [best];
}

/** The article itself, where all of its sentences fit. */
function wholeArticle(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  if (candidates.length > budget.maxSentences + SPARE_FRAGMENTS) return [];
  const whole = candidates.filter((candidate) => unfitWords(candidate.text) === undefined);
  const rest = candidates.filter((candidate) => !whole.includes(candidate));
  const isWhole = rest.every((candidate) => unfitWords(candidate.text) !== 'question');
  return isWhole &&
    fits(whole, budget) &&
    reads(whole.flatMap((one) => judge(one) ?? { ...one, leans: true, opens: false }))
    ? whole
    : [];
}

function shownAs(text: string, sentences: readonly Candidate[]): readonly TextSpan[] {
  return sentences.map(({ start, end }) => cut(text, start, end));
}

/**
 * The sentences that tell an article's news, verbatim and in reading order, within the budget. None of them needs a
 * sentence that is not there. A short article is its own summary. Empty where not one whole sentence fits.
 */
export function summarize(article: Summarizable, budget: SummaryBudget): readonly TextSpan[] {
  const candidates = article.sentences ?? findCandidates(article);
  const whole = wholeArticle(candidates, budget);
  if (whole.length > 0) return shownAs(article.text, whole);
  const chosen = isEnglish(article.language)
    ? choose(candidates, ownTitle(article), budget)
    : lead(candidates, budget);
  return shownAs(article.text, chosen.length > 0 ? chosen : lastResort(candidates, budget));
}

/**
 * The one sentence that says most, for lists and notifications; nothing where none fits that can stand alone, and then
 * the headline must do.
 */
export function headlineLine(article: Summarizable, maxCharacters: number): TextSpan | undefined {
  return summarize(article, { maxSentences: 1, maxCharacters })[0];
}
