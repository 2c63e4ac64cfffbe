import type { TextSpan } from '../text/span.ts';

/** Sentences as they are shown: those of one paragraph stay together, a new paragraph of the text is one here. */
export function inParagraphs(text: string, sentences: readonly TextSpan[]): string {
  return sentences
    .map((sentence, index) => {
      const before = sentences[index - 1];
      if (before === undefined) return sentence.text;
      const between = text.slice(before.end, sentence.start);
      return (between.includes('\n') ? '\n\n' : ' ') + sentence.text;
    })
    .join('');
}
