import { bytesBefore, isSpace } from './bytes.ts';
import { isTag, readReference } from './html-tags.ts';

export type Attributes = ReadonlyMap<string, string>;

type StartTag = { readonly name: string; readonly attributes: Attributes; readonly next: number };
type Failure = { readonly error: string };

/** Reads the tag whose `<` is at `begin`; `next` is the first position after its `>`. */
export function readStartTag(source: string, begin: number): StartTag | Failure {
  const at = (): string => ` at byte offset ${bytesBefore(source, begin)}`;
  let position = begin + 1;
  while (!isSpace(source.charAt(position)) && source[position] !== '>') position++;
  if (atEnd(source, position)) return { error: `Unclosed start tag${at()}` };
  const name = source.slice(begin + 1, position).toLowerCase();
  if (!isTag(name)) return { error: `Unsupported start tag "${name}"${at()}` };
  const attributes = new Map<string, string>();
  while (source[position] !== '>') {
    position = skipSpace(source, position);
    if (source[position] === '>') break;
    const read = readAttribute(source, position, name);
    if ('error' in read) return { error: read.error + (read.here ?? at()) };
    keep(attributes, name, read);
    position = read.next;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    return { error: `Tag "span" must have class "tg-spoiler"${at()}` };
  }
  return { name, attributes, next: position + 1 };
}

/** A class of another kind is not looked at, wherever it stands. */
function keep(attributes: Map<string, string>, tag: string, { name, value }: Attribute): void {
  const prefix = tag === 'span' ? 'tg-' : 'language-';
  if (name !== 'class' || value.startsWith(prefix)) attributes.set(name, value);
}

/** The parser this follows ends its text with a zero, and takes any zero for the end. */
function atEnd(source: string, position: number): boolean {
  return position >= source.length || source[position] === '\0';
}

function skipSpace(source: string, position: number): number {
  let next = position;
  while (!atEnd(source, next) && isSpace(source.charAt(next))) next++;
  return next;
}

type Attribute = { readonly name: string; readonly value: string; readonly next: number };
/** `here` replaces the offset of the tag. */
type AttributeFailure = { readonly error: string; readonly here?: string };

function readAttribute(source: string, begin: number, tag: string): Attribute | AttributeFailure {
  let position = begin;
  while (!isSpace(source.charAt(position)) && !'=>/"\''.includes(source.charAt(position))) position++;
  const name = source.slice(begin, position);
  if (name === '') return { error: `Empty attribute name in the tag "${tag}"` };
  position = skipSpace(source, position);
  if (source[position] !== '=') {
    return atEnd(source, position)
      ? { error: `Unclosed start tag "${tag}"` }
      : { name, value: '', next: position };
  }
  position = skipSpace(source, position + 1);
  if (atEnd(source, position)) return { error: `Unclosed start tag "${tag}"` };
  const value = '\'"'.includes(source.charAt(position))
    ? readLiteral(source, position)
    : readToken(source, position);
  return 'error' in value ? value : { name, ...value };
}

type Value = { readonly value: string; readonly next: number };

/** Letters, digits, full stops and hyphens, in any case. */
function readToken(source: string, begin: number): Value | AttributeFailure {
  let next = begin;
  while (/[a-z0-9.-]/i.test(source.charAt(next))) next++;
  if (!isSpace(source.charAt(next)) && source[next] !== '>') {
    return {
      error: 'Unexpected end of name token',
      here: ` at byte offset ${bytesBefore(source, begin)}`,
    };
  }
  if (atEnd(source, next)) return { error: 'Unclosed start tag' };
  return { value: source.slice(begin, next).toLowerCase(), next };
}

function readLiteral(source: string, begin: number): Value | AttributeFailure {
  const mark = source[begin];
  let value = '';
  let position = begin + 1;
  while (!atEnd(source, position) && source[position] !== mark) {
    const reference = source[position] === '&' ? readReference(source, position) : undefined;
    value += reference === undefined ? source[position] : String.fromCodePoint(reference.code);
    position = reference?.next ?? position + 1;
  }
  if (source[position] === mark) position++;
  return atEnd(source, position) ? { error: 'Unclosed start tag' } : { value, next: position };
}
