import { cut, type TextSpan } from '../text/span.ts';
import type { ArticleImage, CleanArticle, Origin, RemovalReason, Removed } from './article.ts';
import { bylineOfLine, cleanByline } from './byline.ts';
import { correctsSomething } from './corrections.ts';
import { dateOfLine, toPublishedAt } from './dates.ts';
import { titleFrom } from './headline.ts';
import { languageOfText } from './language.ts';
import { type Line, splitLines } from './lines.ts';
import { placeLineOf } from './place-line.ts';
import { type Sorted, sortLines } from './sort-lines.ts';

/** A text to clean, with what its feed or page said about it. What is given here is believed over the text. */
export type CleanTextInput = {
  readonly text: string;
  /** With a title the text is the body alone; without, the headline is looked for in it. */
  readonly title?: string;
  readonly url?: string;
  /** Lines that are links and nothing else. */
  readonly links?: ReadonlySet<string>;
  /** ISO 8601, RFC 2822 or a written date; one that cannot be true is left out. */
  readonly publishedAt?: string;
  readonly byline?: string;
  readonly image?: ArticleImage;
  readonly origin?: Origin;
  readonly language?: string;
  /** Epoch milliseconds by which a date is judged to lie ahead; without it none does. */
  readonly nowMs?: number;
};

function first<T>(
  sorted: readonly Sorted[],
  why: RemovalReason,
  read: (line: string) => T | undefined,
): T | undefined {
  for (const line of sorted) {
    const found = line.why === why ? read(line.text) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** So many lines of the story may stand over what is said of its lead image. */
const OVER_PICTURE = 3;

/**
 * Caption and credit that were given win; what is missing is filled in from the text. A bare credit further down is
 * that of another picture.
 */
function imageOf(given: ArticleImage | undefined, sorted: readonly Sorted[]): ArticleImage | undefined {
  const at = sorted.findIndex((line) => line.picture !== undefined);
  const found = sorted[at]?.picture;
  if (given === undefined) return found;
  if (given.caption !== undefined || found === undefined) return given;
  const over = sorted.slice(0, at).filter(({ why }) => why === undefined);
  const isOther = found.caption === undefined && over.length > OVER_PICTURE;
  return isOther ? given : { ...found, ...given };
}

function withoutNotice(
  line: Sorted,
  text: string,
): { kept: readonly TextSpan[]; removed: readonly Removed[] } {
  const { start, end, notice } = line;
  if (notice === undefined) return { kept: [cut(text, start, end)], removed: [] };
  const from = start + notice.start;
  const to = start + notice.end;
  const around = [text.slice(start, from), text.slice(to, end)].map((part) => part.trim());
  const left = cut(text, start, start + text.slice(start, from).trimEnd().length);
  const rightStart = to + (text.slice(to, end).length - text.slice(to, end).trimStart().length);
  const right = cut(text, rightStart, end);
  return {
    kept: [left, right].filter((_part, i) => around[i] !== ''),
    removed: [{ ...cut(text, from, to), why: 'reprint notice' }],
  };
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  return words(a) === words(b);
}

/** The lead is among the first so many paragraphs: a standfirst or a bureau may stand before it. */
const LEADS = 3;

type Parts = { readonly paragraphs: readonly TextSpan[]; readonly removed: readonly Removed[] };

function partsOf(text: string, sorted: readonly Sorted[]): Parts {
  const paragraphs: TextSpan[] = [];
  const removed: Removed[] = [];
  for (const line of sorted) {
    if (line.why === undefined) {
      const parts = withoutNotice(line, text);
      paragraphs.push(...parts.kept);
      removed.push(...parts.removed);
    } else removed.push({ ...cut(text, line.start, line.end), why: line.why });
  }
  return { paragraphs, removed };
}

function titleOf(input: CleanTextInput, sorted: readonly Sorted[], paragraphs: readonly TextSpan[]): string {
  const given = input.title?.replace(/\s+/g, ' ').trim();
  if (given !== undefined && given !== '') return given;
  const headline = sorted.find((line) => line.why === 'title');
  if (headline !== undefined) return headline.text.replace(/\s+/g, ' ').replace(/(?<![.\s]\S{0,2})\.$/u, '');
  return titleFrom(paragraphs[0]?.text ?? input.text.trim());
}

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` asks. */
function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}

/**
 * An article from plain text: promotion, headline, captions, dates, bylines and notices become data, the rest are
 * paragraphs. Every span points into `text` exactly as it came in; `removed` says what was taken out and why.
 */
export function cleanText(input: CleanTextInput): CleanArticle {
  const { text } = input;
  const lines: readonly Line[] = splitLines(text);
  const hasTitle = input.title !== undefined && input.title.trim() !== '';
  const sorted = sortLines(lines, {
    isTitle: (line) => hasTitle && sameWords(line, input.title ?? ''),
    isLink: (line) => input.links?.has(line) === true,
    lookForTitle: !hasTitle,
  });
  const { paragraphs, removed } = partsOf(text, sorted);
  const dateline = paragraphs
    .slice(0, LEADS)
    .map((paragraph) => placeLineOf(paragraph.text))
    .find((line) => line !== undefined);
  const told = input.publishedAt === undefined ? undefined : toPublishedAt(input.publishedAt, input.nowMs);
  const byline = input.byline === undefined ? undefined : cleanByline(input.byline);
  const notice = sorted.find((line) => line.notice !== undefined)?.notice?.origin;
  return {
    text,
    title: titleOf(input, sorted, paragraphs),
    paragraphs,
    removed,
    ...given('url', input.url),
    ...given('publishedAt', told ?? first(sorted, 'date', dateOfLine) ?? first(sorted, 'byline', dateOfLine)),
    ...given('byline', byline ?? first(sorted, 'byline', bylineOfLine)),
    ...given('dateline', dateline),
    ...given('origin', notice ?? input.origin),
    ...given('image', imageOf(input.image, sorted)),
    corrections: sorted
      .filter((line) => line.why === 'correction note' && correctsSomething(line.text))
      .map((line) => line.text),
    ...given('language', languageOfText(paragraphs.map((span) => span.text).join(' '), input.language)),
  };
}
