import { personIn } from './person-names.ts';

/** What a byline opens with; it is no part of the name. */
const OPENERS =
  /^[\s|—–-]*(?:(?:news\s+|video\s+|opinion\s+|guest\s+|an?\s+)?(?:analysis|article|report(?:ing)?|story|text|words|written|posted|authored|compiled|edited|commentary|review|essay|op-ed|interview|published|presented)\s+by|by|von|par|por|door|di|av|текст|автор|authors?:|autor(?:in|es)?:|auteur\s*:|reporter:)(?=[\s:|])[\s:|]+/iu;

const CONNECTORS =
  /\s*[,;|·•/]\s*(?:(?:and|und|et|y|e|&)\s+)?|\s+[—–-]+\s+|\s+(?:and|und|et|y|e|och|en|и|та|і|&|with)\s+/giu;

const NOBODY =
  /^(?:(?:site\s+|web\s+)?admin(?:istrator)?|(?:our\s+)?staff(?:\s+(?:reports?|writers?))?|editor(?:s|ial)?|(?:news|web|online)\s?desk|guest|author|unknown|anonymous|webmaster|root|user|n\/a|none|null|undefined|redacción|redaktion|la rédaction|редакция)$/iu;

/** Agencies whose name is the byline where no reporter is named. */
const AGENCY =
  /^(?:the\s+)?(?:(?:australian\s+)?associated press|ap|reuters|thomson reuters|afp|agence france-presse|dpa|efe|ansa|pa media|press association|upi|united press international|bloomberg news|xinhua|tass|interfax|ria novosti|kyodo(?: news)?|yonhap|pti|ani|ians|aap|(?:the )?canadian press|europa press|укринформ|тасс|риа новости)$/iu;

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<!\S)@\w+|\S+\.(?:com|org|net|co\.\w\w)\b\S*/giu;

type Part = { readonly name: string; readonly connector: string };

const CONNECTING_WORD = /^\s*(?:and|und|et|y|e|och|en|и|та|і|&)\s*$/iu;

/** Names that were parted keep the word between the last two of them. */
function joined(parts: readonly Part[]): string | undefined {
  const seen = new Set<string>();
  const distinct = parts.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
  const last = distinct.at(-1);
  if (last === undefined) return undefined;
  if (distinct.length === 1) return last.name;
  const word = CONNECTING_WORD.test(last.connector) ? ` ${last.connector.trim()} ` : ', ';
  const before = distinct.slice(0, -1).map(({ name }) => name);
  return `${before.join(', ')}${word}${last.name}`;
}

/** Others who worked on a story: what follows names none of its writers. */
const OTHERS =
  /[\s|;,]+(?:(?:medically\s+)?reviewed|edited|photos?|photographs?|photography|illustrat\w*|translated|video|graphics?|fact-checked)\s+by\b.*$/iu;

/** `Fri Jun 07, 2013`: names of months are names of people too, but for the number behind them. */
const DATE =
  /(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+\d{4})?/giu;

/** `10/ 5/11 09:19 PM ET`, and all behind it. */
const CLOCK_DATE = /\s\d{1,2}\/\s?\d{1,2}\/\d{2,4}\b.*$/u;

function bare(raw: string): string {
  let text = raw.replace(ADDRESS, ' ').replace(/\s+/g, ' ').trim();
  while (OPENERS.test(text)) text = text.replace(OPENERS, '');
  return text
    .replace(OTHERS, '')
    .replace(DATE, ' | ')
    .replace(CLOCK_DATE, ' | ')
    .replace(/\((?:\p{Lu}\.){1,3}\)\s*/gu, '')
    .replace(/\([^)]*\)?/g, ' | ')
    .replace(/[\s,;:|]+$/u, '')
    .trim();
}

function partsOf(text: string): readonly { readonly words: string; readonly connector: string }[] {
  const parts: { words: string; connector: string }[] = [];
  let start = 0;
  let connector = '';
  for (const match of text.matchAll(CONNECTORS)) {
    parts.push({ words: text.slice(start, match.index), connector });
    connector = match[0];
    start = match.index + match[0].length;
  }
  return [...parts, { words: text.slice(start), connector }];
}

/** Agencies behind a name that no comma parts from it: `ADA LIND ASSOCIATED PRESS`. */
const AGENCY_BEHIND =
  /(?<=\S\s+\S+)\s+(?:(?:(?:[Tt]he|THE)\s+)?(?:Associated Press|ASSOCIATED PRESS)|Agence France-Presse|Reuters|REUTERS|AFP|AP|UPI)(?:\s.*)?$/u;

/** The persons of a byline, without "By", offices, papers, places and addresses: `Jane Doe and Ali Roe`. */
export function personsOf(raw: string, options: { readonly single?: boolean } = {}): string | undefined {
  const text = bare(raw);
  // A dash at its end makes it a dateline.
  if (text.length > 240 || NOBODY.test(text) || /[!?<>{}]|[–—-]$/u.test(text)) return undefined;
  if (AGENCY.test(text)) return undefined;
  const parts: Part[] = [];
  let isBehindOffice = false;
  for (const { words, connector } of partsOf(text.replace(AGENCY_BEHIND, '').replace(/[\s,;|–—-]+$/u, ''))) {
    const name = NOBODY.test(words) ? undefined : personIn(words, options);
    isBehindOffice = name === undefined || (isBehindOffice && /^\s*,\s*$/.test(connector));
    if (name !== undefined && !isBehindOffice) parts.push({ name, connector });
  }
  return joined(parts);
}

/** The agency that a byline names in place of a person: `Associated Press`. */
export function agencyOf(raw: string): string | undefined {
  const [first = ''] = bare(raw).split(/\s*[,|/]\s*|\s+in\s+/u);
  return AGENCY.test(first) ? first : undefined;
}

/** Who wrote it, as a byline says; undefined when nobody is named, as in an address, "admin" or a paper's name. */
export function cleanByline(raw: string): string | undefined {
  return personsOf(raw) ?? agencyOf(raw);
}

const OPENED =
  /^[\s—–-]*(?:by|von|par|por|di|(?:analysis|article|words|written|text|story|report|posted)\s+by|автор:?|текст:?)[\s:]+(?<rest>(?:the\s+)?\p{Lu}.*)$/isu;

/** The names of a line that is a byline and nothing else, such as `By Jane Doe, Staff Writer`. */
export function bylineOfLine(line: string): string | undefined {
  if (line.length > 160 || /[.!?]["”]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(line)) return undefined;
  const rest = OPENED.exec(line)?.groups?.['rest'];
  if (rest === undefined || (/[.]$/.test(line) && line.split(/\s+/).length > 6)) return undefined;
  const [first] = partsOf(bare(line));
  if (first === undefined || (personIn(first.words) ?? agencyOf(first.words)) === undefined) return undefined;
  return cleanByline(line);
}

/** Credits that agencies put under a story: `(Reporting by Jane Doe; Editing by Ali Roe)`. */
export function isSignOff(line: string): boolean {
  return (
    line.length <= 400 &&
    /^[([]?\s*(?:(?:additional |further )?(?:reporting|writing|editing|translation|compiled|graphics?|video|story) by\b|with (?:inputs?|files|reporting) from\b|with (?:\p{Lu}{2,5}|agency) inputs)/iu.test(
      line,
    )
  );
}
