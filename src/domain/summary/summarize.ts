import { cut, type TextSpan } from '../text/span.ts';
import { anecdoteLength } from './anecdote.ts';
import { type Candidate, isEnglish, isFit, unfitness } from './candidates.ts';
import { chooseSentences, MOST_CHOICES, reads } from './choose.ts';
import { type Told, takesForKnown, takesNameForKnown, toldIn } from './given.ts';
import { lexemesOf } from './lexeme.ts';
import { expectWords, rateAlone, rater } from './rate.ts';
import { readStory, type Story, type Summarizable } from './read-story.ts';

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
  const chosen: Candidate[] = [];
  for (const sentence of candidates) {
    if (chosen.length >= budget.maxSentences) break;
    if (!isFit(sentence)) continue;
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
): readonly Candidate[] {
  const ranked = candidates
    .slice(from)
    .sort((one, other) => (worths[other.index] ?? 0) - (worths[one.index] ?? 0));
  const personal = candidates.filter(({ ownVoice }) => ownVoice).length > candidates.length * PERSONAL_SHARE;
  const taken = new Set<Candidate>();
  const take = (sentence: Candidate | undefined): void => {
    if (sentence === undefined || taken.has(sentence) || !isFit(sentence)) return;
    if (taken.size >= MOST_CHOICES || (!personal && sentence.ownVoice)) return;
    taken.add(sentence);
    if (sentence.leans) take(candidates[sentence.index - 1]);
  };
  for (const candidate of ranked) {
    if (taken.size >= SHORTLIST) break;
    take(candidate);
  }
  return [...taken].sort((one, other) => one.index - other.index);
}

/** Whether a sentence speaks of what only the sentences before it, or the headline, have told of. */
function needsTelling(sentence: Candidate, sentences: readonly Candidate[], titled: Told): boolean {
  if (sentence.index === 0) return false;
  if (takesForKnown(sentence.text, titled)) return true;
  const [first] = sentence.words;
  return first !== undefined && !titled(first) && takesNameForKnown(sentence, sentences);
}

function choose({ sentences, words, title }: Story, budget: SummaryBudget): readonly Candidate[] {
  const expected = expectWords(words);
  const aimWords =
    ((words.hasTitle ? AIM_WORDS.titled : AIM_WORDS.untitled) * budget.maxSentences) / POST_SENTENCES;
  const worths = rateAlone(words, expected);
  const titled = toldIn(lexemesOf(title ?? ''));
  const rate = rater(words);
  const choices = shortlist(sentences, worths, anecdoteLength(words)).map((sentence) => {
    const needs = sentence.opens && needsTelling(sentence, sentences, titled);
    return rate(needs ? { ...sentence, opens: false } : sentence, sentences[sentence.index - 1]);
  });
  return chooseSentences(choices, expected, {
    fewestSentences: Math.min(FEWEST_SENTENCES, budget.maxSentences),
    maxSentences: budget.maxSentences,
    maxCharacters: budget.maxCharacters,
    aimWords,
  });
}

/**
 * Where no choice reads: one whole sentence that fits and leans on nothing, a statement before a question before what else
 * ends in a stop; only where all of them lean, the first.
 */
function lastResort(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  const single = candidates.filter((candidate) => fits([candidate], budget));
  const free = single.filter(({ leans }) => !leans);
  const best =
    free.find(isFit) ??
    free.find((candidate) => unfitness(candidate) === 'question') ??
    free.find(({ index }) => index === 0) ??
    free[0] ??
    single.find(({ index }) => index === 0);
  return best === undefined ? [] : [best];
}

/** The article itself, where all of its sentences fit. */
function wholeArticle(candidates: readonly Candidate[], budget: SummaryBudget): readonly Candidate[] {
  if (candidates.length > budget.maxSentences + SPARE_FRAGMENTS) return [];
  const whole = candidates.filter(({ unfit }) => unfit === undefined);
  const isWhole = candidates.every(({ unfit }) => unfit !== 'question');
  const read = whole.map((one) => (isFit(one) ? one : { ...one, leans: true, opens: false }));
  return isWhole && fits(whole, budget) && reads(read) ? whole : [];
}

function shownAs(text: string, sentences: readonly Candidate[]): readonly TextSpan[] {
  return sentences.map(({ start, end }) => cut(text, start, end));
}

/**
 * The sentences that tell an article's news, verbatim and in reading order, within the budget. None of them needs a
 * sentence that is not there. A short article is its own summary. Empty where not one whole sentence fits. `story` is the
 * article as read, where it has been.
 */
export function summarize(
  article: Summarizable,
  budget: SummaryBudget,
  story: Story = readStory(article),
): readonly TextSpan[] {
  const { sentences } = story;
  const whole = wholeArticle(sentences, budget);
  if (whole.length > 0) return shownAs(article.text, whole);
  const chosen = isEnglish(article.language) ? choose(story, budget) : lead(sentences, budget);
  return shownAs(article.text, chosen.length > 0 ? chosen : lastResort(sentences, budget));
}

/**
 * The one sentence that says most, for lists and notifications; nothing where none fits that can stand alone, and then
 * the headline must do.
 */
export function headlineLine(article: Summarizable, maxCharacters: number): TextSpan | undefined {
  return summarize(article, { maxSentences: 1, maxCharacters })[0];
}
