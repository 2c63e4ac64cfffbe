import type { TextSpan } from '../text/span.ts';

const SINGLE = /['‘]/;

function wordsOf({ text }: TextSpan): string {
  return text.replace(/[.,;:!?]+$/, '');
}

/**
 * Quotes without those that a headline has in single marks, as newspapers do, when the story has a quote of the very same words:
 * readers want them once, where the story says who said them and when. The headline counts where it stands above the story.
 */
export function withoutHeadlineEchoes<T extends TextSpan>(
  quotes: readonly T[],
  { text, title = '' }: { readonly text: string; readonly title?: string },
): readonly T[] {
  const start = title === '' ? -1 : text.indexOf(title);
  const isOfHeadline = (quote: TextSpan): boolean =>
    start >= 0 &&
    quote.start > start &&
    quote.end <= start + title.length &&
    SINGLE.test(text.charAt(quote.start - 1));
  const told = quotes.filter((quote) => !isOfHeadline(quote)).map(wordsOf);
  return quotes.filter((quote) => !isOfHeadline(quote) || !told.includes(wordsOf(quote)));
}
