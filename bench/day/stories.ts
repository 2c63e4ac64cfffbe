/** A number from 0 to 1, the same ones for the same seed (mulberry32). */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 0x100000000;
  };
}

export function pick<T>(chance: Chance, from: readonly T[]): T {
  const found = from[Math.floor(chance() * from.length)];
  if (found === undefined) throw new Error('There is nothing to pick from');
  return found;
}

/** One story as it stands on its page. */
export type Story = {
  /** In every headline of it and nowhere else: `Q17X`. */
  readonly token: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
};

const PLACES = ['Port Amity', 'Elsing', 'Vessin', 'Morrow Point', 'Aldwick', 'Lantern Quay', 'Tarn Ferry'];
const BODIES = [
  'the harbour board',
  'the council',
  'the ferry company',
  'the school',
  'the water office',
  'the mill',
];
const DEEDS = ['closes', 'sells', 'mends', 'moves', 'paints', 'counts', 'insures', 'measures'];
const THINGS = [
  'its old crane',
  'the eastern pier',
  'two icebreakers',
  'the bell tower',
  'a row of sheds',
  'the tide gauge',
];
const WORDS =
  'after before winter engineers found rust residents asked summer budget crowns ships lantern stone timber bridge market fish bread ' +
  'school letter night storm quiet report vote plan cost year week roof wall gate road boat rope sail north south light price tax';
const VOCABULARY = WORDS.split(' ');

function sentence(chance: Chance, number: number): string {
  const words = Array.from({ length: 14 }, () => pick(chance, VOCABULARY)).join(' ');
  return `In ${pick(chance, PLACES)} ${pick(chance, BODIES)} said that ${words}, at a cost of ${number} crowns.`;
}

export function story(chance: Chance, number: number): Story {
  const token = `Q${number}X`;
  const paragraphs = Array.from(
    { length: 5 },
    () => `${sentence(chance, number)} ${sentence(chance, number)}`,
  );
  const [place, body] = [pick(chance, PLACES), pick(chance, BODIES)];
  return {
    token,
    title: `${place}: ${body} ${pick(chance, DEEDS)} ${pick(chance, THINGS)} ${token}`,
    paragraphs,
  };
}

/** The story with other words in one sentence, and a note that says so. */
export function corrected({ token, title, paragraphs }: Story): Story {
  const [lead = '', ...rest] = paragraphs;
  return {
    token,
    title,
    paragraphs: [
      lead.replace(/at a cost of \d+ crowns/, 'at no cost to the town'),
      ...rest,
      `Correction: An earlier version of this article gave a wrong cost for ${token}.`,
    ],
  };
}

/** The story at an outlet that has it from an agency: another headline, and a place line. */
export function syndicated({ token, title, paragraphs }: Story, agency: string): Story {
  const [lead = '', ...rest] = paragraphs;
  return { token, title: `Report: ${title}`, paragraphs: [`(${agency}) ${lead}`, ...rest] };
}
