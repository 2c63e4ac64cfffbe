/** A number from 0 up to 1, another one each time. */
export type Chance = () => number;

/** Numbers from 0 up to 1, the same for a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often the ranks of words or names come. */
export type Frequencies = {
  /** The common ones, of which each is drawn about 1/(rank + shift) as often. */
  readonly common: number;
  readonly shift: number;
  /** The part of all draws that goes to them. */
  readonly part: number;
  /** Beyond them each is drawn as rank^-exponent, up to `all`: most of these are met once or twice. */
  readonly exponent: number;
  readonly all: number;
};

/** A rank from 0 on. Zipf's law with two regimes, as large collections of news have it (Montemurro, 2001). */
export function drawRank(chance: Chance, { common, shift, part, exponent, all }: Frequencies): number {
  const u = chance();
  if (u < part) return Math.floor(shift * ((common + shift) / shift) ** (u / part) - shift);
  const tail = common * ((1 - u) / (1 - part)) ** (-1 / (exponent - 1));
  return Math.min(all - 1, Math.floor(tail));
}
