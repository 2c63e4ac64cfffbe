import { type Chance, chanceFrom, drawRank, type Frequencies } from './chance.ts';
import { capital, spell } from './words.ts';

/** The person most in the news stands in every tenth article; over a million articles there are about a million names. */
const PEOPLE: Frequencies = { common: 20_000, shift: 5, part: 0.7, exponent: 1.6, all: 3_000_000 };
const BODIES: Frequencies = { common: 3_000, shift: 5, part: 0.8, exponent: 1.6, all: 200_000 };
/** Names are shared: thousands are called by one first name, hundreds by one last name. */
const FIRST_NAMES: Frequencies = { common: 1_500, shift: 20, part: 0.95, exponent: 1.8, all: 20_000 };
const LAST_NAMES: Frequencies = { common: 20_000, shift: 60, part: 0.8, exponent: 1.7, all: 400_000 };

const FIRST = 'a bel chi do el far gre ha il jo ke li ma nor o pa que ros su ti um va wil yo'.split(' ');
const LAST = 'ber cor dan eck fal gri hart isk jar kel lund mor nick ost par rov sted tal ur ven wick'.split(
  ' ',
);
const KINDS = [
  'Ministry of',
  'University of',
  'Bank of',
  'Office of',
  'Council of',
  'Union of',
  'Institute of',
];

export type Cast = { readonly first: string; readonly last: string };

/** The person of a rank: 0 is the one that is named most. */
export function person(rank: number): Cast {
  const chance = chanceFrom(2_000_000_011 + rank);
  return {
    first: capital(spell(drawRank(chance, FIRST_NAMES), FIRST)),
    last: capital(spell(drawRank(chance, LAST_NAMES), LAST)),
  };
}

export function anyPerson(chance: Chance): Cast {
  return person(drawRank(chance, PEOPLE));
}

export function anyBody(chance: Chance): string {
  const rank = drawRank(chance, BODIES);
  return `${KINDS[rank % KINDS.length]} ${capital(spell(Math.floor(rank / KINDS.length), LAST))}`;
}
