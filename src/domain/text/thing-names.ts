import { NO_WORD, type Word } from './word.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Last words that nobody bears as a last name: of what is built, of land and water, of what is held, signed or fought. */
const SURE = words(`
  airport airfield stadium station square avenue road boulevard highway motorway freeway expressway railway palace cathedral
  basilica theatre theater arena plaza tunnel canal dam pier harbour harbor dock docks wharf quay terminal lighthouse cemetery
  monument memorial prison jail penitentiary zoo hotel mosque synagogue monastery barracks observatory courthouse shipyard
  refinery mall market skyscraper viaduct aqueduct reservoir checkpoint
  ocean sea island islands mountains hills river valley desert coast reef glacier volcano creek district
  county counties city village town quarter estate gardens peninsula plateau archipelago lagoon delta suburbs
  act treaty accord accords agreement pact scheme project initiative amendment doctrine protocol index report inquiry
  investigation scandal affair dossier memo debate primary election elections referendum crisis summit talks war wars
  offensive uprising revolution festival cup championship championships tournament trophy olympics games marathon award
  awards prize prizes medal week season parade`);

/** The same of few people, who have a first name that is known for one. */
const SELDOM = words(
  'bridge street tower towers castle forest garden fort temple abbey bay falls lake mountain beach ferry express mine strait',
);

/** Last names of many: of a place only where the words before say so. */
const SURNAMES_TOO = words('park hall lane day wall heath marsh hill field wood gate mill lodge cross');

/** First words of the names of storms, deeds of war, land and water. */
const BEFORE = words('hurricane typhoon cyclone operation mount lake cape port fort');

const AT_A_PLACE = words('at near outside inside across through along beneath under behind around');
const PERHAPS_AT = words('in on to from over the');

/**
 * Whether the words from `from` to `to` name a thing and nobody: `Harbour Bridge`, `Victoria Station`, `Lanmere Treaty`,
 * `Mount Holm`. `hasGivenName`: the first one is known as a given name.
 */
export function namesThing(all: readonly Word[], from: number, to: number, hasGivenName: boolean): boolean {
  const last = all[to - 1] ?? NO_WORD;
  if (SURE.has(last.bare)) return true;
  if (to - from < 2) return SELDOM.has(last.bare);
  if (BEFORE.has(all[from]?.bare ?? '')) return true;
  const before = all[from - 1]?.lower ?? '';
  const isAt = last.shape !== 'possessive' && AT_A_PLACE.has(before);
  if (SELDOM.has(last.bare)) return !hasGivenName || isAt || PERHAPS_AT.has(before);
  return SURNAMES_TOO.has(last.bare) && (isAt || (!hasGivenName && PERHAPS_AT.has(before)));
}
