import { bylineOfLine } from '../../domain/article/byline.ts';
import { isElement, type PageElement, type PageNode, wordsOf } from './page-document.ts';
import { namesOf, type PageMap } from './page-map.ts';
import { shows } from './picture-files.ts';

const CAPTION_NAMES =
  /caption|cutline|légende|legende?(?:$|[-_\s])|bildunterschrift|pie-?(?:de-?)?foto|didascalia|bildtext|photo-?desc|image-?desc|подпись/i;
const CREDIT_NAMES =
  /(?:^|\s)(?:source|quelle)(?:$|\s)|credit|copyright|photographer|attribution|(?:image|photo|picture|media|foto)[-_]?(?:source|author|byline)|fotograf|crédit|quelle/i;
/** Credits that say what they are to those who hear the page. */
const CREDIT_WORDS = /^\s*(?:image|photo|picture)\s+(?:source|credit|copyright)\s*[,:]\s*\S/i;
/** Captions of talk, games and tables, and buttons that open pictures. */
const NO_CAPTION_NAMES =
  /no[-_]caption|transcript|table-?caption|captcha|video-?caption-?(?:button|menu)|captions?-(?:button|menu|settings|on|off)/i;

/** A caption with the element that holds it together with its picture. */
export type Framed = { readonly caption: PageElement; readonly frame: PageElement; readonly at: number };

const LONGEST = 900;
const LONGEST_CREDIT = 160;
/** So far up from a caption its picture is looked for. */
const HIGHEST = 5;
/** An element with more pictures or more words than these frames no single one. */
const MOST_PICTURES = 4;
const MOST_WORDS = 1_600;
/** A picture's element has fewer words of its own. */
const LEAST_WORDS = 40;

const isPicture = (element: PageElement): boolean =>
  /^(?:IMG|PICTURE|AMP-IMG|VIDEO|FIGURE)$/.test(element.tagName.toUpperCase());

export function isCaption(element: PageElement): boolean {
  if (element.tagName === 'FIGCAPTION') return true;
  if (element.getAttribute('itemprop')?.split(/\s+/).includes('caption') === true) return true;
  const names = namesOf(element);
  return CAPTION_NAMES.test(names) && !NO_CAPTION_NAMES.test(names) && !isPicture(element);
}

export function isCredit(element: PageElement): boolean {
  return (
    /(?:creditText|copyrightHolder|author)/.test(element.getAttribute('itemprop') ?? '') ||
    CREDIT_WORDS.test(element.textContent?.slice(0, 60) ?? '') ||
    (element.tagName === 'CITE' && !CAPTION_NAMES.test(namesOf(element))) ||
    (CREDIT_NAMES.test(namesOf(element)) && (element.textContent?.length ?? 0) <= LONGEST_CREDIT)
  );
}

const below = (element: PageElement): readonly PageElement[] => [...element.querySelectorAll('*')];

/** The elements of a kind that hold no other of it. */
function innermost(
  elements: readonly PageElement[],
  is: (element: PageElement) => boolean,
): readonly PageElement[] {
  return elements.filter((element) => is(element) && !below(element).some(is));
}

/** The elements above one, nearest first. */
export function above(element: PageElement, most: number): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let up = element.parentElement; up !== null && found.length < most; up = up.parentElement)
    found.push(up);
  return found;
}

/** The element right before one, where a picture stands that shares no box with its caption alone. */
function pictureBefore(caption: PageElement): PageElement | undefined {
  const box = above(caption, 2).findLast((up) => wordsOf(up) === wordsOf(caption)) ?? caption;
  const siblings = [...(box.parentElement?.childNodes ?? [])].filter(isElement);
  const before = siblings[siblings.indexOf(box) - 1];
  return before !== undefined &&
    (before.textContent?.trim().length ?? 0) < LEAST_WORDS &&
    holdsPicture(before)
    ? before
    : undefined;
}

const holdsPicture = (element: PageElement): boolean =>
  element.tagName === 'IMG' || element.querySelector('img, amp-img, video') !== null;

/** Captions that lead to another story are its headline, but for a sentence that leads to more of the lead image. */
function isHeadline(caption: PageElement, frame: PageElement, leadName: string | undefined): boolean {
  const link = caption.querySelector('a[href]');
  if (link === null || wordsOf(link) !== wordsOf(caption)) return false;
  return leadName === undefined || !/[.!?]["”]?$/.test(wordsOf(link) ?? '') || !shows(frame, leadName);
}

function frameOf(caption: PageElement, map: PageMap): PageElement | undefined {
  const mostWords = MOST_WORDS + (caption.textContent?.length ?? 0);
  const frame = [caption, ...above(caption, HIGHEST)].find(
    (up) => up.querySelector('img, amp-img, video') !== null || (up.textContent?.length ?? 0) > mostWords,
  );
  const pictures = frame === undefined ? 0 : [...frame.querySelectorAll('img, amp-img, video')].length;
  const isSingle =
    frame !== undefined && (frame.textContent?.length ?? 0) <= mostWords && pictures <= MOST_PICTURES;
  const found = isSingle ? frame : pictureBefore(caption);
  return found === undefined || map.isOutside(found) ? undefined : found;
}

/** The captions of a page's pictures in reading order, but for those of what stands round its story. `leadName`: of its lead image's file. */
export function captionsOf(map: PageMap, leadName?: string): readonly Framed[] {
  const captions = map.elements.filter(
    (element) =>
      isCaption(element) && !map.isOutside(element) && (element.textContent?.length ?? 0) <= LONGEST,
  );
  return captions.flatMap((caption) => {
    const holdsAnother = below(caption).some(
      (inner) => isCaption(inner) && captionWords(inner) !== undefined,
    );
    if (holdsAnother || captionWords(caption) === undefined) return [];
    const frame = frameOf(caption, map);
    if (frame === undefined || isHeadline(caption, frame, leadName)) return [];
    return [{ caption, frame, at: map.orderOf(caption) }];
  });
}

const SILENT: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'BUTTON', 'NOSCRIPT', 'SVG', 'TEMPLATE']);
/** Words of the buttons that stand with captions, and counts of galleries. */
const BUTTONS =
  /^(?:view (?:the )?(?:photo )?gallery\s*[—–:-]\s*|(?:image|photo)\s+caption[:,]?\s*)|^(?:\[\+\]\s*enlarge|enlarge (?:this )?(?:image|photo|picture))\s+|^\[?\d+ ?(?:of|\/) ?\d+[.:)\]]?\s*|\s*(?:purchase|acquire) licensing rights(?:, opens new tab)?\s*$|\s*\b(?:hide|toggle|show|open|close) (?:caption|image|photo|modal)\b|\s*(?:\[\+\]|\+)?\s*(?:click to )?enlarge(?: (?:this )?(?:image|photo|picture))?\s*$|\s*view (?:full size|larger)(?: (?:image|photo|picture))?\s*$|\s*[›»]?\s*full image and caption\s*$|\s+close\s*$/giu;

function words(node: PageNode, leaveOut: (element: PageElement) => boolean): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (!isElement(node) || SILENT.has(node.tagName.toUpperCase()) || leaveOut(node)) return ' ';
  const inner = [...node.childNodes].map((child) => words(child, leaveOut)).join('');
  return /^(?:P|DIV|BR|LI|H[1-6])$/.test(node.tagName) ? `${inner} ` : inner;
}

/** The words of an element on one line, without the credits and buttons in it. */
export function wordsWithoutCredits(element: PageElement): string {
  return words(element, (inner) => inner !== element && isCredit(inner))
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?)])(?=\s|$)/g, '$1')
    .trim()
    .replace(BUTTONS, '')
    .trim();
}

/** What a caption says without the credits and buttons in it. */
export function captionWords(caption: PageElement): string | undefined {
  const folded = wordsWithoutCredits(caption);
  const isWidget = caption.tagName !== 'FIGCAPTION' && !/\S\s\S|\p{Lo}{4}/u.test(folded);
  return folded.length < 3 || isWidget || bylineOfLine(folded) !== undefined ? undefined : folded;
}

/** The credit within a picture's frame. */
export function creditWords(frame: PageElement): string | undefined {
  const credits = innermost(below(frame), (element) => isCredit(element) && !below(element).some(isCaption));
  return credits
    .map((credit) => wordsOf(credit))
    .find((credit) => credit !== undefined && credit.length <= LONGEST_CREDIT);
}
