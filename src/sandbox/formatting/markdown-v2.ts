import { bytesBefore } from './bytes.ts';
import { compareEntities, type Entity, type Parsed } from './entity.ts';
import { checkLink, mentionedUser, readInlineObject } from './links.ts';
import { type Mark, readBlockOpening, readOpening, readUrl, reserved } from './markdown-v2-marks.ts';

type Open = {
  readonly mark: Mark;
  /** Where its mark begins in the source. */
  readonly begin: number;
  /** Where its text begins in the result. */
  readonly offset: number;
  readonly language?: string;
};

type Reading = {
  readonly source: string;
  position: number;
  text: string;
  readonly open: Open[];
  readonly entities: Entity[];
  inQuote: boolean;
  /** Only marks and carriage returns stand between here and the beginning of the line. */
  atLineStart: boolean;
};

const ENTITY_NAMES: Record<Mark, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  preCode: 'PreCode',
  link: 'TextUrl',
  object: 'CustomEmoji',
  quote: 'BlockQuote',
};

/** Reads `parse_mode: MarkdownV2`. Errors carry UTF-8 byte offsets in the source. */
export function parseMarkdownV2(source: string): Parsed {
  const reading: Reading = {
    source,
    position: 0,
    text: '',
    open: [],
    entities: [],
    inQuote: false,
    atLineStart: true,
  };
  while (reading.position < source.length) {
    const error = step(reading);
    if (error !== undefined) return { error };
  }
  const error = finish(reading);
  if (error !== undefined) return { error };
  return { text: reading.text, entities: reading.entities.sort(compareEntities) };
}

const IN_CODE = /[`\\]/;
const OUTSIDE = /[_*[\]()~`>#+\-=|{}.!\n\\\r]/;

/** Takes one mark, one escaped character or a run of plain text; answers the error where there is one. */
function step(reading: Reading): string | undefined {
  const { source, position } = reading;
  const char = source.charAt(position);
  if (char === '\\' && isEscapable(source, position + 1)) {
    const escaped = source.charAt(position + 1);
    reading.text += escaped;
    reading.position += 2;
    if (escaped !== '\r') reading.atLineStart = escaped === '\n';
    return undefined;
  }
  const top = reading.open.at(-1)?.mark;
  const inCode = top === 'code' || top === 'pre' || top === 'preCode';
  if (char === '\\' || char === '\r' || !(inCode ? IN_CODE : OUTSIDE).test(char)) {
    plainRun(reading, inCode);
    return undefined;
  }
  return closes(reading, top, char) ? close(reading, char) : open(reading, char);
}

function isEscapable(source: string, position: number): boolean {
  const code = source.charCodeAt(position);
  return code > 0 && code <= 126;
}

function plainRun(reading: Reading, inCode: boolean): void {
  const { source, position } = reading;
  const found = source.slice(position + 1).search(inCode ? IN_CODE : OUTSIDE);
  const end = found < 0 ? source.length : position + 1 + found;
  const run = source.slice(position, end);
  reading.text += run;
  reading.position = end;
  if (run !== '\r') reading.atLineStart = false;
}

function closes({ source, position, inQuote }: Reading, top: Mark | undefined, char: string): boolean {
  if (top === undefined) return false;
  const next = source[position + 1];
  if (inQuote && char === '\n' && next !== '>') return true;
  switch (top) {
    case 'bold':
      return char === '*';
    case 'italic':
      return char === '_' && next !== '_';
    case 'underline':
      return char === '_' && next === '_';
    case 'strikethrough':
      return char === '~';
    case 'spoiler':
      return char === '|' && next === '|';
    case 'code':
      return char === '`';
    case 'pre':
    case 'preCode':
      return source.startsWith('```', position);
    case 'link':
    case 'object':
      return char === ']';
    case 'quote':
      return false;
  }
}

function open(reading: Reading, char: string): string | undefined {
  const { source, position } = reading;
  if (char === '\n') {
    reading.text += '\n';
    reading.atLineStart = true;
    reading.position += 1;
    return undefined;
  }
  if (char === '>') return openQuote(reading);
  const opening = source.startsWith('```', position)
    ? readBlockOpening(source, position)
    : readOpening(source, position);
  if (opening === undefined) return reserved(char);
  reading.open.push({
    mark: opening.mark,
    begin: position,
    offset: reading.text.length,
    ...(opening.language === undefined ? {} : { language: opening.language }),
  });
  reading.position = opening.next;
  return undefined;
}

/** Within a quote the sign goes on with it, also where it is written twice. */
function openQuote(reading: Reading): string | undefined {
  if (!reading.atLineStart) return reserved('>');
  if (!reading.inQuote) {
    reading.inQuote = true;
    reading.open.push({ mark: 'quote', begin: reading.position, offset: reading.text.length });
  }
  reading.position += 1;
  return undefined;
}

function noEnd(reading: Reading, top: Open): string {
  return `Can't find end of ${ENTITY_NAMES[top.mark]} entity at byte offset ${bytesBefore(reading.source, top.begin)}`;
}

const CLOSING_LENGTH: Partial<Record<Mark, number>> = { underline: 2, spoiler: 2, pre: 3, preCode: 3 };

function close(reading: Reading, char: string): string | undefined {
  const top = reading.open.at(-1);
  if (top === undefined) return reserved(char);
  if (char === '\n') return closeQuote(reading, top);
  if (top.mark === 'link') return closeLink(reading, top);
  if (top.mark === 'object') return closeObject(reading, top);
  reading.open.pop();
  reading.position += CLOSING_LENGTH[top.mark] ?? 1;
  const span = { offset: top.offset, length: reading.text.length - top.offset };
  if (span.length === 0) return undefined;
  if (top.mark === 'preCode') {
    reading.entities.push({ type: 'pre', ...span, language: top.language ?? '' });
  } else if (top.mark !== 'quote') {
    reading.entities.push({ type: top.mark, ...span });
  }
  return undefined;
}

/** A spoiler mark that stands last in a quote is none: it makes the quote expandable. */
function isExpander(reading: Reading, top: Open, end: number): boolean {
  return (
    top.mark === 'spoiler' &&
    (top.begin === end - 2 || (top.begin === end - 3 && reading.text.endsWith('\r')))
  );
}

/** The line break belongs to the quote it ends. */
function closeQuote(reading: Reading, last: Open): string | undefined {
  const expands = isExpander(reading, last, reading.position);
  if (last.mark !== 'quote' && !expands) return noEnd(reading, last);
  if (expands) reading.open.pop();
  const quote = reading.open.at(-1);
  if (quote?.mark !== 'quote') return noEnd(reading, quote ?? last);
  reading.open.pop();
  reading.text += '\n';
  reading.position += 1;
  reading.inQuote = false;
  reading.atLineStart = true;
  reading.entities.push({
    type: expands ? 'expandable_blockquote' : 'blockquote',
    offset: quote.offset,
    length: reading.text.length - quote.offset,
  });
  return undefined;
}

function closeLink(reading: Reading, top: Open): string | undefined {
  const words = reading.text.slice(top.offset);
  const url = readUrl(reading.source, reading.position + 1);
  if (url !== undefined && 'error' in url) return url.error;
  reading.open.pop();
  reading.position = url?.next ?? reading.position + 1;
  if (words === '') return undefined;
  const span = { offset: top.offset, length: words.length };
  const target = url?.url ?? words;
  const user = mentionedUser(target);
  const link = user === undefined ? checkLink(target) : undefined;
  if (user !== undefined) reading.entities.push({ type: 'text_mention', ...span, user_id: user });
  if (link !== undefined) reading.entities.push({ type: 'text_link', ...span, url: link });
  return undefined;
}

function closeObject(reading: Reading, top: Open): string | undefined {
  const url = readUrl(reading.source, reading.position + 1);
  if (url === undefined) return 'The entity must contain a tg://emoji or tg://time URL';
  if ('error' in url) return url.error;
  const object = readInlineObject(url.url);
  if ('error' in object) return object.error;
  reading.open.pop();
  reading.position = url.next;
  const length = reading.text.length - top.offset;
  if (length > 0) reading.entities.push({ offset: top.offset, length, ...object });
  return undefined;
}

/** A quote may end with the text; nothing else may. */
function finish(reading: Reading): string | undefined {
  const last = reading.open.at(-1);
  if (last === undefined) return undefined;
  if (!reading.inQuote) return noEnd(reading, last);
  const expands = last.mark === 'spoiler' && last.begin === reading.source.length - 2;
  if (expands) reading.open.pop();
  const quote = reading.open.pop();
  if (quote?.mark !== 'quote') return noEnd(reading, quote ?? last);
  const length = reading.text.length - quote.offset;
  if (length > 0) {
    const type = expands ? 'expandable_blockquote' : 'blockquote';
    reading.entities.push({ type, offset: quote.offset, length });
  }
  const around = reading.open.at(-1);
  return around === undefined ? undefined : noEnd(reading, around);
}
