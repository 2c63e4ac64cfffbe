import type { Entity } from '../background/entities.ts';
import type { Nameplate } from '../background/entity-name.ts';
import { cutWords } from '../text/words.ts';
import type { Attribution } from './attribute.ts';
import type { MentionKind } from './mention.ts';
import type { Speaker } from './quote.ts';
import type { Reading } from './reading.ts';

/** These name nobody by themselves: without an entity the speaker is unknown. */
const PRONOUNS: ReadonlySet<MentionKind> = new Set<MentionKind>(['he', 'she', 'they', 'it', 'who', 'i']);

/** Under this share of the odds an attribution is withheld: the reader is told nothing rather than something wrong. */
const LEAST_CONFIDENCE = 0.3;

/** Whose words something is, as an attribution says it. */
type Said = Pick<Attribution, 'mention' | 'entity' | 'sureness' | 'entitySureness'>;

/** How often an attribution this sure is right. */
export function confidenceOf({ sureness, entitySureness }: Said): number {
  return sureness * entitySureness;
}

/** The speaker as a reader is told; null where the article does not tell, or not surely enough. */
export function speakerOf(
  reading: Reading,
  attribution: Said,
  nameplate: (entity: Entity) => Nameplate,
): Speaker | null {
  const { mention, entity } = attribution;
  if (mention === null || confidenceOf(attribution) < LEAST_CONFIDENCE) return null;
  if (entity === null && PRONOUNS.has(mention.kind)) return null;
  const { text, start, end } = cutWords(reading, mention.from, mention.to);
  const { name, role } = entity === null ? { name: text, role: undefined } : nameplate(entity);
  return role === undefined ? { name, mention: text, start, end } : { name, role, mention: text, start, end };
}
