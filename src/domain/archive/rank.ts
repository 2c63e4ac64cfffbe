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

/** `by` is the last term that was counted, so that an article with two entries for a term counts once. */
type Found = { score: number; share: number; day: number; by: Postings };

/**
 * Articles by how well the terms fit them and how new they are, best first. An article that lacks a term loses more than
 * the term's own score. Common terms only add to what rarer ones have found, so the work is bounded by the rare ones.
 */
export function rank(terms: readonly Postings[], options: RankOptions): Ranking {
  const weighed = terms
    .map((postings) => ({ postings, idf: rarity(postings.total, options.articles) }))
    .sort((a, b) => b.idf - a.idf);
  const whole = weighed.reduce((sum, { idf }) => sum + idf, 0);
  const found = new Map<number, Found>();
  let left = whole;
  for (const { postings, idf } of weighed) {
    collect(found, postings, idf, left >= whole * options.leastShare);
    left -= idf;
  }
  const ranked: Ranked[] = [];
  for (const [number, { score, share, day }] of found) {
    if (share < whole * options.leastShare || day > (options.until ?? day)) continue;
    ranked.push({ number, day, score: score * (share / whole) * freshness(day, options.today) });
  }
  return { best: bestOf(ranked, options.most), total: ranked.length };
}

/** A common word is in thousands of articles, of which a page shows five: only those that may be shown are put in order. */
function bestOf(ranked: readonly Ranked[], most: number): readonly Ranked[] {
  const scores = Float64Array.from(ranked, ({ score }) => score).sort();
  const least = scores[scores.length - most] ?? Number.NEGATIVE_INFINITY;
  return ranked
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || b.day - a.day || b.number - a.number)
    .slice(0, most);
}

function collect(found: Map<number, Found>, postings: Postings, idf: number, mayOpen: boolean): void {
  const { numbers, days, weights } = postings;
  // From the newest entry: an article that changed has two, of which the later holds.
  for (let at = numbers.length - 1; at >= 0; at--) {
    const number = numbers[at] ?? 0;
    const known = found.get(number);
    if (known === undefined) {
      if (mayOpen) {
        found.set(number, { score: idf * (weights[at] ?? 0), share: idf, day: days[at] ?? 0, by: postings });
      }
    } else if (known.by !== postings) {
      known.score += idf * (weights[at] ?? 0);
      known.share += idf;
      known.by = postings;
    }
  }
}
