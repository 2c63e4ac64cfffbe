import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { analyzeArticle } from '../src/app/analyze-article.ts';
import type { CleanArticle } from '../src/domain/article/article.ts';
import { cleanText } from '../src/domain/article/clean-text.ts';
import { POST_BUDGET, summarize } from '../src/domain/summary/summarize.ts';
import { findSentences } from '../src/domain/text/sentences.ts';
import { chanceFrom } from './archive/chance.ts';

type Row = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

const ARTICLES = 400;
/** The length of a usual news article, in characters. */
const USUAL = 3_500;
/** The best of as many rounds counts: the machine may do other things meanwhile. */
const ROUNDS = 5;
/** The peers are slow: so few articles tell how slow. */
const FOR_PEERS = 40;
const LEAST_PER_SECOND = 1_000;
const LEAST_MEGABYTES = 30;
const DAY_MS = Date.UTC(2026, 5, 1);

const PEOPLE =
  'Ada Lund,Karl Holm,Rita Moss,Peter Harrow,Nora Venn,Martin Amsel,Greta Tarrant,Oscar Quist'.split(',');
const PLACES = 'Port Amity,Skerry,Old Quay,Mill Island,Cold Harbour,Kestrel Hill'.split(',');
const THINGS =
  'bridge,ferry,school,water tower,market,harbour wall,tram line,library,stadium,lighthouse'.split(',');
const VERBS = 'close,repair,sell,extend,reopen,replace,move,inspect,rebuild,protect'.split(',');

type Words = {
  readonly who: string;
  readonly other: string;
  readonly place: string;
  readonly thing: string;
  readonly verb: string;
  readonly n: number;
};

const last = (name: string): string => name.split(' ')[1] ?? name;

const SHAPES: readonly ((words: Words) => string)[] = [
  ({ who, place, thing, verb, n }) =>
    `The council of ${place} decided on Tuesday to ${verb} the ${thing} within ${n} months, Mayor ${who} said. It was the third vote on the matter this year.`,
  ({ who, thing, n }) =>
    `“Nobody wanted this,” ${last(who)} told reporters. “But the ${thing} has cost us ${n} million crowns, and there is no end to it.”`,
  ({ who, other, thing, place }) =>
    `${other}, chief engineer of the ${place} Port Authority, wrote in a letter to ${last(who)} that the ${thing} had “perhaps two winters left”. The letter was never answered.`,
  ({ thing, place, n }) =>
    `The ${thing} in ${place} was built in 19${10 + (n % 80)} and is used by about ${n * 300} people a day, according to figures of the statistics office.`,
  ({ other, place, verb }) =>
    `Critics say the plan to ${verb} it comes too late. Residents of ${place}, among them ${other}, have asked for an inquiry; they want to know who was warned, and when.`,
  ({ who, n }) =>
    `He added that the work would begin in May. Asked whether the ${n} families who live nearby would be heard, ${last(who)} said: “They have been heard for years.”`,
  ({ thing, n }) =>
    `Repairs would cost ${n}.5 million crowns, a third more than was planned. The last time that a ${thing} of this kind was moved, in 2003, it took eleven years.`,
];

/** An invented article, headline, date line and all, of about the usual length. */
function articleOf(seed: number): string {
  const chance = chanceFrom(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? '';
  const thing = pick(THINGS);
  const paragraphs: string[] = [`Council to ${pick(VERBS)} ${thing} after long dispute`];
  for (let length = 0, at = 0; length < USUAL; at++) {
    const words = { who: pick(PEOPLE), other: pick(PEOPLE), place: pick(PLACES), verb: pick(VERBS), thing };
    const shape = at === 0 ? SHAPES[0] : SHAPES[Math.floor(chance() * SHAPES.length)];
    const paragraph = shape?.({ ...words, n: 2 + Math.floor(chance() * 60) }) ?? '';
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return paragraphs.join('\n\n');
}

/** How many of these a second. */
function rateOf<T>(of: readonly T[], work: (each: T) => unknown): number {
  let bestMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    for (const each of of) work(each);
    bestMs = Math.min(bestMs, performance.now() - startedAt);
  }
  return (of.length / bestMs) * 1_000;
}

const shown = (value: number): string => Math.round(value).toLocaleString('en');
const times = (one: number, other: number): string => `${(one / other).toFixed(2)}x`;
const marked = (value: number, least: number): string => (value >= least ? 'over' : 'UNDER');

type Peer = { readonly name: string; readonly rate: number };

async function ratesOfPeers(texts: readonly string[]): Promise<readonly Peer[]> {
  const worker = new Worker(new URL('./peers/summarizers.ts', import.meta.url), { workerData: texts });
  const [rates] = (await once(worker, 'message')) as [readonly Peer[]];
  await worker.terminate();
  return rates;
}

/** The first three sentences, found as the summary finds them. */
function leadThree({ paragraphs }: CleanArticle): readonly string[] {
  const found: string[] = [];
  for (const { text } of paragraphs) {
    for (const { start, end } of findSentences(text)) {
      found.push(text.slice(start, end));
      if (found.length === 3) return found;
    }
  }
  return found;
}

/** Whole articles and summaries a second on one core, beside the first three sentences and what npm has. */
export async function benchSummary(): Promise<readonly Row[]> {
  const texts = Array.from({ length: ARTICLES }, (_none, seed) => articleOf(seed));
  const articles = texts.map((text) => cleanText({ text, nowMs: DAY_MS }));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const found = rateOf(articles, analyzeArticle);
  const raw = rateOf(texts, (text) => analyzeArticle(cleanText({ text, nowMs: DAY_MS })));
  const summaries = rateOf(articles, (article) => summarize(article, POST_BUDGET));
  const leads = rateOf(articles, leadThree);
  const sentences = rateOf(texts, (text) => findSentences(text));
  const megabytes = (sentences * bytes) / ARTICLES / 1e6;
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const segments = rateOf(texts.slice(0, FOR_PEERS), (text) => [...segmenter.segment(text)]);
  const rates = await ratesOfPeers(texts.slice(0, FOR_PEERS));
  return [
    {
      name: `article: summary, quotes, people, background (${marked(found, LEAST_PER_SECOND)} ${shown(LEAST_PER_SECOND)}/s)`,
      figure: `${shown(found)}/s`,
      floor: `${shown(raw)}/s with cleaning`,
      ratio: times(found, raw),
    },
    {
      name: 'summary: beside the first three sentences',
      figure: `${shown(summaries)}/s`,
      floor: `${shown(leads)}/s`,
      ratio: times(summaries, leads),
    },
    ...rates.map(({ name, rate }) => ({
      name: `summary: beside ${name}`,
      figure: `${shown(summaries)}/s`,
      floor: `${shown(rate)}/s`,
      ratio: times(summaries, rate),
    })),
    {
      name: `sentences: beside Intl.Segmenter (${marked(megabytes, LEAST_MEGABYTES)} ${LEAST_MEGABYTES} MB/s)`,
      figure: `${megabytes.toFixed(0)} MB/s`,
      floor: `${((segments * bytes) / ARTICLES / 1e6).toFixed(0)} MB/s`,
      ratio: times(sentences, segments),
    },
  ];
}
