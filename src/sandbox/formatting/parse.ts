import type { Parsed } from './entity.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';

const PARSERS: Record<string, (source: string) => Parsed> = {
  html: parseHtml,
  markdownv2: parseMarkdownV2,
  markdown: parseMarkdown,
};

/** The parser of a `parse_mode`, in any case; undefined for an unknown one. */
export function parserOf(parseMode: string): ((source: string) => Parsed) | undefined {
  const name = parseMode.toLowerCase();
  return Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
}
