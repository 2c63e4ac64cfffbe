import type { ArchivedArticle, ArticleId } from '../src/domain/article/article.ts';
import type { StoryKeys } from '../src/domain/article/story.ts';
import { cut, type TextSpan } from '../src/domain/text/span.ts';

/** Words, people and bodies fall off as 1/rank, as they do in news. */
const WORDS = 60_000;
const PEOPLE = 250_000;
const BODIES = 20_000;
/** About 3,500 characters, as news has. */
const PARAGRAPHS = 11;
const WORDS_A_PARAGRAPH = 44;
const NAMES_AN_ARTICLE = 8;
const QUOTES_AN_ARTICLE = 5;
/** A story is told by about so many articles in a row, which share words and people. */
const ARTICLES_A_MATTER = 6;
export const ARTICLES_A_DAY = 400;
const FIRST_DAY_MS: number = Date.UTC(2019, 0, 1);

const SYLLABLES =
  'ba ko ri tu mel san vo dir pel gan os ith lu ner cal dro fen hol jin kas lor mun nev pra'.split(' ');

export type Chance = () => number;

/** Fingerprints of texts are forgotten after so many days. */
const BANDS_KEPT_DAYS = 42;

/** Numbers from 0 up to 1, the same for a seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const VOCABULARY: readonly string[] = Array.from({ length: WORDS }, (_none, rank) => spell(rank));

function wordOf(rank: number): string {
  return VOCABULARY[rank] ?? spell(rank);
}

function spell(rank: number): string {
  let rest = rank + 7;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/** A rank from 0 to `size` - 1, of which each is drawn about 1/rank as often. */
function zipf(chance: Chance, size: number): number {
  return Math.min(size - 1, Math.floor(size ** chance()) - 1);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The name of a person by rank: first and last names come back, so that many share one. */
export function personName(rank: number): string {
  return `${capital(wordOf((rank * 7919) % 3_000))} ${capital(wordOf(3_000 + ((rank * 104_729) % 60_000)))}`;
}

function bodyName(rank: number): string {
  return `Ministry of ${capital(wordOf(rank))}`;
}

function paragraphOf(chance: Chance, matter: readonly string[]): string {
  const words = Array.from({ length: WORDS_A_PARAGRAPH }, () =>
    chance() < 0.12 ? (matter[Math.floor(chance() * matter.length)] ?? '') : wordOf(zipf(chance, WORDS)),
  );
  return `${capital(words.join(' '))}.`;
}

export function worldId(n: number): ArticleId {
  return `w${n.toString(36)}` as ArticleId;
}

export function timeOf(n: number): number {
  return FIRST_DAY_MS + Math.floor((n * 86_400_000) / ARTICLES_A_DAY);
}

/** The n-th article of the world, as it would come from the analysis, and its keys; `last` is its newest article. */
export function worldArticle(n: number, last: number = n): { article: ArchivedArticle; keys: StoryKeys } {
  const matterChance = chanceFrom(1_000_000_007 + Math.floor(n / ARTICLES_A_MATTER));
  const matter = Array.from({ length: 12 }, () => wordOf(zipf(matterChance, WORDS)));
  const hero = personName(zipf(matterChance, PEOPLE));
  const chance = chanceFrom(n);
  const paragraphs: TextSpan[] = [];
  let text = '';
  for (let i = 0; i < PARAGRAPHS; i++) {
    const paragraph = paragraphOf(chance, matter);
    paragraphs.push({ text: paragraph, start: text.length, end: text.length + paragraph.length });
    text += `${paragraph}\n\n`;
  }
  const people = Array.from({ length: NAMES_AN_ARTICLE - 1 }, () => personName(zipf(chance, PEOPLE)));
  const names = [...new Set([hero, ...people])];
  const sortAtMs = timeOf(n);
  const quotes = Array.from({ length: QUOTES_AN_ARTICLE }, (_, i) => {
    const start = paragraphs[i + 1]?.start ?? 0;
    const speaker = {
      name: names[i % 3] ?? hero,
      mention: text.slice(0, 5),
      start: 0,
      end: 5,
      role: 'minister',
    };
    return { ...cut(text, start, start + 90), speaker, confidence: 0.9 };
  });
  const article: ArchivedArticle = {
    id: worldId(n),
    title: capital([...matter.slice(0, 5), wordOf(zipf(chance, WORDS))].join(' ')),
    ...{ text, paragraphs, removed: [], corrections: [], indirect: [], facts: [], quotes },
    summary: paragraphs.slice(0, 2),
    people: [
      ...names.map((name) => ({
        name,
        kind: 'person' as const,
        mentions: 2,
        role: 'minister',
        spans: [{ start: 0, end: 5 }],
      })),
      { name: bodyName(zipf(chance, BODIES)), kind: 'body', mentions: 1, spans: [{ start: 0, end: 5 }] },
    ],
    ...{ source: 'world', arrivedAtMs: sortAtMs, sortAtMs, url: `https://news.example/${n}` },
  };
  return { article, keys: keysOf(n, last) };
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
