import type { Analysis, CleanArticle, Removed } from '../domain/article/article.ts';
import type { Quote } from '../domain/quotes/quote.ts';
import type { TextSpan } from '../domain/text/span.ts';

export type AnalyzeOutput = Readonly<Record<string, unknown>>;

/**
 * The result of `analyze` as programs read it; `withText` when it was read from HTML, `removed` when they ask what was
 * left out and why.
 */
export function toOutput(
  article: CleanArticle,
  analysis: Analysis,
  {
    id,
    withText,
    removed,
  }: {
    readonly id?: string | undefined;
    readonly withText: boolean;
    readonly removed?: readonly Removed[] | undefined;
  },
): AnalyzeOutput {
  const { title, url, publishedAt, byline, dateline, origin, image, language } = article;
  return {
    ...(id === undefined ? {} : { id }),
    title,
    ...(withText ? { text: article.text } : {}),
    ...given({ url, publishedAt, byline, dateline, language, image }),
    ...(origin === undefined ? {} : { origin }),
    ...(article.corrections.length === 0 ? {} : { corrections: article.corrections }),
    summary: analysis.summary.map(spanOf),
    quotes: analysis.quotes.map(quoteOf),
    indirect: analysis.indirect.map((clause) => ({
      ...spanOf(clause),
      cue: clause.cue,
      speaker: clause.speaker,
    })),
    background: {
      people: analysis.people.map(({ name, kind, role, mentions }) => ({
        name,
        kind,
        ...given({ role }),
        mentions,
      })),
      facts: analysis.facts.map(spanOf),
    },
    ...(removed === undefined ? {} : { removed: removed.map(({ why, text }) => ({ why, text })) }),
  };
}

function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function spanOf({ text, start, end }: TextSpan): TextSpan {
  return { text, start, end };
}

function quoteOf(quote: Quote): unknown {
  const { speaker, confidence } = quote;
  if (speaker === null) return { ...spanOf(quote), speaker: null };
  const { name, mention, start, end, role } = speaker;
  return { ...spanOf(quote), speaker: { name, mention, start, end, ...given({ role }) }, confidence };
}
