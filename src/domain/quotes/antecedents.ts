import type { Entity } from '../background/entities.ts';
import type { Mention } from './mention.ts';
import type { Reading } from './reading.ts';

/** How many mentions back a pronoun can reach. */
const REACH = 30;
const REACH_PARAGRAPHS = 5;

/** What is known of an antecedent so far, the higher the likelier. */
type Guess = { readonly entity: Entity; score: number };

/** Who `he`, `she` or `who` stands for at one place; null where nobody fits. */
export function antecedentOf(reading: Reading, index: number, lastSpeaker: Entity | null): Entity | null {
  const pronoun = reading.mentions[index];
  if (pronoun === undefined) return null;
  if (pronoun.kind === 'who') return reading.mentions[index - 1]?.entity ?? null;
  if (pronoun.kind !== 'he' && pronoun.kind !== 'she') return null;
  const guesses = new Map<number, Guess>();
  for (let at = index - 1; at >= 0 && at > index - REACH; at--) {
    const mention = reading.mentions[at];
    if (mention === undefined || mention.paragraph < pronoun.paragraph - REACH_PARAGRAPHS) break;
    addGuess(guesses, reading, pronoun, mention, at, index);
  }
  let best: Guess | null = null;
  for (const guess of guesses.values()) {
    if (guess.entity === lastSpeaker) guess.score += 2.5;
    if (best === null || guess.score > best.score) best = guess;
  }
  return best?.entity ?? null;
}

function fits(entity: Entity, pronoun: Mention): boolean {
  if (entity.kind === 'body' || entity.kind === 'place') return false;
  return entity.gender === null || entity.gender === pronoun.gender;
}

function addGuess(
  guesses: Map<number, Guess>,
  reading: Reading,
  pronoun: Mention,
  mention: Mention,
  at: number,
  index: number,
): void {
  const { entity } = mention;
  if (entity === null || !fits(entity, pronoun)) return;
  const isFirst = reading.mentions[at - 1]?.sentence !== mention.sentence;
  const known = entity.gender === pronoun.gender ? 1.2 : 0;
  const near = 3 / (1 + pronoun.paragraph - mention.paragraph) - 0.12 * (index - at);
  const score = near + known + (isFirst ? 1.5 : 0) + (mention.sentence === pronoun.sentence ? -0.3 : 0);
  const before = guesses.get(entity.id);
  if (before === undefined) guesses.set(entity.id, { entity, score });
  else before.score = Math.max(before.score, score) + 0.15;
}
