import { quotedStretches } from './speech-marks.ts';
import { findAmounts } from './unsupported-amounts.ts';
import { findDays } from './unsupported-days.ts';
import { findCapitals, nameStands, smallStems } from './unsupported-names.ts';

/** What a text says that its article does not. */
export type Unsupported = {
  readonly kind: 'name' | 'number' | 'date' | 'quotation' | 'script';
  readonly text: string;
};

/** Marks and spaces that are written in many ways are compared in one. */
function plain(text: string): string {
  return text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

function quotations(written: string, article: string): readonly Unsupported[] {
  const stands = plain(article);
  return quotedStretches(written)
    .map(({ start, end }) => written.slice(start, end))
    .filter((quoted) => !stands.includes(plain(quoted).replaceAll(/^["']|[.,;:!?]*["']$/g, '')))
    .map((text) => ({ kind: 'quotation', text }));
}

function missing(
  kind: Unsupported['kind'],
  find: (text: string) => ReadonlyMap<string, string>,
  written: string,
  article: string,
): readonly Unsupported[] {
  const known = find(article);
  return [...find(written)].filter(([key]) => !known.has(key)).map(([, text]) => ({ kind, text }));
}

/**
 * The names, numbers, dates and quotations of a written text that do not stand in the article it tells of; empty where
 * all of them do. Where names cannot be told, in scripts without capital letters, nothing is supported.
 *
 * A name stands when its words stand in this order within one name of the article; a number with its scale (`2 million`
 * is not `2`); a day with its month; a quotation word for word.
 */
export function findUnsupported(written: string, article: string): readonly Unsupported[] {
  const uncased = /\p{Lo}+/u.exec(written);
  if (uncased !== null) return [{ kind: 'script', text: uncased[0] }];
  const names = findCapitals(article);
  const small = smallStems(article);
  return [
    ...quotations(written, article),
    ...missing('number', findAmounts, written, article),
    ...missing('date', findDays, written, article),
    ...findCapitals(written)
      .filter((name) => !nameStands(name, names, small))
      .map((name) => ({ kind: 'name' as const, text: name.text })),
  ];
}
