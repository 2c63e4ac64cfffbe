import type { Log } from '../../src/app/ports/clock.ts';
import type { ArchivedArticle, ArticleId } from '../../src/domain/article/article.ts';
import type { StoryKeys } from '../../src/domain/article/story.ts';
import type { Quote } from '../../src/domain/quotes/quote.ts';
import type { Span, TextSpan } from '../../src/domain/text/span.ts';
import { anyBody, anyPerson, type Cast } from './cast.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { anyWord, capital, sentence } from './words.ts';

/** About 3,200 characters, as news has. */
const PARAGRAPHS = 12;
const WORDS_A_PARAGRAPH = 44;
const PEOPLE_AN_ARTICLE = 7;
const QUOTES_AN_ARTICLE = 5;
const FACTS_AN_ARTICLE = 3;
export const BOT = 'bench';
export const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
export const ARTICLES_A_DAY = 400;
const FIRST_DAY_MS: number = Date.UTC(2019, 0, 1);

/** Fingerprints of texts are forgotten after so many days. */
const BANDS_KEPT_DAYS = 42;

export function worldId(n: number): ArticleId {
  return `w${n.toString(36)}` as ArticleId;
}

export function timeOf(n: number): number {
  return FIRST_DAY_MS + Math.floor((n * 86_400_000) / ARTICLES_A_DAY);
}

/** What an article is about: words and people that it shares with the others on the same matter. */
type Matter = { readonly words: readonly string[]; readonly people: readonly Cast[] };

/** Eight short matters run beside each other, of about seven articles each; a fifth of all is on what lasts for months. */
const SHORT = { beside: 8, block: 56 };
const LONG = { beside: 60, block: 40_000 };
const LONG_PART = 0.2;

function matterOf(chance: Chance, n: number): Matter {
  const isLong = chance() < LONG_PART;
  const { beside, block } = isLong ? LONG : SHORT;
  const which = isLong ? Math.floor(beside ** chance()) - 1 : n % beside;
  const seed = (isLong ? 1_000_000_007 : 3_000_000_019) + Math.floor(n / block) * beside + which;
  const own = chanceFrom(seed);
  return {
    words: Array.from({ length: 12 }, () => anyWord(own)),
    people: Array.from({ length: 3 }, () => anyPerson(own)),
  };
}

/** The n-th article of the world, as it would come from the analysis, and its keys; `last` is its newest article. */
export function worldArticle(n: number, last: number = n): { article: ArchivedArticle; keys: StoryKeys } {
  const chance = chanceFrom(n);
  const matter = matterOf(chance, n);
  const others = Array.from({ length: PEOPLE_AN_ARTICLE - matter.people.length }, () => anyPerson(chance));
  const cast = [...matter.people, ...others];
  const told = tell(chance, matter, cast);
  const sortAtMs = timeOf(n);
  const article: ArchivedArticle = {
    id: worldId(n),
    title: titleOf(chance, matter),
    ...told,
    ...{ removed: [], corrections: [], indirect: [], language: 'en' },
    summary: told.paragraphs.slice(0, 2),
    facts: told.paragraphs.slice(-FACTS_AN_ARTICLE),
    ...{ source: 'world', arrivedAtMs: sortAtMs, sortAtMs, url: `https://news.example/${n}` },
  };
  return { article, keys: keysOf(n, last) };
}

function titleOf(chance: Chance, { words, people }: Matter): string {
  const [hero] = people;
  return capital([hero?.last ?? '', ...words.slice(0, 5), anyWord(chance)].join(' '));
}

type Told = Pick<ArchivedArticle, 'text' | 'paragraphs' | 'quotes' | 'people'>;

/** Paragraphs that name the cast, the first time by their whole names, and quote some of them. */
function tell(chance: Chance, { words }: Matter, cast: readonly Cast[]): Told {
  const paragraphs: TextSpan[] = [];
  const quotes: Quote[] = [];
  const spans = cast.map((): Span[] => []);
  const body = anyBody(chance);
  let text = '';
  for (let i = 0; i < PARAGRAPHS; i++) {
    const who = i % cast.length;
    const { first, last } = cast[who] ?? { first: '', last: '' };
    const told = paragraphOf(chance, words, {
      name: i < cast.length ? `${first} ${last}` : last,
      of: i === 0 ? body : undefined,
      isQuote: i > 0 && i <= QUOTES_AN_ARTICLE,
      at: text.length,
    });
    paragraphs.push({ text: told.text, start: text.length, end: text.length + told.text.length });
    spans[who]?.push({ start: told.mention.start, end: told.mention.end });
    if (told.said !== undefined) {
      const { text: mention, start, end } = told.mention;
      const speaker = { name: `${first} ${last}`, mention, role: 'minister', start, end };
      quotes.push({ ...told.said, speaker, confidence: 0.9 });
    }
    text += `${told.text}\n\n`;
  }
  return { text, paragraphs, quotes, people: peopleOf(text, cast, spans, body) };
}

type Paragraph = {
  readonly name: string;
  readonly of: string | undefined;
  readonly isQuote: boolean;
  readonly at: number;
};

function paragraphOf(
  chance: Chance,
  words: readonly string[],
  { name, of, isQuote, at }: Paragraph,
): { readonly text: string; readonly said?: TextSpan; readonly mention: TextSpan } {
  let text = '';
  const write = (part: string): TextSpan => {
    const start = at + text.length;
    text += part;
    return { text: part, start, end: start + part.length };
  };
  write(isQuote ? '“' : `${capital(anyWord(chance))} `);
  const said = write(sentence(chance, words, 20));
  write(isQuote ? '” said ' : ' ');
  const mention = write(name);
  write(` of the ${of ?? anyWord(chance)} ${sentence(chance, words, WORDS_A_PARAGRAPH - 26)}`);
  return { text, mention, ...(isQuote ? { said } : {}) };
}

function peopleOf(
  text: string,
  cast: readonly Cast[],
  spans: readonly (readonly Span[])[],
  body: string,
): ArchivedArticle['people'] {
  const at = text.indexOf(body);
  return [
    ...cast.map(({ first, last }, who) => ({
      ...{ name: `${first} ${last}`, kind: 'person' as const, role: 'minister' },
      ...{ mentions: spans[who]?.length ?? 0, spans: spans[who] ?? [] },
    })),
    { name: body, kind: 'body', mentions: 1, spans: [{ start: at, end: at + body.length }] },
  ];
}

/** As many keys as a real article has that came as long before the newest; no two articles share one. */
export function keysOf(n: number, last: number): StoryKeys {
  const isRecent = (last - n) / ARTICLES_A_DAY < BANDS_KEPT_DAYS;
  return {
    addresses: [`a${n.toString(36)}`],
    guid: `g${n.toString(36)}`,
    bands: isRecent ? Array.from({ length: 28 }, (_, i) => `b${i}-${n.toString(36)}`) : [],
    exact: `e${n.toString(36)}`,
  };
}
