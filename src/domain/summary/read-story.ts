import type { TextSpan } from '../text/span.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { makeRoom } from './lexeme.ts';
import { readWords, type StoryWords } from './story-words.ts';

/** What of an article a summary is made from; a `CleanArticle` is one. `language` is BCP 47. */
export type Summarizable = {
  readonly text: string;
  readonly title?: string;
  readonly paragraphs: readonly TextSpan[];
  readonly language?: string;
};

/** An article read once: what its summary and its background are chosen from. */
export type Story = {
  readonly sentences: readonly Candidate[];
  readonly words: StoryWords;
  /** The headline that somebody wrote. */
  readonly title: string | undefined;
};

/** A headline made from the first words of the text says nothing that they do not. */
function ownTitle({ title, paragraphs }: Summarizable): string | undefined {
  const opening = title?.replace(/\s*…$/, '').trim();
  if (opening === undefined || opening === '') return undefined;
  const [lead] = paragraphs;
  // Most headlines differ from the story in their first letter.
  if (lead?.text.charAt(0) !== opening.charAt(0)) return title;
  const head = lead.text.slice(0, 2 * opening.length).replaceAll(/\s+/g, ' ');
  return head.startsWith(opening) ? undefined : title;
}

export function readStory(article: Summarizable): Story {
  makeRoom();
  const sentences = findCandidates(article);
  const title = ownTitle(article);
  return { sentences, words: readWords(sentences, title), title };
}
