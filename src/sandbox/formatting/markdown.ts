import { bytesBefore } from './bytes.ts';
import { compareEntities, type Entity, type Parsed } from './entity.ts';
import { checkLink, mentionedUser } from './links.ts';
import { readLanguage, skipLineBreak } from './markdown-v2-marks.ts';

const PLAIN = /[^_*`[\\]+/y;

type Piece = { readonly text: string; readonly next: number; readonly entity?: Entity };

/** Reads `parse_mode: Markdown`, the legacy one: nothing nests, and a backslash escapes `_`, `*`, a backtick and `[` only. */
export function parseMarkdown(source: string): Parsed {
  const entities: Entity[] = [];
  let text = '';
  let position = 0;
  while (position < source.length) {
    const piece = readPiece(source, position, text.length);
    if ('error' in piece) return piece;
    text += piece.text;
    if (piece.entity !== undefined) entities.push(piece.entity);
    position = piece.next;
  }
  return { text, entities: entities.sort(compareEntities) };
}

function readPiece(source: string, position: number, offset: number): Piece | { readonly error: string } {
  PLAIN.lastIndex = position;
  const plain = PLAIN.exec(source)?.[0];
  if (plain !== undefined) return { text: plain, next: position + plain.length };
  const char = source.charAt(position);
  if (char !== '\\') return readMark(source, position, char, offset);
  const escaped = source.charAt(position + 1);
  return escaped !== '' && '_*`['.includes(escaped)
    ? { text: escaped, next: position + 2 }
    : { text: '\\', next: position + 1 };
}

function readMark(
  source: string,
  position: number,
  char: string,
  offset: number,
): Piece | { readonly error: string } {
  const isBlock = source.startsWith('```', position);
  const closing = isBlock ? '```' : char === '[' ? ']' : char;
  const block = isBlock ? readLanguage(source, position + 3) : { next: position + 1 };
  const begin = isBlock ? skipLineBreak(source, block.next) : block.next;
  const end = source.indexOf(closing, begin);
  if (end < 0) {
    return { error: `Can't find end of the entity starting at byte offset ${bytesBefore(source, position)}` };
  }
  const text = source.slice(begin, end);
  const span = { offset, length: text.length };
  if (char === '[') return readLink(source, text, end, span);
  const next = end + closing.length;
  if (text === '') return { text, next };
  if (!isBlock) return { text, next, entity: { type: PLAIN_TYPES[char] ?? 'code', ...span } };
  const language = block.language === undefined ? {} : { language: block.language };
  return { text, next, entity: { type: 'pre', ...span, ...language } };
}

const PLAIN_TYPES: Record<string, 'italic' | 'bold' | 'code'> = { _: 'italic', '*': 'bold', '`': 'code' };

/** Without `(url)` the words are the address; a bracket that nobody closes takes the rest of the text. */
function readLink(
  source: string,
  text: string,
  end: number,
  span: { offset: number; length: number },
): Piece {
  const hasUrl = text !== '' && source[end + 1] === '(';
  const close = hasUrl ? source.indexOf(')', end + 2) : -1;
  const urlEnd = close < 0 ? source.length : close;
  const next = hasUrl ? urlEnd + 1 : end + 1;
  if (text === '') return { text, next };
  const url = hasUrl ? source.slice(end + 2, urlEnd) : text;
  const user = mentionedUser(url);
  if (user !== undefined) return { text, next, entity: { type: 'text_mention', ...span, user_id: user } };
  const link = checkLink(url);
  if (link === undefined) return { text, next };
  return { text, next, entity: { type: 'text_link', ...span, url: link } };
}
