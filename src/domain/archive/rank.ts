/** Where a term stands: numbers of articles, the day of each, and the weight of the term in it, side by side. */
export type Postings = {
  readonly numbers: Uint32Array;
  /** Days since 1970. */
  readonly days: Uint16Array;
  /** 1 to 255. */
  readonly weights: Uint8Array;
  /** In how many articles the term stands, as far as the index remembers. */
  readonly total: number;
};

export type Ranked = { readonly number: number; readonly score: number; readonly day: number };

export type RankOptions = {
  /** How many articles there are. */
  readonly articles: number;
  readonly today: number;
  /** Of what the terms weigh together, the part an article must have to be an answer at all. */
  readonly leastShare: number;
  /** How many of the best are wanted. */
  readonly most: number;
  /** Articles of later days are left out. */
  readonly until?: number;
};

/** How rare a term is: BM25's inverse document frequency, never negative. */
export function rarity(total: number, articles: number): number {
  return Math.log(1 + (Math.max(articles, total) - total + 0.5) / (total + 0.5));
}

/** News ages, but the matter counts more: 1 today, 0.8 after a month, 0.64 after a year, never under 0.6. */
export function freshness(day: number, today: number): number {
  return 0.6 + 0.4 / (1 + Math.max(0, today - day) / 30);
}

/** The best articles, best first, and how many there are in all. */
export type Ranking = { readonly best: readonly Ranked[]; readonly total: number };

/**
 * Articles found so far, side by side in arrays with a table of their places: a common word finds twenty thousand, of
 * which a page shows five, and an object for each would be most of the work.
 */
type Found = {
  readonly places: Int32Array;
  readonly numbers: Uint32Array;
  readonly scores: Float64Array;
  readonly shares: Float64Array;
  readonly days: Uint16Array;
  /** The last term that was counted, so that an article with two entries for a term counts once. */
  readonly by: Uint16Array;
  count: number;
};

type Weighed = { readonly postings: Postings; readonly idf: number };

/**
 * Articles by how well the terms fit them and how new they are, best first. An article that lacks a term loses more than
 * the term's own score. Common terms only add to what rarer ones have found, so the work is bounded by the rare ones.
 */
export function rank(terms: readonly Postings[], options: RankOptions): Ranking {
  const weighed = terms
    .map((postings) => ({ postings, idf: rarity(postings.total, options.articles) }))
    .sort((a, b) => b.idf - a.idf);
  const whole = weighed.reduce((sum, { idf }) => sum + idf, 0);
  const found = nothingFound(weighed);
  let left = whole;
  weighed.forEach((term, at) => {
    collect(found, term, at + 1, left >= whole * options.leastShare);
    left -= term.idf;
  });
  return bestOf(found, whole, options);
}

function nothingFound(terms: readonly Weighed[]): Found {
  const most = terms.reduce((sum, { postings }) => sum + postings.numbers.length, 0);
  return {
    places: new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))),
    numbers: new Uint32Array(most),
    scores: new Float64Array(most),
    shares: new Float64Array(most),
    days: new Uint16Array(most),
    by: new Uint16Array(most),
    count: 0,
  };
}

/** The slot of an article in the table: its own, or the free one where it would stand. */
function slotOf({ places, numbers }: Found, number: number): number {
  const mask = places.length - 1;
  let slot = Math.imul(number, 0x9e3779b1) & mask;
  for (;;) {
    const place = places[slot] ?? 0;
    if (place === 0 || numbers[place - 1] === number) return slot;
    slot = (slot + 1) & mask;
  }
}

function collect(found: Found, { postings, idf }: Weighed, by: number, mayOpen: boolean): void {
  const { numbers, days, weights } = postings;
  // From the newest entry: an article that changed has two, of which the later holds.
  for (let at = numbers.length - 1; at >= 0; at--) {
    const number = numbers[at] ?? 0;
    const slot = slotOf(found, number);
    if (found.places[slot] === 0 && mayOpen) open(found, slot, number, days[at] ?? 0);
    const place = (found.places[slot] ?? 0) - 1;
    if (place < 0 || found.by[place] === by) continue;
    found.by[place] = by;
    gain(found.scores, place, idf * (weights[at] ?? 0));
    gain(found.shares, place, idf);
  }
}

function gain(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] ?? 0) + value;
}

function open(found: Found, slot: number, number: number, day: number): void {
  found.numbers[found.count] = number;
  found.days[found.count] = day;
  found.count++;
  found.places[slot] = found.count;
}

/** The `most`-th highest of some scores: a page is a few of thousands, which are never put in order. */
function leastOfBest(scores: Float64Array, most: number): number {
  if (most === 0) return Number.POSITIVE_INFINITY;
  const best = new Float64Array(most).fill(Number.NEGATIVE_INFINITY);
  for (const score of scores) {
    if (score <= (best[most - 1] ?? 0)) continue;
    let at = most - 1;
    for (; at > 0 && (best[at - 1] ?? 0) < score; at--) best[at] = best[at - 1] ?? 0;
    best[at] = score;
  }
  return best[most - 1] ?? 0;
}

/** Only those that may be shown are put in order. */
function bestOf(found: Found, whole: number, options: RankOptions): Ranking {
  const { numbers, shares, days, count } = found;
  const scores = found.scores.subarray(0, count);
  let total = 0;
  for (let place = 0; place < count; place++) {
    const [share, day] = [shares[place] ?? 0, days[place] ?? 0];
    const isAnswer = share >= whole * options.leastShare && day <= (options.until ?? day);
    if (isAnswer) total++;
    scores[place] = isAnswer
      ? (scores[place] ?? 0) * (share / whole) * freshness(day, options.today)
      : Number.NEGATIVE_INFINITY;
  }
  const least = leastOfBest(scores, Math.min(options.most, total));
  const best: Ranked[] = [];
  scores.forEach((score, place) => {
    if (score >= least) best.push({ number: numbers[place] ?? 0, score, day: days[place] ?? 0 });
  });
  best.sort((a, b) => b.score - a.score || b.day - a.day || b.number - a.number);
  return { best: best.slice(0, options.most), total };
}
