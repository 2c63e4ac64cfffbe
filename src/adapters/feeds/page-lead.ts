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
import type { PageMap } from './page-map.ts';
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
/** So many elements behind the beginning of the story its picture may stand. */
const BEHIND_STORY = 60;

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Whether words that nothing calls a caption are one: they end in a credit, say the same as the picture's own text, or share its figure. */
function areOfPicture(words: string, picture: PageElement, frame: PageElement): boolean {
  if (captionOfLine(words, { nearTop: true }) !== undefined || creditOfLine(words) !== undefined) return true;
  if (/\bcredits?:\s*\S/i.test(words)) return true;
  const count = plain(words).split(' ').length;
  return (
    count >= 4 && (frame.tagName === 'FIGURE' || plain(picture.getAttribute('alt') ?? '') === plain(words))
  );
}

function wordsBeside(picture: PageElement): Lead {
  const frame = above(picture, HIGHEST).find(
    (up) => wordsWithoutCredits(up) !== '' || creditWords(up) !== undefined,
  );
  const words = frame === undefined ? '' : wordsWithoutCredits(frame);
  if (frame === undefined || words.length > MOST_WORDS) return {};
  const isCaption = words !== '' && areOfPicture(words, picture, frame);
  return known({ caption: isCaption ? words : undefined, credit: creditWords(frame) });
}

/** Words that stand with the lead image where nothing is called its caption; without a file name with the first picture that has any. */
function besideLead(map: PageMap, fileName: string | undefined): Lead | undefined {
  const from = fileName === undefined ? Math.max(map.headingAt, 0) : 0;
  const pictures = map.elements
    .slice(from, map.storyAt + BEHIND_STORY)
    .filter((element) => /^(?:AMP-)?IMG$/.test(element.tagName) && !map.isOutside(element));
  const leads = pictures
    .filter((picture) => fileName === undefined || shows(picture, fileName))
    .map((picture) => wordsBeside(picture));
  if (fileName === undefined) return leads.find(({ caption }) => caption !== undefined);
  return leads.find((lead) => Object.keys(lead).length > 0) ?? leads[0];
}

/** The words of the first frame, where it stands at the top of the story or is the only one. */
function firstFrame(map: PageMap, captions: readonly Framed[], imageUrl: string | undefined): Lead {
  const [first, second] = captions;
  if (first === undefined) return {};
  const src = srcIn(first);
  if (first.at <= map.storyAt)
    return known({ ...leadOf(first), src: imageUrl === undefined ? src : undefined });
  return second === undefined ? known({ ...leadOf(first), src }) : {};
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
