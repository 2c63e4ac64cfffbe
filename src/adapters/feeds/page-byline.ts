import { agencyOf, bylineOfLine, personsOf } from '../../domain/article/byline.ts';
import { bylineBesideDate } from '../../domain/article/dated-byline.ts';
import { linesOverStory, shownBylines } from './page-byline-lines.ts';
import type { PageData } from './page-data.ts';
import type { PageDocument } from './page-document.ts';
import type { PageMap } from './page-map.ts';
import { isPaperName } from './page-title.ts';

const META =
  'meta[name="author" i], meta[name="byl" i], meta[property="author" i], meta[property="article:author" i], meta[name="parsely-author" i], meta[name="sailthru.author" i], meta[name="dc.creator" i], meta[name="article:author" i], meta[itemprop="author" i], meta[name="twitter:creator" i]';

/** Lines of the text among which a byline is looked for. */
const LINES = 12;

function metaNames(page: PageDocument): readonly string[] {
  return [...page.querySelectorAll(META)]
    .map((meta) => meta.getAttribute('content')?.trim() ?? '')
    .filter((name) => name !== '' && !/^(?:https?:)?\/\//.test(name));
}

function firstOf<T>(values: readonly T[], read: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Bylines as a page writes them, surest first. */
export type Bylines = {
  readonly written: readonly string[];
  readonly persons: readonly string[];
  /** Lines between headline and story that may give a name with the date. */
  readonly lines: readonly string[];
};

export function pageBylines(page: PageDocument, data: PageData, map: PageMap): Bylines {
  const written = [data.authors.join('; '), ...metaNames(page), ...shownBylines(map)];
  return {
    written: written.filter((raw) => raw !== ''),
    persons: data.persons,
    lines: linesOverStory(map),
  };
}

/** Names are written with capitals throughout; a word that the story has in small letters belongs to none. */
function isNameIn(text: string, name: string): boolean {
  const words = name.match(/\p{L}{3,}/gu) ?? [];
  return words.every(
    (word) => !new RegExp(String.raw`(?<!\p{L})${word.toLowerCase()}(?!\p{L})`, 'u').test(text),
  );
}

type Story = { readonly text: string; readonly site: string | undefined; readonly url: string | undefined };

function nameBesideDate(line: string, { text, site, url }: Story): string | undefined {
  const name = bylineBesideDate(line, (words) => isPaperName(words, site, url));
  return name !== undefined && isNameIn(text, name) ? name : undefined;
}

/** Whether a name is the paper's, with or without a word before it: `Ediciones El Faro`. */
function isPaper(name: string, paper: string | undefined): boolean {
  if (paper === undefined) return false;
  const isLonger = paper.includes(' ') && /^\p{L}+ $/u.test(name.slice(0, -paper.length));
  return name === paper || (isLonger && name.endsWith(paper));
}

/**
 * Who wrote the story. Persons that the page names anywhere win over agencies; the paper's own name is nobody, since a
 * wrong byline is worse than none. `text`: the story, in which a line may be the byline.
 */
export function bestByline(
  { written, persons: ofData, lines: shown }: Bylines,
  story: Story,
): string | undefined {
  const { text, site } = story;
  const notOwn = (raw: string): boolean => !isPaper(raw.toLowerCase(), site?.toLowerCase());
  /** Who is left when agencies and others are taken away may be the paper still. */
  const persons = (raw: string): string | undefined => {
    const names = personsOf(raw);
    return names !== undefined && notOwn(names) ? names : undefined;
  };
  const stated = written.filter(notOwn);
  const lines = text.split('\n', LINES * 2).filter((line) => line !== '');
  return (
    firstOf(stated, persons) ??
    firstOf(lines.slice(0, LINES), (line) =>
      bylineOfLine(line) === undefined ? undefined : persons(line),
    ) ??
    firstOf(ofData.filter(notOwn), (raw) => personsOf(raw, { single: true })) ??
    firstOf(shown, (line) => nameBesideDate(line, story)) ??
    firstOf(stated, agencyOf)
  );
}
