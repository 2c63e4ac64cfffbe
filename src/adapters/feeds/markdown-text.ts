import { known } from './page-data.ts';
import { webAddress } from './page-document.ts';

/** A Markdown article as plain text, with what its front matter and headings say. */
export type MarkdownParts = {
  readonly text: string;
  readonly title?: string;
  readonly publishedAt?: string;
  readonly byline?: string;
  readonly url?: string;
  readonly image?: { readonly url: string; readonly caption?: string };
};

const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\n(?<fields>[\s\S]*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;

function fieldsOf(frontMatter: string): ReadonlyMap<string, string> {
  const lines = frontMatter.matchAll(/^(?<name>[\w-]+)\s*:\s*(?<value>.+)$/gm);
  return new Map(
    [...lines].map(({ groups }) => [
      groups?.['name']?.toLowerCase() ?? '',
      (groups?.['value'] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
}

/** Marks of CommonMark that carry no words, each with what stands for it in plain text. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[^\S\n]*(?:```|~~~).*$/gm, ''],
  [/^[^\S\n]*(?:[-*_][^\S\n]*){3,}$/gm, ''],
  [/<!--[\s\S]*?-->/g, ''],
  [/^[^\S\n]*#{1,6}[^\S\n]+(.*?)[^\S\n]*#*$/gm, '\n$1\n'],
  [/^(.+)\n[^\S\n]*(?:=+|-{2,})[^\S\n]*$/gm, '$1\n'],
  [/!\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, ''],
  [/\[([^\]]+)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1'],
  [/\[([^\]]+)\]\[[^\]]*\]/g, '$1'],
  [/^\[[^\]]+\]:\s+\S+.*$/gm, ''],
  [/<((?:https?:\/\/|mailto:)[^>\s]+)>/g, '$1'],
  [/^[^\S\n]*>[^\S\n]?/gm, ''],
  [/^[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]+/gm, '• '],
  [/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2'],
  [/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}*_])/gu, '$2'],
  [/`([^`\n]+)`/g, '$1'],
  [/\\([\\`*_{}[\]()#+.!>-])/g, '$1'],
];

/** Reads what newsrooms write of Markdown; the title is the front matter's, else the first heading of level one. */
export function markdownParts(source: string): MarkdownParts {
  const frontMatter = FRONT_MATTER.exec(source);
  const fields = fieldsOf(frontMatter?.groups?.['fields'] ?? '');
  const unix = source.slice(frontMatter?.[0].length ?? 0).replace(/\r\n?/g, '\n');
  const heading =
    /^[^\S\n]*#[^\S\n]+(?<words>.*?)[^\S\n]*#*$/m.exec(unix) ?? /^(?<words>\S.*)\n=+[^\S\n]*$/m.exec(unix);
  const picture = /!\[(?<caption>[^\]]*)\]\((?<address>[^)\s]+)/.exec(unix)?.groups;
  const pictureUrl = webAddress(picture?.['address']);
  const body = heading === null ? unix : unix.replace(heading[0], '');
  const marked = MARKS.reduce((text, [mark, plain]) => text.replace(mark, plain), body);
  return {
    text: marked.replace(/\n{3,}/g, '\n\n').trim(),
    ...known({
      title: fields.get('title') ?? heading?.groups?.['words']?.replace(/[*_`]/g, ''),
      publishedAt: fields.get('date') ?? fields.get('published'),
      byline: fields.get('author') ?? fields.get('byline'),
      url: webAddress(fields.get('url') ?? fields.get('link') ?? fields.get('canonical')),
      image:
        pictureUrl === undefined
          ? undefined
          : { url: pictureUrl, ...known({ caption: picture?.['caption'] || undefined }) },
    }),
  };
}
