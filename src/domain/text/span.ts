/** Where something stands in an article's text: UTF-16 code units, `end` is the first one after it. */
export type Span = { readonly start: number; readonly end: number };

/** Words taken from an article as they stand there: `text === article.text.slice(start, end)`. */
export type TextSpan = Span & { readonly text: string };

/** The words of `text` at a span, with the span. */
export function cut(text: string, start: number, end: number): TextSpan {
  return { text: text.slice(start, end), start, end };
}
