const WEEKDAYS: readonly (readonly [string, string])[] = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
];

const MONTHS: readonly (readonly [string, string])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

/** Names may be shortened to this many letters. */
const SHORTEST = 3;

/** 0 for Sunday; undefined for what names no day of the week in English or Spanish. */
export function namedWeekday(word: string): number | undefined {
  return placeOf(WEEKDAYS, word);
}

/** 1 for January. */
export function namedMonth(word: string): number | undefined {
  const place = placeOf(MONTHS, word);
  return place === undefined ? undefined : place + 1;
}

function placeOf(names: readonly (readonly string[])[], word: string): number | undefined {
  if (word.length < SHORTEST) return undefined;
  const place = names.findIndex((forms) => forms.some((form) => form.startsWith(word)));
  return place < 0 ? undefined : place;
}

/** Lower case, without accents and commas, single spaces; `9 de la mañana` becomes `9 am`, `9 p. m.` `9 pm`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/,/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?de la manana/g, ' am')
    .replaceAll(/ ?de la (tarde|noche)/g, ' pm')
    .replaceAll(/\b([ap])\. ?m\b\.?/g, '$1m')
    .trim();
}
