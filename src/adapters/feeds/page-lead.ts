import { captionOfLine } from '../../domain/article/caption.ts';
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
import type { PageMap } from './page-map.ts';
import { fileNameOf, shows } from './picture-files.ts';
import { areOfPicture, FEWEST, OPENING, plain } from './words-beside.ts';

/** Pictures that stand for the paper, not for the story. */
const EMBLEM =
  /logo|default|fallback|placeholder|favicon|sprite|og[-_]?image|share[-_]?image|avatar|headshot/i;

/** What a page says of its lead image. `src`: of the picture that the words stand with, where the page names no other. */
export type Lead = { readonly caption?: string; readonly credit?: string; readonly src?: string };

function leadOf({ caption, frame }: Framed): Lead {
  return known({ caption: captionWords(caption), credit: creditWords(frame) });
}

function srcOf(picture: PageElement | null): string | undefined {
  return picture?.getAttribute('src') ?? picture?.getAttribute('data-src') ?? undefined;
}

/** So far up from a picture its words are looked for. */
const HIGHEST = 4;
/** The words of a picture are no more than these, in UTF-16 units. */
const MOST_WORDS = 500;
/** The lead image stands at most so many elements before the headline. */
const ABOVE_HEADING = 60;
/** A picture so many elements behind the beginning of the story stands at its top still. */
const NEAR_TOP = 25;
/** So many elements behind the beginning of the story its picture may stand. */
const BEHIND_STORY = 60;

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

/** The pictures at the top of the story, from so many elements before its headline on. */
function picturesAtTop(map: PageMap, before: number): readonly PageElement[] {
  return map.elements
    .slice(Math.max(map.headingAt - before, 0), map.storyAt + BEHIND_STORY)
    .filter((element) => /^(?:AMP-)?IMG$/.test(element.tagName) && !map.isOutside(element));
}

/** Words that stand with the lead image where nothing is called its caption; undefined when it is not at the top. */
function besideLead(map: PageMap, fileName: string): Lead | undefined {
  const pictures = picturesAtTop(map, ABOVE_HEADING).filter((picture) => shows(picture, fileName));
  const leads = pictures.map((picture) => wordsBeside(picture, map, true));
  const isAtTop = pictures.some((picture) => map.orderOf(picture) <= map.storyAt + NEAR_TOP);
  return leads.find((lead) => Object.keys(lead).length > 0) ?? (isAtTop ? {} : undefined);
}

/** The first picture of the story that words stand with. */
function firstWithWords(map: PageMap): Lead | undefined {
  const leads = picturesAtTop(map, 0).map((picture) => ({
    ...wordsBeside(picture, map, false),
    ...known({ src: srcOf(picture) }),
  }));
  return leads.find(({ caption }) => caption !== undefined);
}

/** The same where the head names another picture: only one with words and a credit is sent with its own picture instead. */
function firstCredited(map: PageMap): Lead | undefined {
  const lead = firstWithWords(map);
  if (lead?.caption === undefined) return undefined;
  if (captionOfLine(lead.caption, { nearTop: true })?.caption !== undefined) return lead;
  const isEnough = plain(lead.caption).split(' ').length >= FEWEST;
  return isEnough && lead.credit !== undefined ? lead : undefined;
}

/** The words of the first frame, where it stands near the top of the story or is the only one. */
function firstFrame(map: PageMap, captions: readonly Framed[], imageUrl: string | undefined): Lead {
  const [first, second] = captions;
  if (first === undefined) return {};
  const src = srcOf(first.frame.querySelector('img, amp-img'));
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
  const fileName = imageUrl === undefined || EMBLEM.test(imageUrl) ? undefined : fileNameOf(imageUrl);
  const captions = captionsOf(map, fileName);
  if (imageUrl === undefined) {
    const atTop = captions.some(({ at }) => at <= map.storyAt);
    return (atTop ? undefined : firstWithWords(map)) ?? firstFrame(map, captions, imageUrl);
  }
  const itself = fileName === undefined ? undefined : captions.find(({ frame }) => shows(frame, fileName));
  if (itself !== undefined) return leadOf(itself);
  const shown = fileName === undefined ? undefined : besideLead(map, fileName);
  if (shown !== undefined) return shown;
  const first = firstFrame(map, captions, imageUrl);
  return Object.keys(first).length > 0 ? first : (firstCredited(map) ?? {});
}
