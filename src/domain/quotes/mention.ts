import type { Entity } from '../background/entities.ts';
import type { Gender } from '../text/given-names.ts';
import type { CLUES } from './clue-table.ts';

/**
 * What kind of words name someone. `role` is an office (`the senator`), `thing` a text or body (`the report`), `noun` any
 * other noun that stands where a speaker would.
 */
export type MentionKind = Exclude<(typeof CLUES)['kind'][number], 'nobody'>;

/** A place of the narration at which someone is named, by whatever words. Numbers `from` and `to` index words. */
export type Mention = {
  readonly kind: MentionKind;
  readonly from: number;
  readonly to: number;
  /** Where the noun phrase begins, titles and articles counted in. */
  readonly outerFrom: number;
  readonly entity: Entity | null;
  readonly gender: Gender | null;
  readonly paragraph: number;
  readonly sentence: number;
};
