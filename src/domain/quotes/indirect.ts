import type { Entity } from '../background/entities.ts';
import type { Nameplate } from '../background/entity-name.ts';
import { cutWords, textOf } from '../text/words.ts';
import { newThread, type Thread } from './antecedents.ts';
import type { Attribution, Judge } from './attribute.ts';
import { clauseOf } from './clauses.ts';
import type { Mentions } from './clues.ts';
import type { VerbLink } from './cues.ts';
import { meaningOf, remember } from './meaning.ts';
import type { IndirectQuote } from './quote.ts';
import type { Reading } from './reading.ts';
import { speakerOf } from './speaker.ts';

/**
 * The clauses that report speech without marks, in reading order, each with its speaker; those whose speaker the article
 * does not tell are left out. `attributions` are those of the quotes: pronouns are understood by who has spoken so far.
 */
export function findIndirect(
  reading: Reading,
  mentions: Mentions,
  judge: Pick<Judge, 'antecedent'>,
  attributions: readonly Attribution[],
  nameplate: (entity: Entity) => Nameplate,
): IndirectQuote[] {
  const thread = newThread();
  const hear = listener(thread, attributions);
  const found: IndirectQuote[] = [];
  let last = 0;
  for (const [index, mention] of reading.mentions.entries()) {
    hear(mention.from);
    const clause = clauseOf(reading, mention, mentions.standings[index]?.link ?? NO_LINK);
    if (clause === null || clause.from < last) continue;
    const { entity, sureness } = meaningOf(reading, mentions, index, thread, judge);
    remember(thread, mention, entity, mention.paragraph);
    const speaker = speakerOf(reading, { mention, entity, sureness: 1, entitySureness: sureness }, nameplate);
    if (speaker === null) continue;
    last = clause.to;
    const cue = textOf(reading, clause.cueFrom, clause.cueTo);
    const { text, start, end } = cutWords(reading, clause.from, clause.to);
    found.push({ text, start, end, speaker, cue });
  }
  return found;
}

const NO_LINK: VerbLink = { cue: null, gap: 'none' };

/** Notes on a thread who has spoken before a word; to be told in reading order. */
function listener(thread: Thread, attributions: readonly Attribution[]): (word: number) => void {
  let next = 0;
  return (word) => {
    for (
      let said = attributions[next];
      said !== undefined && said.run.from < word;
      said = attributions[next]
    ) {
      remember(thread, said.mention, said.entity, said.run.paragraph);
      next++;
    }
  };
}
