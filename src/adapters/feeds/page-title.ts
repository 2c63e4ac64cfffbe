import { metaOf, type PageDocument, wordsOf } from './page-document.ts';

/** Marks between a headline, its section and the name of its paper in a window's title. */
const SEPARATOR = /\s+(?:[|•·»›:]|::|[–—-]{1,2})\s+|\s*\|\s*|\s+»\s+/gu;

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Names that a page may go by: its paper's, and its host's with and without the ending. */
function ownNames(site: string | undefined, url: string | undefined): ReadonlySet<string> {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\d?\./, '') : '';
  const labels = host.split('.').filter((label) => label.length > 3);
  return new Set(
    [site ?? '', host, ...labels]
      .map((name) => plain(name).replaceAll(' ', ''))
      .filter((name) => name !== ''),
  );
}

/** `CourierNews`, `courier.example`: no headline is written so. */
const BRAND = /^(?:\p{Lu}\p{Ll}+\p{Lu}\p{L}+|\S+\.(?:com|net|org|[a-z]{2}|co\.[a-z]{2}))$/u;

function isOwnName(text: string, own: ReadonlySet<string>): boolean {
  if (BRAND.test(text.trim())) return true;
  const name = plain(text).replaceAll(' ', '').replace(/^the/, '');
  return [...own].some((one) => {
    const bare = one.replace(/^the/, '');
    return (
      name === bare ||
      (name.length > 4 && wordCount(text) <= 4 && (bare.startsWith(name) || name.startsWith(bare)))
    );
  });
}

/** Whether words are the name of the page's paper, as it or its address gives it. */
export function isPaperName(words: string, site: string | undefined, url: string | undefined): boolean {
  return isOwnName(words, ownNames(site, url));
}

type Piece = { readonly text: string; readonly mark: string };

function piecesOf(title: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let mark = '';
  for (const match of title.matchAll(SEPARATOR)) {
    pieces.push({ text: title.slice(start, match.index), mark });
    mark = match[0];
    start = match.index + match[0].length;
  }
  return [...pieces, { text: title.slice(start), mark }].filter(({ text }) => text.trim() !== '');
}

const SECTION_MARK = /[|•·]/u;
/** A piece of at most so many words behind a bar is the name of a section. */
const LONGEST_SECTION = 3;

function isFurniture({ text, mark }: Piece, own: ReadonlySet<string>): boolean {
  return isOwnName(text, own) || (SECTION_MARK.test(mark) && wordCount(text) <= LONGEST_SECTION);
}

/** A title without the names of paper and section before and behind it. */
export function bareTitle(title: string, site: string | undefined, url: string | undefined): string {
  const own = ownNames(site, url);
  const once = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?<whole>.{12,}) \k<whole>(?=$|\s*[|•·–—-])/u, '$<whole>');
  let pieces = piecesOf(once);
  for (let last = pieces.at(-1); pieces.length > 1 && last !== undefined; last = pieces.at(-1)) {
    if (!isFurniture(last, own)) break;
    pieces = pieces.slice(0, -1);
  }
  for (let [first, second] = pieces; first !== undefined && second !== undefined; [first, second] = pieces) {
    if (
      !isOwnName(first.text, own) &&
      !(/[»›]/u.test(second.mark) && wordCount(first.text) <= LONGEST_SECTION)
    )
      break;
    pieces = pieces.slice(1);
  }
  return pieces
    .map(({ text, mark }, i) => (i === 0 ? '' : mark) + text)
    .join('')
    .trim();
}

type Candidate = { readonly title: string; readonly from: string; readonly weight: number };
type Witness = { readonly words: string; readonly bare: string; readonly from: string };

/** From so many words on a piece of a longer title is a headline by itself. */
const WHOLE_HEADLINE = 4;

function agrees(title: string, { words, bare }: Witness): boolean {
  const wanted = plain(title);
  if (wanted === plain(words) || wanted === plain(bare)) return true;
  return wordCount(title) >= WHOLE_HEADLINE && piecesOf(words).some(({ text }) => plain(text) === wanted);
}

/** Whether a heading says the same in other words as one of the titles; one that does not heads a section. */
function isKin(title: string, witnesses: readonly Witness[]): boolean {
  const own = plain(title).split(' ');
  return witnesses.some(({ words }) => {
    const others = new Set(plain(words).split(' '));
    return own.filter((word) => others.has(word)).length >= own.length * 0.4;
  });
}

function mostAgreed(candidates: readonly Candidate[], witnesses: readonly Witness[]): string | undefined {
  const weighed = candidates.map(({ title, from, weight }) => {
    const others = witnesses.filter((witness) => witness.from !== from);
    const isStrange = from === 'heading' && others.length > 0 && !isKin(title, others);
    const votes = others.filter((witness) => agrees(title, witness)).length;
    return { title, votes: weight + votes - (isStrange ? 1 : 0) };
  });
  return weighed.toSorted((a, b) => b.votes - a.votes)[0]?.title;
}

export type TitleClues = {
  readonly site: string | undefined;
  readonly url: string | undefined;
  readonly dataHeadline: string | undefined;
};

/**
 * The headline as readers see it: what headings, head and data of the page agree on, without paper and section.
 * Among equals a first-level heading wins, since the head may carry a title made for other pages.
 */
export function pageTitle(page: PageDocument, { site, url, dataHeadline }: TitleClues): string | undefined {
  const windowTitle = wordsOf(page.querySelector('title'));
  const shared = metaOf(page, 'og:title', 'twitter:title', 'headline', 'dc.title', 'parsely-title');
  const own = ownNames(site, url);
  const headings = [...page.querySelectorAll('h1')]
    .map((heading) => wordsOf(heading))
    .filter(
      (words) =>
        words !== undefined && words.length <= 300 && wordCount(words) >= 1 && !isOwnName(words, own),
    )
    .filter((words) => words !== undefined);
  const named = [
    { from: 'head', words: shared, weight: 0.2 },
    { from: 'data', words: dataHeadline, weight: 0.1 },
    { from: 'window', words: windowTitle, weight: 0 },
  ].flatMap(({ words, ...rest }) =>
    words === undefined ? [] : [{ ...rest, words, bare: bareTitle(words, site, url) }],
  );
  const candidates = [
    ...headings.map((title) => ({ title, from: 'heading', weight: wordCount(title) > 2 ? 0.3 : -0.5 })),
    ...named.map(({ bare, from, weight }) => ({ title: bare, from, weight })),
  ];
  const witnesses = [...named, ...headings.map((words) => ({ words, bare: words, from: 'heading' }))];
  return mostAgreed(
    candidates.filter(({ title }) => title !== ''),
    witnesses,
  );
}
