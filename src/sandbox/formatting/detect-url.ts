import type { Found } from './detect.ts';
import { isEmailAddress } from './email-address.ts';
import { checkAddress } from './url-address.ts';

export type FoundAddress = Found & { readonly type: 'url' | 'email' };

/** Punctuation has no place in an address, but for joiners and dashes; nor has any kind of space. */
const GENERAL = String.raw`\p{Z}\u2000-\u200b\u200e\u200f\u2016-\u206f`;
const DOMAIN = new RegExp(String.raw`[.a-zA-Z0-9_~-]|[^\u0000-\u00bf${GENERAL}]`, 'u');
const USER = new RegExp(String.raw`[^\n/[\]{}()'\x60<>"@«»${GENERAL}]`, 'u');
const PATH = new RegExp(String.raw`[^\n<>"«»${GENERAL}]*`, 'uy');
/** Letters of other scripts count, so that a scheme in them is found and thrown away. */
const SCHEME_SIGN = /[a-zA-Z0-9+-]|[^\p{ASCII}\p{Z}]/u;
const WORD_BEFORE = /[\p{L}\p{N}_/#@]$/u;
const LOOSE_END = /[.:;,('?!`]+$/;

/** Schemes by their end, with those that end alike and are others. */
const SCHEMES: readonly { readonly name: string; readonly not: readonly string[] }[] = [
  { name: 'http', not: ['shttp'] },
  { name: 'https', not: [] },
  { name: 'ftp', not: ['tftp', 'sftp'] },
  { name: 'tonsite', not: [] },
];

/** Walks to the left while the characters are of a kind. */
function walkBack(text: string, from: number, kind: RegExp, stop: number): number {
  let position = from;
  while (position > stop) {
    const step = isLowSurrogate(text.charCodeAt(position - 1)) && position - 1 > stop ? 2 : 1;
    if (!kind.test(text.slice(position - step, position))) break;
    position -= step;
  }
  return position;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

type Host = { readonly begin: number; readonly end: number; readonly hasAt: boolean };

/** The host round a full stop, with an `@` in it or behind it taken along. */
function hostRound(text: string, dot: number, stop: number): Host {
  let end = dot;
  let hasAt = false;
  while (end < text.length) {
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (char === '@') hasAt = true;
    else if (!DOMAIN.test(char)) break;
    end += char.length;
  }
  const begin = walkBack(text, dot, DOMAIN, stop);
  return { begin: hasAt ? walkBack(text, begin, USER, stop) : begin, end, hasAt };
}

/** A port from 1 to 65535; any number of zeros before it. */
function withPort(text: string, end: number): number {
  const port = /^:(0*)([1-9]\d*)/.exec(text.slice(end, end + 64));
  return port !== null && Number(port[2]) <= 65_535 ? end + port[0].length : end;
}

function withPath(text: string, end: number): number {
  const first = text[end];
  if (first === undefined || !'/?#'.includes(first)) return end;
  PATH.lastIndex = end + 1;
  const path = (PATH.exec(text)?.[0] ?? '').replace(LOOSE_END, '');
  return first === '/' || path !== '' ? end + 1 + path.length : end;
}

type Begin = { readonly begin: number; readonly isBad: boolean };

/** Takes `name:password@` along, where it stands before the host. */
function withUser(text: string, host: Host, stop: number): Begin {
  if (host.begin === stop || text[host.begin - 1] !== '@') return { begin: host.begin, isBad: false };
  const begin = walkBack(text, host.begin - 1, USER, stop);
  return { begin, isBad: host.hasAt || begin === host.begin - 1 };
}

/** Takes the scheme along; an address that follows a word, or an unknown scheme, is none. */
function withScheme(text: string, begin: number, stop: number): Begin {
  if (begin === stop) return { begin, isBad: false };
  if (begin - stop < 6 || !text.slice(stop, begin).endsWith('://')) {
    return { begin, isBad: WORD_BEFORE.test(text.slice(Math.max(stop, begin - 2), begin)) };
  }
  const start = walkBack(text, begin - 3, SCHEME_SIGN, stop);
  const scheme = text.slice(start, begin - 3).toLowerCase();
  const known = SCHEMES.find(({ name, not }) => scheme.endsWith(name) && !not.includes(scheme));
  return known === undefined
    ? { begin, isBad: true }
    : { begin: begin - 3 - known.name.length, isBad: false };
}

type Candidate = Found & { readonly isBad: boolean };

/** What looks like an address round the full stop at `dot`; nothing before `stop` belongs to it. */
function candidateAt(text: string, dot: number, stop: number): Candidate {
  const host = hostRound(text, dot, stop);
  let end = withPath(text, withPort(text, host.end));
  while (end > dot + 1 && text[end - 1] === '.') end--;
  const user = withUser(text, host, stop);
  const scheme = withScheme(text, user.begin, stop);
  return { begin: scheme.begin, end, isBad: user.isBad || scheme.isBad };
}

/** Where the search goes on: after a good address and its full stops, after the last full stop of a bad one. */
function nextStop(text: string, dot: number, { end, isBad }: Candidate): number {
  let next = end;
  if (isBad) while (next > dot + 1 && text[next - 1] !== '.') next--;
  else while (text[next] === '.') next++;
  return Math.max(next, dot + 1);
}

/** Addresses of pages and of e-mail, as Telegram finds them in a text. */
export function findUrls(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  let stop = 0;
  for (let dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length; dot = text.indexOf('.', stop)) {
    if (text[dot + 1] === ' ') {
      stop = dot + 2;
      continue;
    }
    const candidate = candidateAt(text, dot, stop);
    const address = candidate.isBad || candidate.end <= dot + 1 ? undefined : read(text, candidate);
    if (address !== undefined) found.push(address);
    stop = nextStop(text, dot, candidate);
  }
  return found;
}

function read(text: string, { begin, end }: Candidate): FoundAddress | undefined {
  const written = text.slice(begin, end);
  if (isEmailAddress(written)) return { type: 'email', begin, end };
  if (written.startsWith('mailto:') && isEmailAddress(written.slice(7))) {
    return { type: 'email', begin: begin + 7, end };
  }
  const length = checkAddress(written);
  return length === 0 ? undefined : { type: 'url', begin, end: begin + length };
}
