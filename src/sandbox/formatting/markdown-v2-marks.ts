import { bytesBefore, isSpace } from './bytes.ts';

/** What can be open at a place of a MarkdownV2 text. */
export type Mark =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strikethrough'
  | 'spoiler'
  | 'code'
  | 'pre'
  | 'preCode'
  | 'link'
  | 'object'
  | 'quote';

type Opening = { readonly mark: Mark; readonly next: number; readonly language?: string };

/** The longer marks first: `__` is read before `_`. */
const OPENINGS: readonly (readonly [string, Mark])[] = [
  ['__', 'underline'],
  ['_', 'italic'],
  ['*', 'bold'],
  ['~', 'strikethrough'],
  ['||', 'spoiler'],
  ['[', 'link'],
  ['![', 'object'],
  ['`', 'code'],
];

/** The mark that opens at a position; undefined where a reserved character stands alone. */
export function readOpening(source: string, position: number): Opening | undefined {
  const found = OPENINGS.find(([sign]) => source.startsWith(sign, position));
  return found === undefined ? undefined : { mark: found[1], next: position + found[0].length };
}

/** Three backticks, a language where a space or line break ends it, and one line break, which is dropped. */
export function readBlockOpening(source: string, position: number): Opening {
  const begin = position + 3;
  const { language, next } = readLanguage(source, begin);
  return {
    mark: language === undefined ? 'pre' : 'preCode',
    next: skipLineBreak(source, next),
    ...(language === undefined ? {} : { language }),
  };
}

/** The word after three backticks, unless another backtick or the end of the text follows it. */
export function readLanguage(source: string, begin: number): { language?: string; next: number } {
  let end = begin;
  while (!isSpace(source.charAt(end)) && source[end] !== '`') end++;
  const isLanguage = end > begin && end < source.length && source[end] !== '`';
  return isLanguage ? { language: source.slice(begin, end), next: end } : { next: begin };
}

/** One line break counts as one, also where it is written with two different characters. */
export function skipLineBreak(source: string, position: number): number {
  const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';
  const first = source[position];
  if (!isBreak(first)) return position;
  const second = source[position + 1];
  return isBreak(second) && second !== first ? position + 2 : position + 1;
}

/** The `(url)` at a position, backslashes taken away; undefined where there is no bracket. */
export function readUrl(
  source: string,
  position: number,
): { readonly url: string; readonly next: number } | { readonly error: string } | undefined {
  if (source[position] !== '(') return undefined;
  const begin = position + 1;
  let url = '';
  let next = begin;
  while (next < source.length && source[next] !== ')') {
    const code = source.charCodeAt(next + 1);
    if (source[next] === '\\' && code > 0 && code <= 126) next++;
    url += source[next];
    next++;
  }
  if (source[next] !== ')') {
    return { error: `Can't find end of a URL at byte offset ${bytesBefore(source, begin)}` };
  }
  return { url, next: next + 1 };
}

export function reserved(char: string): string {
  return `Character '${char}' is reserved and must be escaped with the preceding '\\'`;
}
