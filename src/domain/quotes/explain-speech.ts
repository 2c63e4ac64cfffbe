import { nameOf } from '../background/entity-name.ts';
import { cut, type TextSpan } from '../text/span.ts';
import { textOf } from '../text/words.ts';
import { ANTECEDENT_MODEL } from './antecedent-clues.ts';
import type { Antecedent } from './antecedents.ts';
import { attributeRuns, type Candidate, type Judge } from './attribute.ts';
import type { Reason } from './clue-model.ts';
import { SPEAKER_MODEL } from './clue-table.ts';
import { linkMentions } from './clues.ts';
import { LEARNED_JUDGE, LEARNED_WEIGHTS } from './learned-judge.ts';
import type { Mention } from './mention.ts';
import { type QuotableArticle, type Reading, type Run, readArticle } from './reading.ts';

/** One who may have spoken, and what speaks for it and against it, the weightiest first, without what all have in common. */
export type Suspect = {
  /** The words of the article; undefined for nobody whom it names. */
  readonly mention?: string;
  /** Whom a name, or the pronoun that was chosen, stands for. */
  readonly name?: string;
  /** The share of the odds, from 0 to 1; those of one quote add up to 1. */
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** Why the pronoun stands for that name. */
  readonly standsFor: readonly Reason[];
};

export type QuoteExplanation = { readonly quote: TextSpan; readonly suspects: readonly Suspect[] };

const MOST_SUSPECTS = 3;
const scoreSpeakers = SPEAKER_MODEL.scorer(LEARNED_WEIGHTS.speaker);

/** For each run of words that was said, who may have said it, the likeliest first. Never throws. */
export function explainSpeech(article: QuotableArticle): readonly QuoteExplanation[] {
  const reading = readArticle(article);
  const seen = new Map<Run, readonly Candidate[]>();
  const meant = new Map<Mention, Antecedent>();
  return attributeRuns(reading, linkMentions(reading), noting(seen, meant)).map(
    ({ run, mention, entity }) => ({
      quote: cut(reading.text, run.start, run.end),
      suspects: suspectsOf(reading, seen.get(run) ?? []).map((suspect) =>
        suspect.of !== mention || entity === null || mention === null
          ? suspect.told
          : {
              ...suspect.told,
              name: nameOf(reading, entity),
              standsFor: reasonsFor(meant.get(mention)),
            },
      ),
    }),
  );
}

/** The judge that Dateline ships, which notes what was laid before it. */
function noting(seen: Map<Run, readonly Candidate[]>, meant: Map<Mention, Antecedent>): Judge {
  return {
    isSpeech: LEARNED_JUDGE.isSpeech,
    speaker: (run, candidates) => {
      seen.set(run, candidates);
      return LEARNED_JUDGE.speaker(run, candidates);
    },
    antecedent: (pronoun, antecedents) => {
      const verdict = LEARNED_JUDGE.antecedent(pronoun, antecedents);
      const chosen = antecedents[verdict.chosen];
      if (chosen !== undefined) meant.set(pronoun, chosen);
      return verdict;
    },
  };
}

function suspectsOf(
  reading: Reading,
  candidates: readonly Candidate[],
): readonly { readonly of: Mention | null; readonly told: Suspect }[] {
  const scores = scoreSpeakers(candidates);
  const scored = candidates.map((candidate, index) => ({ candidate, score: scores[index] ?? 0 }));
  const top = Math.max(...scored.map(({ score }) => score));
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const likeliest = scored.sort((a, b) => b.score - a.score).slice(0, MOST_SUSPECTS);
  const reasons = withoutCommon(
    likeliest.map(({ candidate }) => SPEAKER_MODEL.reasons(candidate.clues, LEARNED_WEIGHTS.speaker)),
  );
  return likeliest.map(({ candidate: { mention }, score }, index) => ({
    of: mention,
    told: {
      ...(mention === null ? {} : { mention: textOf(reading, mention.from, mention.to) }),
      ...(mention?.entity ? { name: nameOf(reading, mention.entity) } : {}),
      share: Math.exp(score - top) / all,
      reasons: reasons[index] ?? [],
      standsFor: [],
    },
  }));
}

/** What speaks for all tells nothing of why one was chosen. */
function withoutCommon(all: readonly (readonly Reason[])[]): readonly (readonly Reason[])[] {
  if (all.length < 2) return all;
  const count = new Map<string, number>();
  for (const { clue } of all.flat()) count.set(clue, (count.get(clue) ?? 0) + 1);
  return all.map((reasons) => reasons.filter(({ clue }) => (count.get(clue) ?? 0) < all.length));
}

function reasonsFor(antecedent: Antecedent | undefined): readonly Reason[] {
  return antecedent === undefined
    ? []
    : ANTECEDENT_MODEL.reasons(antecedent.clues, LEARNED_WEIGHTS.antecedent);
}
