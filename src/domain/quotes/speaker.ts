import type { Entity } from '../background/entities.ts';
import { nameOf, roleOf } from '../background/entity-name.ts';
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

/** What an article calls those it names. */
export type Nameplate = { readonly name: string; readonly role?: string };

/** Tells what the article calls an entity; each is looked up once. */
export function nameplatesOf({ text, words }: Reading): (entity: Entity) => Nameplate {
  const known = new Map<Entity, Nameplate>();
  return (entity) => {
    const found = known.get(entity) ?? nameplateOf(text, words, entity);
    known.set(entity, found);
    return found;
  };
}

function nameplateOf(text: string, words: Reading['words'], entity: Entity): Nameplate {
  const name = nameOf(text, words, entity);
  const role = roleOf(text, words, entity);
  return role === undefined ? { name } : { name, role };
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
  const start = reading.words[mention.from]?.start ?? 0;
  const end = reading.words[mention.to - 1]?.end ?? start;
  const words = reading.text.slice(start, end);
  return { ...(entity === null ? { name: words } : nameplate(entity)), mention: words, start, end };
}
