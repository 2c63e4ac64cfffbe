/** A kind of word; `number` is any word that begins with a digit. */
export type Trait =
  | 'third'
  | 'pointing'
  | 'own'
  | 'press'
  | 'inviting'
  | 'midway'
  | 'earlier'
  | 'since'
  | 'has'
  | 'had'
  | 'stands'
  | 'would'
  | 'explains'
  | 'according'
  | 'many'
  | 'today'
  | 'speech'
  | 'ahead'
  | 'addressed'
  | 'number';

/**
 * Kinds of words by which a sentence is known at a glance: a rule that needs one of them is not tried where none stands.
 * In small letters, and without what stands behind an apostrophe.
 */
const WORDS: Readonly<Record<Exclude<Trait, 'number'>, string>> = {
  third: 'he she they it him his her hers himself herself',
  pointing: 'this that these',
  own: 'i we my our us me m re',
  press: 'writer reporter columnist correspondent editor contributed contributing',
  inviting: 'sign subscribe originally rights appeared reprinted article story follow email mail terms',
  midway: 'also too meanwhile well that other second latter two same former',
  earlier:
    'last previous ago earlier before recent years decades centuries months past historically traditionally previously ' +
    'formerly once originally until',
  since: 'since first second third latest last only',
  has: 'has have',
  had: 'had',
  stands: 'is are was were',
  would: 'would could may might',
  explains:
    'analyst analysts expert experts observer observers historian historians economist economists critics scholars ' +
    'researchers groups campaigners estimate estimates figures statistics data studies survey surveys poll polls',
  according: 'according',
  many: 'millions billions thousands hundreds tens dozens half thirds third quarter majority',
  today:
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening week',
  speech:
    'said told added announced tweeted wrote posted says alleged claimed asserted insisted asked acknowledged declined',
  ahead: 'will expected plans set due next',
  addressed: 'i we my our you your',
};

const NAMES = [...Object.keys(WORDS), 'number'] as readonly Trait[];

/** A bit for each trait. */
export const TRAIT: Readonly<Record<Trait, number>> = Object.fromEntries(
  NAMES.map((name, at) => [name, 1 << at]),
) as Record<Trait, number>;

const TRAITS_OF: ReadonlyMap<string, number> = bitsByWord();

function bitsByWord(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [name, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) {
      bits.set(word, (bits.get(word) ?? 0) | TRAIT[name as Trait]);
    }
  }
  return bits;
}

/** The traits of a word in small letters, a bit each. */
export function traitsOf(lower: string): number {
  const first = lower.charCodeAt(0);
  const number = first > 47 && first < 58 ? TRAIT.number : 0;
  return (TRAITS_OF.get(lower) ?? 0) | number;
}
