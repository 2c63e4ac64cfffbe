import { outsideCdata, withoutDoctype } from './xml-scan.ts';

/** A feed's text as it may be parsed, and what was wrong with it. */
export type Repaired = { readonly text: string; readonly repairs: readonly string[] };

const ROOT = /<(?:\?xml|rss|feed|(?:\w+:)?RDF|channel)\b/i;

/** Everything that XML 1.0 forbids in a document, but tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ITEM_END = /<\/(?:item|entry)\s{0,20}>/gi;
const ROOT_START = /<(?<root>rss|feed|(?:\w+:)?RDF)\b/i;
const ROOT_END = /<\/(?:rss|feed|(?:\w+:)?RDF)\s*>/i;

/** The whole items of a text that breaks off, with their root closed; the text itself where it has no root. */
function closeAfterLastItem(text: string): string {
  const root = ROOT_START.exec(text)?.groups?.['root'];
  if (root === undefined) return text;
  const last = [...text.matchAll(ITEM_END)].at(-1);
  const kept =
    last === undefined
      ? text.slice(0, Math.max(text.search(/<(?:item|entry)\b/i), 0))
      : text.slice(0, last.index + last[0].length);
  return kept === '' ? text : `${kept}${root.toLowerCase() === 'rss' ? '</channel>' : ''}</${root}>`;
}

function fromRoot(text: string): string {
  const start = text.search(ROOT);
  return start > 0 ? text.slice(start) : text;
}

function toRootEnd(text: string): string {
  const end = ROOT_END.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}

const ITEM_TAG = /<(?<end>\/?)(?<name>item|entry)(?=[\s>])[^<>]{0,2000}>/gi;

/** Closes each item before the next begins. */
function closeOpenItems(text: string): string {
  let isOpen = false;
  return outsideCdata(text, (piece) =>
    piece.replace(ITEM_TAG, (tag, end: string, name: string) => {
      const isLeftOpen = end === '' && isOpen;
      isOpen = end === '';
      return isLeftOpen ? `</${name}>${tag}` : tag;
    }),
  );
}

type Repair = { readonly finds: string; readonly apply: (text: string) => string };

const REPAIRS: readonly Repair[] = [
  { finds: 'has characters that XML forbids', apply: (text) => text.replace(FORBIDDEN, '') },
  { finds: 'has other text before it', apply: fromRoot },
  {
    finds: 'defines entities, which are left out',
    apply: withoutDoctype,
  },
  { finds: 'has other text after it', apply: toRootEnd },
  { finds: 'leaves items open', apply: closeOpenItems },
  {
    finds: 'breaks off before its end',
    apply: (text) => (ROOT_END.test(text) ? text : closeAfterLastItem(text)),
  },
];

/**
 * Makes of an ill-formed feed one that can be parsed: cuts off what stands before it (a warning of the server's) and
 * after it, its document type with its entities, forbidden characters, and the item in which it breaks off.
 */
export function repairFeed(raw: string): Repaired {
  let text = raw.trim();
  const repairs: string[] = [];
  for (const { finds, apply } of REPAIRS) {
    const mended = apply(text);
    if (mended.length !== text.length) repairs.push(finds);
    text = mended;
  }
  return { text, repairs };
}

/** Whether a text is a web page, as comes in place of a feed that has moved behind a login. */
export function isWebPage(text: string): boolean {
  const head = text.slice(0, 3000);
  return /<!doctype html|<html[\s>]|<body[\s>]/i.test(head) && !/<(?:rss|feed|(?:\w+:)?RDF)[\s>]/i.test(text);
}
