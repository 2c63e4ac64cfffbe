import { personsOf } from './byline.ts';
import { findDate, saysWhenAlone } from './dates.ts';

/** Longer lines are no bylines, in UTF-16 units. */
const LONGEST = 160;
/** Columns and sections are called so, and hardly anybody is. */
const SECTION = /^(?:la|el|le|les|los|las|il|lo|die|das) /iu;
const BARS = /\s*[|·•]\s*|\s+[–—-]{1,2}\s+/u;

/** The persons of a line that names nobody but them beside a date: `May 15, 2013 3:46 PM | Jane Doe`. */
export function bylineBesideDate(
  line: string,
  isPaper: (words: string) => boolean = () => false,
): string | undefined {
  const date = line.length > LONGEST || !/\d/.test(line) ? undefined : findDate(line);
  if (date === undefined) return undefined;
  const pieces = [line.slice(0, date.start), line.slice(date.end)]
    .flatMap((part) => part.split(BARS))
    .filter((piece) => !saysWhenAlone(piece) && !isPaper(piece));
  const [piece] = pieces;
  return piece === undefined || pieces.length > 1 || SECTION.test(piece) ? undefined : personsOf(piece);
}
