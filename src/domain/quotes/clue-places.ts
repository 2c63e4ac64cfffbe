import { CLUES, type ClueName, placesOf, SPEAKER_MODEL } from './clue-table.ts';

/** Where each clue on speakers stands among the values. */
export const AT: typeof SPEAKER_MODEL.indexOf = SPEAKER_MODEL.indexOf;

type Places = {
  readonly [Clue in ClueName]: Readonly<Record<(typeof CLUES)[Clue][number], number>>;
};

/** The places of the values of those clues that go by name. */
export const V: Omit<Places, 'between' | 'distance' | 'times' | 'spoke' | 'length' | 'narration'> = {
  place: placesOf(CLUES.place),
  kind: placesOf(CLUES.kind),
  link: placesOf(CLUES.link),
  verb: placesOf(CLUES.verb),
  opener: placesOf(CLUES.opener),
  owns: placesOf(CLUES.owns),
  rank: placesOf(CLUES.rank),
  lead: placesOf(CLUES.lead),
  tail: placesOf(CLUES.tail),
  carry: placesOf(CLUES.carry),
  gap: placesOf(CLUES.gap),
  around: placesOf(CLUES.around),
};
