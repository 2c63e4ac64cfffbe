import { nameplatesOf } from '../background/entity-name.ts';
import { peopleOf } from '../background/people-of-entities.ts';
import type { Person } from '../background/person.ts';
import { type Attribution, attributeRuns, type Judge } from './attribute.ts';
import { linkMentions } from './clues.ts';
import { withoutHeadlineEchoes } from './headline-echoes.ts';
import { findIndirect } from './indirect.ts';
import type { IndirectQuote, Quote, Speaker } from './quote.ts';
import { type QuotableArticle, type Reading, readArticle } from './reading.ts';
import { confidenceOf, speakerOf } from './speaker.ts';

/** Who says what in an article, and who is who: worked out together, so that both speak of the same people. */
export type Speech = {
  readonly quotes: readonly Quote[];
  readonly indirect: readonly IndirectQuote[];
  readonly people: readonly Person[];
};

/** Reads an article, and lets `judge` decide who spoke. All spans point into its text. Never throws. */
export function speechBy(judge: Judge, article: QuotableArticle): Speech {
  const reading = readArticle(article);
  const mentions = linkMentions(reading);
  const attributions = attributeRuns(reading, mentions, judge);
  const nameplate = nameplatesOf(reading);
  const spoken = new Map<number, number>();
  for (const { entity } of attributions) {
    if (entity !== null) spoken.set(entity.id, (spoken.get(entity.id) ?? 0) + 1);
  }
  return {
    quotes: withoutHeadlineEchoes(
      attributions.map((attribution) =>
        toQuote(reading, attribution, speakerOf(reading, attribution, nameplate)),
      ),
      article,
    ),
    indirect: findIndirect(reading, mentions, judge, attributions, nameplate),
    people: peopleOf(reading, spoken, nameplate),
  };
}

function toQuote({ text }: Reading, attribution: Attribution, speaker: Speaker | null): Quote {
  const { start, end } = attribution.run;
  const confidence = speaker === null ? 0 : confidenceOf(attribution);
  return { text: text.slice(start, end), start, end, speaker, confidence };
}
