/** How annotations of quotes are laid beside what Dateline finds in the same text. */

const wordsOf = (name) =>
  name
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether an entity goes by a name: its last word is among the name's. */
function bears(entity, name) {
  const last = entity?.parts.at(-1);
  return last !== undefined && wordsOf(name).includes(last);
}

/** The annotated quote of each run that one covers: at least half of both is shared. */
export function goldOf(article, runs) {
  const gold = new Map();
  let first = 0;
  for (const quote of [...article.quotes].sort((a, b) => a.start - b.start)) {
    while (first < runs.length && runs[first].end <= quote.start) first++;
    for (let at = first; at < runs.length && runs[at].start < quote.end; at++) {
      const shared = Math.min(quote.end, runs[at].end) - Math.max(quote.start, runs[at].start);
      const all = Math.max(quote.end, runs[at].end) - Math.min(quote.start, runs[at].start);
      if (shared > all / 2) gold.set(runs[at], quote);
    }
  }
  return gold;
}

/**
 * Which candidates are right. The mention that the annotation covers, the named one if it covers several; where it covers
 * none of them, all mentions of the same person.
 */
export function rightOnes({ starts, ends }, quote, candidates) {
  if (quote.speaker_kind === 'none') return candidates.map((each) => each.mention === null);
  const covered = candidates
    .filter(({ mention }) => mention !== null)
    .filter(
      ({ mention }) => starts[mention.from] < quote.speaker_end && ends[mention.to - 1] > quote.speaker_start,
    )
    .sort((a, b) => a.index - b.index);
  const name = quote.speaker_resolved;
  const named = name === undefined ? undefined : covered.find(({ mention }) => bears(mention.entity, name));
  const best = named ?? covered[0];
  if (best !== undefined) return candidates.map((each) => each === best);
  return candidates.map(({ mention }) => name !== undefined && bears(mention?.entity, name));
}

export function isAntecedentRight(quote, entity) {
  return quote?.speaker_resolved !== undefined && bears(entity, quote.speaker_resolved);
}

/** Whether the annotation leaves open what a run is. */
export function isIgnored(article, run) {
  return (article.ignore ?? []).some((span) => span.start < run.end && run.start < span.end);
}
