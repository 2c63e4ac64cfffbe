import { bytesBefore, isSpace } from './bytes.ts';
import { compareEntities, type Entity, type Parsed } from './entity.ts';
import { type Attributes, readStartTag } from './html-start-tag.ts';
import { plainTag, readReference } from './html-tags.ts';
import { checkLink, checkTimeFormat, isLong, isUnixTime, mentionedUser } from './links.ts';

type OpenTag = { readonly name: string; readonly attributes: Attributes; readonly offset: number };

type Reading = {
  readonly source: string;
  position: number;
  text: string;
  readonly open: OpenTag[];
  readonly entities: Entity[];
  /** The language of a `<code>` that may turn out to stand in a `<pre>`, by entity. */
  readonly languages: Map<Entity, string>;
};

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Reads `parse_mode: HTML`. Errors carry UTF-8 byte offsets in the source. */
export function parseHtml(source: string): Parsed {
  const reading: Reading = {
    source,
    position: 0,
    text: '',
    open: [],
    entities: [],
    languages: new Map(),
  };
  while (reading.position < source.length) {
    const error = step(reading);
    if (error !== undefined) return { error };
  }
  const unclosed = reading.open.at(-1);
  if (unclosed !== undefined) {
    return { error: `Can't find end tag corresponding to start tag "${unclosed.name}"` };
  }
  if (LONE_SURROGATE.test(reading.text)) {
    return {
      error:
        'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    };
  }
  return { text: reading.text, entities: reading.entities.sort(compareEntities) };
}

/** Up to the next mark, or the mark; answers the error where there is one. */
function step(reading: Reading): string | undefined {
  const { source, position } = reading;
  const char = source[position];
  if (char === '<') return source[position + 1] === '/' ? endTag(reading) : startTag(reading);
  const reference = char === '&' ? readReference(source, position) : undefined;
  if (reference !== undefined) {
    reading.text += String.fromCodePoint(reference.code);
    reading.position = reference.next;
    return undefined;
  }
  const next = source.slice(position + 1).search(/[<&]/);
  const end = next < 0 ? source.length : position + 1 + next;
  reading.text += source.slice(position, end);
  reading.position = end;
  return undefined;
}

function startTag(reading: Reading): string | undefined {
  const tag = readStartTag(reading.source, reading.position);
  if ('error' in tag) return tag.error;
  reading.open.push({ name: tag.name, attributes: tag.attributes, offset: reading.text.length });
  reading.position = tag.next;
  return undefined;
}

function endTag(reading: Reading): string | undefined {
  const { source, position } = reading;
  const at = (): number => bytesBefore(source, position);
  const tag = reading.open.at(-1);
  if (tag === undefined) return `Unexpected end tag at byte offset ${at()}`;
  let end = position + 2;
  while (!isSpace(source.charAt(end)) && source[end] !== '>') end++;
  const name = source.slice(position + 2, end).toLowerCase();
  while (end < source.length && isSpace(source.charAt(end))) end++;
  if (source[end] !== '>') return `Unclosed end tag at byte offset ${at()}`;
  if (name !== '' && name !== tag.name) {
    return `Unmatched end tag at byte offset ${at()}, expected "</${tag.name}>", found "</${name}>"`;
  }
  reading.open.pop();
  reading.position = end + 1;
  return reading.text.length > tag.offset ? close(reading, tag) : undefined;
}

function close(reading: Reading, tag: OpenTag): string | undefined {
  const span = { offset: tag.offset, length: reading.text.length - tag.offset };
  const plain = plainTag(tag.name);
  if (plain !== undefined) {
    reading.entities.push({ type: plain, ...span });
    return undefined;
  }
  const entity = WITH_DATA[tag.name]?.(span, tag.attributes, reading);
  if (entity === undefined) return undefined;
  if ('error' in entity) return entity.error;
  reading.entities.push(entity);
  return undefined;
}

type SpanOf = { readonly offset: number; readonly length: number };
type Closed = Entity | { readonly error: string } | undefined;

/** What a tag with data becomes; undefined where it becomes nothing, or changed the entity before it. */
const WITH_DATA: Record<string, (span: SpanOf, attributes: Attributes, reading: Reading) => Closed> = {
  a: (span, attributes, reading) => {
    const given = attributes.get('href') ?? '';
    const link = given === '' ? reading.text.slice(span.offset) : given;
    const user = mentionedUser(link);
    if (user !== undefined) return { type: 'text_mention', ...span, user_id: user };
    const url = checkLink(link);
    return url === undefined ? undefined : { type: 'text_link', ...span, url };
  },
  pre: (span, _, reading) => {
    const inner = sameSpan(reading, span, 'code');
    const language = inner === undefined ? undefined : reading.languages.get(inner);
    if (inner === undefined || language === undefined) return { type: 'pre', ...span };
    inner.type = 'pre';
    inner.language = language;
    return undefined;
  },
  code: (span, attributes, reading) => {
    const named = attributes.get('class') ?? '';
    const language = named.startsWith('language-') ? named.slice(9) : '';
    const inner = sameSpan(reading, span, 'pre');
    if (inner !== undefined && inner.language === undefined && language !== '') {
      inner.language = language;
      return undefined;
    }
    const entity: Entity = { type: 'code', ...span };
    if (language !== '') reading.languages.set(entity, language);
    return entity;
  },
  blockquote: (span, attributes) => ({
    type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
    ...span,
  }),
  'tg-emoji': (span, attributes) => {
    const id = attributes.get('emoji-id') ?? '';
    if (!isLong(id)) return { error: 'Invalid custom emoji identifier specified' };
    return { type: 'custom_emoji', ...span, custom_emoji_id: id };
  },
  'tg-time': (span, attributes) => {
    const unix = attributes.get('unix') ?? '';
    if (!isUnixTime(unix)) return { error: 'Invalid date specified' };
    const format = checkTimeFormat(attributes.get('format') ?? '');
    if (format === undefined) return { error: 'Invalid date format used' };
    return {
      type: 'date_time',
      ...span,
      unix_time: Number(unix),
      ...(format && { date_time_format: format }),
    };
  },
};

/** The entity closed just before, where it covers the same text. */
function sameSpan(reading: Reading, span: SpanOf, type: 'code' | 'pre'): Entity | undefined {
  const last = reading.entities.at(-1);
  return last?.type === type && last.offset === span.offset && last.length === span.length ? last : undefined;
}
