import { captionOfLine, creditOfLine } from '../../domain/article/caption.ts';
import { type PageElement, wordsOf } from './page-document.ts';
import { isProse, type PageMap } from './page-map.ts';

/** So many first words tell whether two texts are one. */
export const OPENING = 8;
/** Fewer words say nothing of a picture. */
export const FEWEST = 4;

export const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Whether words end as a sentence does. */
const ENDS = /[.!?…)»”"]$/u;

/** Whether words lead to another page as a whole, as headlines of other stories do beside their pictures. */
function isLink(words: string, frame: PageElement): boolean {
  return [...frame.querySelectorAll('a[href]')].some((link) => wordsOf(link) === words);
}

/** Whether two of these hold: the picture leads the page, it has a credit, its words are a sentence or one plain run of many. */
function hasSigns(words: string, { frame, credit, isLead }: Omit<Beside, 'picture' | 'map'>): boolean {
  const isPlain = credit !== undefined && frame.querySelector('a, li') === null;
  const isSentence = ENDS.test(words) || (isPlain && plain(words).split(' ').length >= OPENING);
  return [isLead, credit !== undefined, isSentence].filter(Boolean).length > 1;
}

/**
 * Whether words that nothing calls a caption are one: they end in a credit, say the same as the picture's own text,
 * share its figure, or stand with it in a box apart from the story and have signs of a caption.
 */
export function areOfPicture(words: string, { picture, frame, map, credit, isLead }: Beside): boolean {
  if (!isLead && isLink(words, frame)) return false;
  if (captionOfLine(words, { nearTop: true }) !== undefined || creditOfLine(words) !== undefined) return true;
  if (/\bcredits?:\s*\S/i.test(words)) return true;
  const said = plain(words);
  const alt = plain(picture.getAttribute('alt') ?? '');
  if (said === alt && said.includes(' ')) return true;
  if (said.split(' ').length < FEWEST) return false;
  if (frame.tagName === 'FIGURE') return true;
  return hasSigns(words, { frame, credit, isLead }) && isApart(frame, map);
}

type Beside = {
  readonly picture: PageElement;
  readonly frame: PageElement;
  readonly map: PageMap;
  readonly credit: string | undefined;
  /** Whether the head of the page names this picture. */
  readonly isLead: boolean;
};

/** Whether an element holds no part of the story: neither its headline nor the only long paragraphs there are. */
function isApart(frame: PageElement, map: PageMap): boolean {
  if (/^(?:P|A|BODY|ARTICLE|MAIN)$/.test(frame.tagName) || frame.querySelector('h1') !== null) return false;
  const own = new Set([...frame.querySelectorAll('p')].filter(isProse));
  const others = map.elements.filter(
    (element) => isProse(element) && !own.has(element) && !map.isOutside(element),
  );
  return own.size <= 1 && others.length > 1;
}
