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
  | 'opinion'
  | 'explains'
  | 'according'
  | 'many'
  | 'today'
  | 'speech'
  | 'ahead'
  | 'addressed'
  | 'person'
  | 'voiced'
  | 'leaning'
  | 'phrase'
  | 'connecting'
  | 'label'
  | 'pictured'
  | 'network'
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
  opinion: 'surely clearly undoubtedly unfortunately should ought must',
  explains:
    'analyst analysts expert experts observer observers historian historians economist economists critics scholars ' +
    'researchers groups campaigners estimate estimates figures statistics data studies survey surveys poll polls',
  according: 'according',
  many: 'millions billions thousands hundreds tens dozens half thirds third quarter majority',
  today:
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening week',
  speech:
    'said saying told added announced tweeted wrote posted says alleged claimed asserted insisted asked acknowledged declined ' +
    'noted decried conceded',
  ahead: 'will expected plans set due next',
  addressed: 'i we my our you your',
  person: 'he she him his her hers himself herself',
  voiced:
    'said says added adds told tells wrote writes tweeted explained continued insisted claimed asked recalled noted admitted ' +
    'joked argued warned went replied posted stated concluded revealed confessed declared remarked',
  leaning:
    'he she it they him her his hers its their theirs this that these those such same but and or so yet nor plus however ' +
    'moreover furthermore meanwhile also therefore thus hence instead otherwise nevertheless nonetheless still besides ' +
    'additionally then afterward afterwards later likewise similarly consequently indeed too rather conversely ' +
    'accordingly elsewhere both neither either another other others here',
  phrase:
    'for in as on at after of among the one some most all even not by since until soon shortly moments there why because ' +
    'despite with to if sure well yes no again granted true more importantly worse simply put',
  connecting:
    'however though too also meanwhile turn example instance therefore moreover nevertheless course then contrast hand ' +
    'result fact indeed',
  label:
    'photo image picture pictured caption video above below left right file scroll seen shown reporting additional writing ' +
    'edited compiled words by read also see watch listen click tap sign subscribe follow join download share like visit ' +
    'check for more to learn related tune',
  pictured: 'pictured',
  network: 'shared posted twitter www',
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
