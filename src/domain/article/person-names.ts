/** Little words within names: `van der Meer`, `de la Cruz`. */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|degli|di|du|des|la|le|el|al|van|von|vom|der|den|ter|ten|bin|ibn|ben|af|av|zu|st)$/u;

const CAPITALISED =
  /^(?:\p{Lu}|[dlDL]['’]\p{Lu}|(?:de|di|da|la|le|van|mac|mc)\p{Lu}|(?:al|el|ul|ad|as|ar|bin)-\p{Lu})[\p{L}\p{M}'’ʼ.-]*$/u;

/** Words that open what a person is or works for: nothing behind them is a name. */
const ROLE =
  /^(?:senior|chief|executive|associate|assistant|deputy|special|contributing|staff|science|health|political|politics|sports?|business|technology|tech|environment|foreign|international|national|diplomatic|security|economics?|education|religion|culture|arts|media|legal|crime|world|town|guest|managing|digital|video|photo|photographer|writers?|reporters?|correspondents?|editors?|editorial|columnists?|contributors?|producers?|journalists?|analysts?|bureau|envoyée?s?|spéciale?s?|correspondante?s?|journalistes?|rédact(?:eur|rice|ion)|redactora?|redacción|corresponsal(?:es)?|periodistas?|enviad[oa]s?|redakteur(?:in)?|redaktion|korrespondent(?:in|en)?|journalist(?:in|en)?|reporterin|корреспондент|журналист(?:ка)?|обозреватель|редактор|редакция|кореспондент(?:ка)?|redattore|giornalista|inviat[oa]|기자|특파원|记者|記者)$/iu;

/** Words of firms, papers and pages, which no person is called. */
const FIRM =
  /^(?:news|times|post|press|today|journal|herald|tribune|gazette|courier|services?|agency|network|media|magazine|newspapers?|newsroom|desk|team|board|university|institute|foundation|department|committee|council|association|inc|llc|ltd|gmbh|corp(?:oration)?|company|group|grupa|gruppe|gruppo|grupo|groupe|ediciones|éditions?|edizioni|verlag|wydawnictwo|publishing|publications?|communications|channel|radio|tv|television|online|reports?|archives?|rss|e-?mail|comments?|help|page|profile|authors?|learn|view|more|follow|updated?|published|posted|print|share|home|category|google|facebook|twitter|wikipedia|user|uploaded|image|photo|credit|copyright|getty|images|wire|blogs?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|filed|under|county|city|emeritus|professor|school|college|hospital|cent(?:er|re)|police|court|subscribe|advertisement|click)$/iu;

/** Beginnings that no name has, and places that look like one. */
const NO_PERSON =
  /^(?:(?:the|our|from|more|all|this|your|an?) .*|new (?:york|delhi|zealand|orleans|jersey|mexico|hampshire)|(?:north|south|east|west)(?:ern)? \S+|(?:white|opera|court|guest|light) house|los angeles|las vegas|san \S+|hong kong|abu dhabi|tel aviv|buenos aires|cape town|sri lanka|united (?:states|kingdom|nations)|saudi arabia|washington,? d\.?c\.?)$/iu;

/** Words after which a byline says where, when or for whom; the name before them is whole. */
const AFTER_NAME =
  /^(?:The|in|for|of|at|from|on|with|via|posted|published|updated|is|à|en|a|aus|für|bei|pour|para|por|da|w|из|для|avec|mit|con|z|с)$/u;

const ROMAN = /^(?:I{1,3}|IV|VI{0,3}|Jr\.?|Sr\.?)$/u;

const isShouted = (word: string): boolean =>
  /^(?:Mc|Mac|O['’])?\p{Lu}[\p{Lu}'’-]*\p{Lu}\.?$/u.test(word) && !ROMAN.test(word);

/** `McNEIL` and `SANG-HUN` as people write them. */
function asWritten(word: string): string {
  if (/^(?:\p{Lu}\.)+$/u.test(word) || ROMAN.test(word)) return word;
  return word.replace(/(\p{L})(\p{L}*)/gu, (_whole, first: string, rest: string) => {
    const inner = /^(?:Mc|MC)(?=\p{Lu}{2})/u.exec(first + rest);
    if (inner !== null) return `Mc${rest.slice(1, 2)}${rest.slice(2).toLowerCase()}`;
    return first + rest.toLowerCase();
  });
}

/** Scripts without capitals: a name is one to four words of letters. */
function nameWithoutCapitals(words: readonly string[]): string | undefined {
  const end = words.findIndex((word) => ROLE.test(word) || !/^\p{Lo}[\p{Lo}\p{M}·-]*$/u.test(word));
  const name = words.slice(0, end === -1 ? words.length : end);
  return name.length >= 1 && name.length <= 4 && name.join('').length >= 2 && name.join('').length <= 24
    ? name.join(' ')
    : undefined;
}

function isNameWord(word: string, shouting: boolean): boolean {
  if (ROLE.test(word) || FIRM.test(word) || word === 'The') return false;
  if (!shouting && isShouted(word)) return false;
  return CAPITALISED.test(word);
}

function lengthOfName(words: readonly string[], shouting: boolean): number {
  const at = words.findIndex((word, i) => !isNameWord(word, shouting) && !(i > 0 && PARTICLE.test(word)));
  const name = words.slice(0, at === -1 ? words.length : at);
  return name.findLastIndex((word) => !PARTICLE.test(word)) + 1;
}

/** Whether a name may end before a word: at an office, a paper, a place or a time. */
function mayEndBefore(
  next: string | undefined,
  { length, shouting }: { length: number; shouting: boolean },
): boolean {
  if (next === undefined || ROLE.test(next) || AFTER_NAME.test(next) || /^\d/.test(next)) return true;
  return (isShouted(next) && !shouting) || (length >= 2 && FIRM.test(next));
}

/**
 * The person that a part of a byline names, without office and paper; undefined when it names none. `single`: one
 * word is enough, as in a pen name.
 */
export function personIn(
  part: string,
  { single = false }: { readonly single?: boolean } = {},
): string | undefined {
  const words = part.split(/\s+/).filter((word) => word !== '');
  if (/^\p{Lo}/u.test(words[0] ?? '')) return nameWithoutCapitals(words);
  const shouting = words.filter(isShouted).length >= 2;
  const length = lengthOfName(words, shouting);
  if (length > 5 || !mayEndBefore(words[length], { length, shouting })) return undefined;
  const name = words
    .slice(0, length)
    .map((word) => (shouting && isShouted(word) ? asWritten(word) : word))
    .join(' ')
    .replace(/(?<!\b(?:Jr|Sr|\p{Lu}))\.$/u, '');
  if (NO_PERSON.test(name) || !/\p{L}{2}/u.test(name)) return undefined;
  return length >= 2 || (single && length === 1 && name.length >= 3) ? name : undefined;
}
