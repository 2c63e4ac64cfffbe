const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|da|dos|del|della|di|la|le|van|von|der|den|bin|al|el|ben)`;
const NAME = String.raw`(?:(?:the|staff|associated)\s+)?${NAME_WORD}(?:\s+${NAME_WORD}){0,4}`;
const NAMES = String.raw`${NAME}(?:(?:,\s*|\s*,?\s+(?:and|und|et|y|e|with)\s+|\s*&\s*)${NAME}){0,5}`;

/** What a byline opens with; it is no part of the name. */
const OPENERS =
  /^\s*(?:(?:news\s+|video\s+|opinion\s+|guest\s+|an?\s+)?(?:analysis|report(?:ing)?|story|text|words|written|posted|authored|compiled|edited|commentary|review|essay|op-ed|interview)\s+by|by|von|par|por|door|av|autor(?:in)?:|author:|reporter:)[\s:]+/iu;

const TRAILERS: readonly RegExp[] = [
  /\s*(?:\||·|•|\/\/|—|–|\s-\s|@|\().*$/u,
  /,?\s+(?:for|of|at|from|in)\s+(?:the\s+)?\p{Lu}.*$/u,
  /,\s*(?:(?:\p{Lu}[\p{L}.]*\s+){0,4}(?:writers?|reporters?|correspondents?|editors?|staff|columnists?|contributors?|bureau|chief|producers?|journalists?|analysts?)\b.*)$/iu,
  /,\s*(?:the\s+)?(?:associated press|reuters|afp|ap|agence france-presse|bloomberg|press association|pa|bbc news|cnn|upi|dpa|staff)\b.*$/iu,
  /,?\s+(?:updated|published|posted)\b.*$/iu,
  /,?\s+(?:\p{Lu}\p{L}+\s+)?(?:staff writers?|correspondents?)$/u,
];

const NOBODY =
  /^(?:admin(?:istrator)?|staff|editor(?:s|ial)?|news ?desk|web ?desk|guest|author|unknown|anonymous|webmaster|root|user|n\/a|none|null|undefined|redacción)$/iu;

/** `JANE DOE` as people write her; names already mixed stay as they are. */
function withoutShouting(name: string): string {
  if (name !== name.toUpperCase() || !/\p{Lu}{2,}\s+\p{Lu}/u.test(name)) return name;
  return name.replace(
    /(\p{L})(\p{L}+)/gu,
    (_whole, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

/**
 * The names of a byline, without "By", offices and papers: `Jane Doe and Ali Roe`. Undefined when nobody is named, as
 * in an address or "admin".
 */
export function cleanByline(raw: string): string | undefined {
  if (/https?:|www\.|\.(?:com|org|net)\b|\S@\S/i.test(raw)) return undefined;
  let name = raw.replace(/\s+/g, ' ').replace(OPENERS, '').trim();
  for (const trailer of TRAILERS) {
    const cut = name.replace(trailer, '').trim();
    if (cut.length > 1) name = cut;
  }
  name = withoutShouting(name.replace(/[\s,;:.]+$/u, ''));
  if (name.length < 2 || name.length > 120 || NOBODY.test(name) || !/\p{L}{2}/u.test(name)) return undefined;
  if (/^[@\d]/.test(name) || /[!?<>{}]/.test(name)) return undefined;
  return name;
}

const BYLINE_LINE = new RegExp(
  String.raw`^(?:by|analysis by|words by|written by|von|par|por)[\s:]+${NAMES}(?:\s*[,|·•–—(].{0,80})?$`,
  'iu',
);

/** The names of a line that is a byline and nothing else, such as `By Jane Doe, Staff Writer`. */
export function bylineOfLine(line: string): string | undefined {
  if (line.length > 140 || /[.!?]["”]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(line)) return undefined;
  const [, afterOpener = ''] = /^\S+(?:\s+by)?[\s:]+(.*)$/iu.exec(line) ?? [];
  if (!BYLINE_LINE.test(line) || !/^(?:the\s+)?\p{Lu}/u.test(afterOpener)) return undefined;
  if (/[.]$/.test(line) && line.split(/\s+/).length > 6) return undefined;
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
