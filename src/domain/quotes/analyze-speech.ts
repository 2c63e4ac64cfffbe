import type { Entity } from '../background/entities.ts';
import { nameOf, roleOf } from '../background/entity-name.ts';
import { peopleOf } from '../background/people-of-entities.ts';
import type { Person } from '../background/person.ts';
import { cut } from '../text/span.ts';
import { antecedentOf } from './antecedents.ts';
import { attributeRuns } from './attribute.ts';
import { LEARNED } from './learned.ts';
import type { Mention } from './mention.ts';
import type { IndirectQuote, Quote, Speaker } from './quote.ts';
import { type QuotableArticle, type Reading, type Run, readArticle } from './reading.ts';
import { weigh } from './weigh.ts';

/** Who says what in an article, and who is who: worked out together, so that both speak of the same people. */
export type Speech = {
  readonly quotes: readonly Quote[];
  readonly indirect: readonly IndirectQuote[];
  readonly people: readonly Person[];
};

/** Reads an article once for its quotes, reported speech and people. All spans point into its text. Never throws. */
export function analyzeSpeech(article: QuotableArticle): Speech {
  const reading = readArticle(article);
  const spoken = new Map<number, number>();
  const quotes: Quote[] = [];
  const resolved = new Map<Mention, Entity | null>();
  let lastSpeaker: Entity | null = null;
  const confidences = new Map<Run, number>();
  const resolve = (mention: Mention): Entity | null => {
    if (mention.entity !== null) return mention.entity;
    const known = resolved.get(mention);
    if (known !== undefined) return known;
    const entity = antecedentOf(reading, reading.mentions.indexOf(mention), lastSpeaker);
    resolved.set(mention, entity);
    return entity;
  };
  const chosen = attributeRuns(
    reading,
    (run, candidates) => {
      const scores = candidates.map((candidate) => weigh(candidate.clues, LEARNED));
      const best = scores.indexOf(Math.max(...scores));
      const top = scores[best] ?? 0;
      confidences.set(run, 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
      return best;
    },
    () => true,
    (mention) => {
      const entity = resolve(mention);
      if (entity !== null) lastSpeaker = entity;
      return entity?.id ?? null;
    },
  );
  for (const [index, run] of reading.runs.entries()) {
    const mention = chosen[index] ?? null;
    const entity = mention === null ? null : resolve(mention);
    const speaker = mention === null ? null : speakerOf(reading, mention, entity);
    if (entity !== null) spoken.set(entity.id, (spoken.get(entity.id) ?? 0) + 1);
    quotes.push({
      ...cut(reading.text, run.start, run.end),
      speaker,
      confidence: speaker === null ? 0 : (confidences.get(run) ?? 0),
    });
  }
  return { quotes, indirect: [], people: peopleOf(reading.text, reading.words, reading.entities, spoken) };
}

function speakerOf(reading: Reading, mention: Mention, entity: Entity | null): Speaker | null {
  const start = reading.words[mention.from]?.start ?? 0;
  const end = reading.words[mention.to - 1]?.end ?? start;
  const words = reading.text.slice(start, end);
  if (entity === null && ['he', 'she', 'they', 'it', 'who', 'i'].includes(mention.kind)) return null;
  const role = entity === null ? undefined : roleOf(reading.text, reading.words, entity);
  return {
    name: entity === null ? words : nameOf(reading.text, reading.words, entity),
    mention: words,
    start,
    end,
    ...(role === undefined ? {} : { role }),
  };
}
