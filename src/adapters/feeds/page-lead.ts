import { captionOfLine, creditOfLine } from '../../domain/article/caption.ts';
import {
  above,
  captionsOf,
  captionWords,
  creditWords,
  type Framed,
  wordsWithoutCredits,
} from './page-captions.ts';
import { known } from './page-data.ts';
import type { PageElement } from './page-document.ts';
import { isProse, type PageMap } from './page-map.ts';
import { fileNameOf, shows } from './picture-files.ts';

/** Pictures that stand for the paper, not for the story. */
const EMBLEM =
  /logo|default|fallback|placeholder|favicon|sprite|og[-_]?image|share[-_]?image|avatar|headshot/i;

/** What a page says of its lead image. `src`: of the picture that the words stand with, where the page names no other. */
export type Lead = { readonly caption?: string; readonly credit?: string; readonly src?: string };

function leadOf({ caption, frame }: Framed): Lead {
  return known({ caption: captionWords(caption), credit: creditWords(frame) });
}

function srcIn({ frame }: Framed): string | undefined {
  const image = frame.querySelector('img, amp-img');
  return image?.getAttribute('src') ?? image?.getAttribute('data-src') ?? undefined;
}

/** So far up from a picture its words are looked for. */
const HIGHEST = 4;
/** The words of a picture are no more than these, in UTF-16 units. */
const MOST_WORDS = 500;
/** The lead image stands at most so many elements before the headline. */
const ABOVE_HEADING = 60;
/** So many first words tell whether two texts are one. */
const OPENING = 8;
/** Fewer words say nothing of a picture. */
const FEWEST = 4;
/** A picture so many elements behind the beginning of the story stands at its top still. */
const NEAR_TOP = 25;
/** So many elements behind the beginning of the story its picture may stand. */
const BEHIND_STORY = 60;

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Whether words end as a sentence does. */
const ENDS = /[.!?…)»”"]$/u;

/**
 * Whether words that nothing calls a caption are one: they end in a credit, say the same as the picture's own text,
 * share its figure, or stand with it and its credit in a box apart from the story.
 */
function areOfPicture(words: string, { picture, frame, map, credit, isLead }: Beside): boolean {
  if (captionOfLine(words, { nearTop: true }) !== undefined || creditOfLine(words) !== undefined) return true;
  if (/\bcredits?:\s*\S/i.test(words)) return true;
  const said = plain(words);
  const alt = plain(picture.getAttribute('alt') ?? '');
  if (said === alt && said.includes(' ')) return true;
  if (said.split(' ').length < FEWEST) return false;
  if (frame.tagName === 'FIGURE') return true;
  return isLead && (credit !== undefined || ENDS.test(words)) && isApart(frame, map);
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

/** The picture's own text, where what stands beside it says the same at greater length, or in parts. */
function saidOfItself(picture: PageElement, words: string): string | undefined {
  const alt = picture.getAttribute('alt')?.replace(/\s+/g, ' ').trim() ?? '';
  const opening = plain(alt).split(' ').slice(0, OPENING);
  return opening.length === OPENING && plain(words).includes(opening.join(' ')) ? alt : undefined;
}

function wordsBeside(picture: PageElement, map: PageMap, isLead: boolean): Lead {
  const frame = above(picture, HIGHEST).find(
    (up) => wordsWithoutCredits(up) !== '' || creditWords(up) !== undefined,
  );
  const words = frame === undefined ? '' : wordsWithoutCredits(frame);
  if (frame === undefined || words.length > 2 * MOST_WORDS) return {};
  const credit = creditWords(frame);
  const itself = saidOfItself(picture, words);
  if (itself !== undefined) return known({ caption: itself, credit });
  if (words.length > MOST_WORDS) return known({ credit });
  const isCaption = words !== '' && areOfPicture(words, { picture, frame, map, credit, isLead });
  return known({ caption: isCaption ? words : undefined, credit });
}

/** Words that stand with the lead image where nothing is called its caption; without a file name with the first picture that has any. */
function besideLead(map: PageMap, fileName: string | undefined): Lead | undefined {
  const from = Math.max(map.headingAt - (fileName === undefined ? 0 : ABOVE_HEADING), 0);
  const pictures = map.elements
    .slice(from, map.storyAt + BEHIND_STORY)
    .filter((element) => /^(?:AMP-)?IMG$/.test(element.tagName) && !map.isOutside(element));
  const leads = pictures
    .filter((picture) => fileName === undefined || shows(picture, fileName))
    .map((picture) => wordsBeside(picture, map, fileName !== undefined));
  if (fileName === undefined) return leads.find(({ caption }) => caption !== undefined);
  return leads.find((lead) => Object.keys(lead).length > 0) ?? leads[0];
}

/** The words of the first frame, where it stands near the top of the story or is the only one. */
function firstFrame(map: PageMap, captions: readonly Framed[], imageUrl: string | undefined): Lead {
  const [first, second] = captions;
  if (first === undefined) return {};
  const src = srcIn(first);
  if (first.at <= map.storyAt)
    return known({ ...leadOf(first), src: imageUrl === undefined ? src : undefined });
  const isNear = second === undefined || first.at <= map.storyAt + NEAR_TOP;
  return isNear ? known({ ...leadOf(first), src }) : {};
}

/**
 * What the page says of its lead image: in the frame that shows its file; else beside it; else, when the page shows it
 * nowhere, in the first frame at the top of the story, where another cut of it stands, or in the only frame it has.
 */
export function leadWords(map: PageMap, imageUrl: string | undefined): Lead {
  const captions = captionsOf(map);
  if (imageUrl === undefined) {
    const atTop = captions.some(({ at }) => at <= map.storyAt);
    return (atTop ? undefined : besideLead(map, undefined)) ?? firstFrame(map, captions, imageUrl);
  }
  const fileName = EMBLEM.test(imageUrl) ? undefined : fileNameOf(imageUrl);
  if (fileName === undefined) return firstFrame(map, captions, imageUrl);
  const itself = captions.find(({ frame }) => shows(frame, fileName));
  if (itself !== undefined) return leadOf(itself);
  return besideLead(map, fileName) ?? firstFrame(map, captions, imageUrl);
}
