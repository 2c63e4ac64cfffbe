import type { ArchivedArticle } from '../../domain/article/article.ts';
import { shorten } from '../../domain/post/fit.ts';
import type { RichPart, RichText } from '../../domain/post/rich-text.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { KeptQuote } from '../ports/archive.ts';
import type { Turn } from './conversation.ts';
import { joinedBy } from './message.ts';
import { datedHeadline } from './story-line.ts';
import type { StoryLinks } from './story-links.ts';

/** A quote longer than this folds, in UTF-16 units. */
const FOLD_AFTER = 300;
/** A longer one is cut, and says so: a page of quotes must fit into a message, or some would be lost. */
const LONGEST = 700;

/** A sentence of an article as a block of its own, word for word, and the way to where it stands. */
export function passage(text: string, url?: string): RichPart {
  const way: RichText = url === undefined ? [] : ['\u00a0', { link: '↗', url }];
  return { quote: [text, ...way], folded: text.length > FOLD_AFTER };
}

/**
 * The words between the marks, as a block of their own. A comma that led on to `she said` is left out, since nothing
 * follows it here.
 */
export function quoteBlock(words: string): RichPart {
  return passage(shorten(words.replace(/[,;:]$/, ''), LONGEST));
}

/** What was said in one story, in the order of the list: who, once for words in a row, and their words. */
export function saidBy(turn: Turn, article: ArchivedArticle, quotes: readonly Quote[]): readonly RichText[] {
  const runs = runsOf(quotes, (quote) => quote.speaker?.name ?? '');
  return runs.map((run): RichText => {
    const words = run.map((quote): RichText => [quoteBlock(quote.text)]);
    return joinedBy('\n', [attribution(turn, article, run), ...words]);
  });
}

/** Blocks of quotes in a row from one story, each with the story under it. */
export function quotesByStory(
  turn: Turn,
  kept: readonly KeptQuote[],
  shown: (article: ArchivedArticle, quotes: readonly Quote[]) => readonly RichText[],
  links: StoryLinks,
): readonly RichText[] {
  return runsOf(kept, ({ article }) => article.id).flatMap((run): readonly RichText[] => {
    const [first] = run;
    if (first === undefined) return [];
    const { article } = first;
    const said = shown(
      article,
      run.map(({ quote }) => quote),
    );
    return [joinedBy('\n', [...said, datedHeadline(turn, article, links)])];
  });
}

/** `Name, role` – or, honestly, that the article does not tell. */
function attribution({ say }: Turn, article: ArchivedArticle, run: readonly Quote[]): RichText {
  const name = run[0]?.speaker?.name;
  if (name === undefined) return [{ italic: say('quotes-unknown-speaker') }];
  const role = roleOf(article, name, run);
  return [{ bold: name }, ...(role === undefined ? [] : [`, ${role}`])];
}

/** The role that a speaker has in a story: beside their words, else elsewhere in it. */
export function roleOf(article: ArchivedArticle, name: string, quotes: readonly Quote[]): string | undefined {
  const told = quotes.flatMap(({ speaker }) => (speaker?.name === name ? (speaker.role ?? []) : []));
  return told[0] ?? article.people.find((person) => person.name === name)?.role;
}

/** Fewer words are a catchword, which tells nothing of what somebody thinks. */
const FEWEST_WORDS = 4;

/** The first quotes that say something; the first of all where none does. */
export function telling(kept: readonly KeptQuote[], most: number): readonly KeptQuote[] {
  const saying = kept.filter(({ quote }) => quote.text.trim().split(/\s+/).length >= FEWEST_WORDS);
  return (saying.length === 0 ? kept : saying).slice(0, most);
}

/** Neighbours with the same key, together. */
function runsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const [before] = last ?? [];
    if (last !== undefined && before !== undefined && keyOf(before) === keyOf(item)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}
