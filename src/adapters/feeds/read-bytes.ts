import type { CleanArticle } from '../../domain/article/article.ts';
import { decodeText } from './decode.ts';
import { known } from './page-data.ts';
import { readPage, readText } from './read-page.ts';
import { UnreadablePage } from './unreadable-page.ts';

/** What was read from a file or an answer: an article, or a sentence that says why there is none. */
export type BytesReading =
  /** `isMarkup`: its text was read out of HTML or Markdown, and is not the file's own. */
  | { readonly kind: 'article'; readonly article: CleanArticle; readonly isMarkup: boolean }
  | { readonly kind: 'refused'; readonly sentence: string };

export type BytesHint = {
  /** How people call it: a file's name, an address, "standard input". */
  readonly name: string;
  readonly contentType?: string;
  /** Where it came from, when it came from the web. */
  readonly url?: string;
};

/** A text of an article is never longer, in bytes; a page may be, for its furniture. */
export const MOST_TEXT_BYTES: number = 1024 * 1024;
const MOST_PAGE_BYTES = 8 * MOST_TEXT_BYTES;

type Kind = 'page' | 'markdown' | 'text';

const KINDS: readonly (readonly [RegExp, RegExp, Kind])[] = [
  [/\.(?:x?html?|htm)$/i, /html/i, 'page'],
  [/\.(?:md|markdown)$/i, /markdown/i, 'markdown'],
];

function kindOf({ name, contentType }: BytesHint, text: string): Kind {
  const told = KINDS.find(([byName, byType]) => byName.test(name) || byType.test(contentType ?? ''));
  if (told !== undefined) return told[2];
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(text) ? 'page' : 'text';
}

/** Bytes that are no text: with zeros or other control characters in their first thousands. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange > head.length / 100;
}

function tooLong({ name }: BytesHint, most: number): BytesReading {
  return {
    kind: 'refused',
    sentence: `${name} is longer than ${most / MOST_TEXT_BYTES} MiB: that is no article`,
  };
}

/** The article that `read` gives, or a sentence about why it has none to give. */
async function reading(
  { name }: BytesHint,
  isMarkup: boolean,
  read: () => Promise<CleanArticle>,
): Promise<BytesReading> {
  try {
    return { kind: 'article', article: await read(), isMarkup };
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    return { kind: 'refused', sentence: `${name} cannot be used. ${error.message}` };
  }
}

/** An article from the bytes of an HTML, Markdown or plain text file. Never throws for what is in them. */
export async function readBytes(bytes: Uint8Array, hint: BytesHint): Promise<BytesReading> {
  if (bytes.length > MOST_PAGE_BYTES) return tooLong(hint, MOST_PAGE_BYTES);
  const text = decodeText(bytes, { contentType: hint.contentType, kind: 'text' }).replace(/^\uFEFF/, '');
  const kind = kindOf(hint, text);
  if (kind !== 'page' && bytes.length > MOST_TEXT_BYTES) return tooLong(hint, MOST_TEXT_BYTES);
  if (text.trim() === '') return { kind: 'refused', sentence: `${hint.name} is empty` };
  if (isBinary(text))
    return { kind: 'refused', sentence: `${hint.name} is not a text: it holds binary data` };
  return kind === 'page' ? readPageBytes(bytes, hint) : readWords(kind, text, hint);
}

function readPageBytes(bytes: Uint8Array, hint: BytesHint): Promise<BytesReading> {
  const { contentType, url } = hint;
  return reading(hint, true, () => readPage(decodeText(bytes, { contentType, kind: 'html' }), url));
}

async function readWords(kind: Exclude<Kind, 'page'>, text: string, hint: BytesHint): Promise<BytesReading> {
  const found = await reading(hint, kind === 'markdown', () =>
    readText({ kind, text, ...known({ url: hint.url }) }),
  );
  if (found.kind === 'refused' || found.article.paragraphs.length > 0) return found;
  return {
    kind: 'refused',
    sentence: `${hint.name} holds no story: nothing is left when headline and notices are taken out`,
  };
}
