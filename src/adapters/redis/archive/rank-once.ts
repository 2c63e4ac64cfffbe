import type { Ranking } from '../../../domain/archive/rank.ts';

export type RankOnce = (question: string, rankAnew: () => Promise<Ranking>) => Promise<Ranking>;

/** One answer asks the same two or three times over, and its next pages do. */
const MOST_QUESTIONS = 50;

/** Keeps the rankings of the last questions; a question names the edition of the archive that it is asked of. */
export function rankingOnce(): RankOnce {
  const kept = new Map<string, Promise<Ranking>>();
  return (question, rankAnew) => {
    const known = kept.get(question);
    if (known !== undefined) return known;
    const ranking = rankAnew();
    kept.set(question, ranking);
    ranking.catch(() => kept.delete(question));
    const [oldest] = kept.size > MOST_QUESTIONS ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return ranking;
  };
}
