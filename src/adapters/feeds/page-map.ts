import type { PageDocument, PageElement } from './page-document.ts';

/** A page's elements in reading order, and where its story is among them. */
export type PageMap = {
  readonly elements: readonly PageElement[];
  readonly orderOf: (element: PageElement) => number;
  /** Where the headline stands; -1 when the page has none. */
  readonly headingAt: number;
  /** Where the second long paragraph behind the headline stands: what describes the story as a whole stands before it. */
  readonly storyAt: number;
  /** Whether an element belongs to what stands round a story: comments, other stories, menus. */
  readonly isOutside: (element: PageElement) => boolean;
};

const ROUND_THE_STORY =
  /(?:^|[-_\s])(?:comments?|disqus|related|sidebar|rail|promo\w*|recommend\w*|recirc\w*|popular|trending|newsletters?|outbrain|taboola|footer|navigation|navbar|nav|menu|ads?|advert\w*|sponsor\w*|shar(?:e|es|ing)|social|most-?(?:read|viewed|popular|shared)|more-(?:from|stories|news|on)|also-(?:in|on)|read-?(?:more|next)|you-may)(?:$|[-_\s])|(?:comment|related|sidebar|footer|popular)(?:s|list|box|body|items?|stories|articles|posts|content)?(?:$|[-_\s])/i;

/** Elements that hold the story, whatever their names say. */
const STORY_TAGS: ReadonlySet<string> = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE']);
const ROUND_TAGS: ReadonlySet<string> = new Set(['NAV', 'FOOTER', 'DIALOG']);
/** What a page says of its layout: `no-sidebar`, `has-related`. */
const WITHOUT = /\b(?:no|not|non|has|with|without|hide|enable|disable)[-_][\w-]*/gi;
/** A form with more characters holds a whole page, as one publishing system has it. */
const LONGEST_FORM = 2_500;
/** Characters from which on a paragraph is taken for one of the story. */
const LONG = 80;
/** So many elements round the heading are looked at where the page has no long paragraphs. */
const REACH = 400;

/** What an element says of itself in its attributes. */
export function namesOf(element: PageElement): string {
  return [
    element.getAttribute('class'),
    element.getAttribute('id'),
    element.getAttribute('data-testid'),
    element.getAttribute('data-component'),
  ]
    .filter((name) => name !== null)
    .join(' ');
}

function standsRound(element: PageElement): boolean {
  if (STORY_TAGS.has(element.tagName)) return false;
  const names = namesOf(element).replace(WITHOUT, '');
  if (element.tagName === 'FORM') return (element.textContent?.length ?? 0) <= LONGEST_FORM;
  return ROUND_TAGS.has(element.tagName) || (ROUND_THE_STORY.test(names) && !/by-?line/i.test(names));
}

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Headlines that stand in other elements than `h1`, which then holds the name of the paper or of a section. */
const HEADLINE_NAMES = /head-?line|title/i;

function saysTitle(element: PageElement, wanted: string): boolean {
  const isCandidate = /^H[2-4]$/.test(element.tagName) || HEADLINE_NAMES.test(namesOf(element));
  const { textContent } = element;
  return isCandidate && textContent !== null && textContent.length < 400 && plain(textContent) === wanted;
}

function headingIn(elements: readonly PageElement[], title: string | undefined): number {
  const wanted = title === undefined ? '' : plain(title);
  const headings = elements.flatMap((element, at) => (element.tagName === 'H1' ? [at] : []));
  const same = headings.find((at) => {
    const words = plain(elements[at]?.textContent ?? '');
    return words !== '' && (wanted.includes(words) || words.includes(wanted));
  });
  if (same !== undefined) return same;
  const elsewhere = wanted === '' ? -1 : elements.findIndex((element) => saysTitle(element, wanted));
  return elsewhere === -1 ? (headings[0] ?? -1) : elsewhere;
}

/** A paragraph of the story, not one that names writer and date. */
export function isProse(element: PageElement): boolean {
  return (
    element.tagName === 'P' &&
    (element.textContent?.replace(/\s+/g, ' ').trim().length ?? 0) >= LONG &&
    element.querySelector('time, [rel~="author"]') === null
  );
}

/** From so many long paragraphs on a page has a story. */
const STORY_PARAGRAPHS = 4;

/** Whether most of a page's long paragraphs stand in an element, which then is no box beside them. */
function holdsStory(element: PageElement, prose: number): boolean {
  if (prose < STORY_PARAGRAPHS || /comment|disqus|footer/i.test(namesOf(element))) return false;
  return [...element.querySelectorAll('p')].filter(isProse).length > prose / 2;
}

/** Looks once over all elements of a page. `title`: by which its headline is known among others. */
export function mapOf(page: PageDocument, title?: string): PageMap {
  const elements = [...page.querySelectorAll('*')];
  const order = new Map(elements.map((element, at) => [element, at]));
  const headingAt = headingIn(elements, title);
  const above = new Set<PageElement>();
  for (let up = elements[headingAt]; up !== undefined; up = up.parentElement ?? undefined) above.add(up);
  const prose = elements.filter(isProse).length;
  const known = new Map<PageElement, boolean>();
  const isOutside = (element: PageElement): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const { parentElement } = element;
    const isRound = !above.has(element) && standsRound(element) && !holdsStory(element, prose);
    const answer = isRound || (parentElement !== null && isOutside(parentElement));
    known.set(element, answer);
    return answer;
  };
  const long = elements.flatMap((element, at) =>
    at > headingAt && isProse(element) && !isOutside(element) ? [at] : [],
  );
  return {
    elements,
    orderOf: (element) => order.get(element) ?? Number.POSITIVE_INFINITY,
    headingAt,
    storyAt: long[1] ?? long[0] ?? Math.max(headingAt, 0) + REACH,
    isOutside,
  };
}
