import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { analyzeSpeech } from '../src/domain/quotes/analyze-speech.ts';
import type { QuotableArticle } from '../src/domain/quotes/reading.ts';
import type { cut } from '../src/domain/text/span.ts';

type Row = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

/** The length of a usual news article, in characters. */
const USUAL = 4_600;
const LONG = 1_000_000;
const ARTICLES = 400;
/** The best of as many rounds counts: the machine may do other things meanwhile. */
const ROUNDS = 6;
const LEAST_PER_SECOND = 1_500;
const MOST_SECONDS = 2;

const GIVEN = 'Ada Karl Rita Peter Nora Martin Greta Oscar Julia Felix'.split(' ');
const LAST = 'Lund Holm Moss Harrow Venn Amsel Tarrant Quist Bellamy Orrin'.split(' ');
const PLACES = ['Port Amity', 'Northland', 'the Old Quay', 'Cold Harbour', 'Mill Island'];
const SHAPES: readonly ((a: string, last: string, b: string, place: string, n: number) => string)[] = [
  (a, last, _b, place, n) =>
    `Harbour master ${a} met the crews of ${place} on Monday, ${n} days after the council had voted to close the pier. “We will not be the last to leave,” ${last} said. “Somebody has to turn off the lights.”`,
  (a, _last, b, place, n) =>
    `The plan, which would move ${n} berths to ${place}, was described by ${a} as “a monument to bad arithmetic,” though ${b}, a spokesman for the company, told reporters that it was “paid for to the last bolt.”`,
  (_a, last, _b, place) =>
    `According to a report that the town published in spring, nobody in ${place} has asked for a bridge since the second ferry came. ${last} declined to comment.`,
  (a, _last, _b, place, n) =>
    `The line was founded by the grandfather of ${a}, who bought a second-hand paddle steamer and sailed it from ${place} in the winter of 19${n + 10}. It carried sheep, letters and, for one summer, a travelling circus. The company’s books for those years are kept in the town hall.`,
  (_a, _last, b, place, n) =>
    `Fares would rise by ${n} per cent under the plan, the council’s treasurer told members. ${b} asked for a second study, which is due before the election. Work at ${place} has stopped until then, and three cranes stand idle.`,
  (_a, last, _b, place) =>
    `On the island, opinions differ. Shopkeepers near ${place} hope for visitors, fishermen fear for their moorings, and most of the pupils at the school, which ${last} once attended, want both the bridge and the boat.`,
  (a, _last, b, place, n) =>
    `Asked whether the ${n} families would be heard, ${b} answered: “They have been heard for years.” She added that ${a} could “come and count the letters” in ${place}.`,
  (_a, last, _b, place) =>
    `“I have crossed this water in every weather,” ${last} wrote, “and I never once wished for a toll booth in ${place}.” The crowd didn’t cheer; it sang.`,
];

function paragraph(n: number): string {
  const last = LAST[(n * 7) % LAST.length] ?? '';
  const a = `${GIVEN[(n * 3) % GIVEN.length]} ${last}`;
  const b = `${GIVEN[(n * 5 + 1) % GIVEN.length]} ${LAST[(n * 3 + 2) % LAST.length]}`;
  return SHAPES[n % SHAPES.length]?.(a, last, b, PLACES[n % PLACES.length] ?? '', (n % 40) + 2) ?? '';
}

/** An invented article of at least that many characters. */
function articleOf(length: number, seed: number): QuotableArticle {
  const paragraphs: ReturnType<typeof cut>[] = [];
  let text = '';
  for (let n = seed * 31; text.length < length; n++) {
    const own = paragraph(n);
    text += own;
    paragraphs.push({ text: own, start: text.length - own.length, end: text.length });
    text += '\n\n';
  }
  return { text, paragraphs };
}

function secondsFor(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function bestRate<T>(of: readonly T[], rounds: number, work: (each: T) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    best = Math.min(
      best,
      secondsFor(() => {
        for (const each of of) work(each);
      }),
    );
  }
  return of.length / best;
}

const shown = (value: number): string => Math.round(value).toLocaleString('en');

/** Articles a second on one core, beside two packages on their part of it, and whether time grows with the length. */
export function benchQuotes(): readonly Row[] {
  const articles = Array.from({ length: ARTICLES }, (_none, n) => articleOf(USUAL, n));
  const rate = bestRate(articles, ROUNDS, analyzeSpeech);
  const few = articles.slice(0, 20);
  const byCompromise = bestRate(few, 2, ({ text }) => {
    const read = compromise(text);
    return [read.quotations().json(), read.people().json()];
  });
  const wink = winkNLP(model);
  const byWink = bestRate(few, 2, ({ text }) => {
    const read = wink.readDoc(text);
    return [read.sentences().out(), read.entities().out()];
  });
  const long = articleOf(LONG, 1);
  const longSeconds = 1 / bestRate([long], 3, analyzeSpeech);
  const perCharacter = longSeconds / long.text.length / (1 / rate / USUAL);
  return [
    {
      name: 'quotes with speakers, articles of 4,600 characters',
      figure: `${shown(rate)}/s`,
      floor: `${shown(LEAST_PER_SECOND)}/s`,
      ratio: `×${(rate / LEAST_PER_SECOND).toFixed(1)}`,
    },
    {
      name: 'compromise: quotations and people alone',
      figure: `${shown(byCompromise)}/s`,
      floor: `${shown(rate)}/s here`,
      ratio: `×${(rate / byCompromise).toFixed(1)} here`,
    },
    {
      name: 'wink-nlp: sentences and entities alone',
      figure: `${shown(byWink)}/s`,
      floor: `${shown(rate)}/s here`,
      ratio: `×${(rate / byWink).toFixed(1)} here`,
    },
    {
      name: 'quotes with speakers, one article of a million characters',
      figure: `${longSeconds.toFixed(2)} s`,
      floor: `under ${MOST_SECONDS} s`,
      ratio: `×${perCharacter.toFixed(1)} a character`,
    },
  ];
}
