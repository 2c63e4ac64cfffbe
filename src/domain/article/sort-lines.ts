import type { RemovalReason } from './article.ts';
import { bylineOfLine, isSignOff } from './byline.ts';
import { type CaptionAndCredit, captionOfLine, creditOfLine } from './caption.ts';
import { isCorrectionLabel, isCorrectionNote } from './corrections.ts';
import { dateOfLine } from './dates.ts';
import { isHeadline } from './headline.ts';
import type { Line } from './lines.ts';
import { markLinks } from './link-lines.ts';
import { isFurniture, isPromotion } from './promotion.ts';
import { findReprintNotice, type ReprintNotice } from './reprint.ts';

/** A line with what it is. Without `why` it belongs to the story. */
export type Sorted = Line & {
  readonly why?: RemovalReason;
  /** What the line says of a picture. */
  readonly picture?: CaptionAndCredit;
  /** A sentence of the line that names the first publisher. */
  readonly notice?: ReprintNotice;
};

export type SortBy = {
  /** Whether a line repeats the title that is known already. */
  readonly isTitle: (line: string) => boolean;
  /** Whether a line is a link and nothing else. */
  readonly isLink: (line: string) => boolean;
  readonly lookForTitle: boolean;
};

/** Bylines and dates are looked for in so many lines at the top and at the end. */
const NEAR_EDGE = 8;
/** Notices of a first publisher stand in so many paragraphs at the top and at the end. */
const NOTICE_WITHIN = 3;
/** Longer lines above a credit are taken for the story, in UTF-16 units. */
const LONGEST_CAPTION = 220;
/** From this length on a line is taken for the story when nothing else claims it. */
const STORY_LENGTH = 120;
/** A name of one to six capitalised words. */
const BUREAU = /^(?:\p{Lu}[\p{L}\p{M}&.'’-]*(?:\s+(?:of|the|and|de|für|&)(?=\s))*\s*){1,6}$/u;

/** `nearTop`: nothing of the story stands before it. */
type Place = { readonly nearTop: boolean; readonly atEdge: boolean };
type Detector = {
  readonly why: RemovalReason;
  readonly where: 'edges' | 'anywhere';
  readonly is: (line: string) => boolean;
};

const DETECTORS: readonly Detector[] = [
  { why: 'promotion', where: 'anywhere', is: isPromotion },
  { why: 'furniture', where: 'anywhere', is: isFurniture },
  { why: 'correction note', where: 'anywhere', is: isCorrectionNote },
  { why: 'byline', where: 'anywhere', is: isSignOff },
  { why: 'date', where: 'edges', is: (line) => dateOfLine(line) !== undefined },
  { why: 'byline', where: 'edges', is: (line) => bylineOfLine(line) !== undefined },
];

function sortOne(line: Line, place: Place): Sorted {
  const detector = DETECTORS.find(({ where, is }) => (where === 'anywhere' || place.atEdge) && is(line.text));
  if (detector !== undefined) return { ...line, why: detector.why };
  const credit = creditOfLine(line.text);
  if (credit !== undefined) return { ...line, why: 'credit', picture: { credit } };
  const picture = captionOfLine(line.text, { nearTop: place.nearTop });
  if (picture !== undefined) return { ...line, why: 'caption', picture };
  return line;
}

/** A credit on a line of its own belongs to the line right above it, which is then its caption. */
function joinCredits(sorted: readonly Sorted[]): readonly Sorted[] {
  return sorted.map((line, i) => {
    const next = sorted[i + 1];
    const isAbove = next?.why === 'credit' && !next.afterBlank && line.why === undefined;
    if (!isAbove || line.text.length > LONGEST_CAPTION || next.picture?.credit === undefined) return line;
    return { ...line, why: 'caption', picture: { caption: line.text, credit: next.picture.credit } };
  });
}

/** Right under a byline stands who the writer works for: `Coastal Press`. */
function joinBureaus(sorted: readonly Sorted[]): readonly Sorted[] {
  return sorted.map((line, i) => {
    const isBureau =
      sorted[i - 1]?.why === 'byline' && !line.afterBlank && line.why === undefined && BUREAU.test(line.text);
    return isBureau ? { ...line, why: 'byline' } : line;
  });
}

/** What follows a bare `CORRECTION:` is the note. */
function joinCorrections(sorted: readonly Sorted[]): readonly Sorted[] {
  return sorted.map((line, i) => {
    const label = sorted[i - 1];
    const isNote =
      label?.why === 'correction note' && isCorrectionLabel(label.text) && line.why === undefined;
    return isNote ? { ...line, why: 'correction note' } : line;
  });
}

function markNotices(sorted: readonly Sorted[]): readonly Sorted[] {
  const story = sorted.filter(({ why }) => why === undefined);
  const near = new Set([...story.slice(0, NOTICE_WITHIN + 1), ...story.slice(-NOTICE_WITHIN)]);
  return sorted.map((line) => {
    const notice = near.has(line) ? findReprintNotice(line.text) : undefined;
    return notice === undefined ? line : { ...line, notice };
  });
}

/** A line that is nothing but its notice is taken out whole by `clean-text`; here it only must not be the headline. */
const isWhollyNotice = (line: Sorted): boolean =>
  line.notice !== undefined && line.notice.end - line.notice.start >= line.text.length - 2;

function markTitle(sorted: readonly Sorted[], by: SortBy): readonly Sorted[] {
  const isStory = (line: Sorted): boolean => line.why === undefined && !isWhollyNotice(line);
  const at = sorted.findIndex(isStory);
  const line = sorted[at];
  if (line === undefined) return sorted;
  const next = sorted.slice(at + 1).find(isStory)?.text;
  const isTitle = by.lookForTitle ? isHeadline(line.text, next) : next !== undefined && by.isTitle(line.text);
  return isTitle ? sorted.with(at, { ...line, why: 'title' }) : sorted;
}

/** Says of each line what it is; lines that nothing claims are the story. */
export function sortLines(lines: readonly Line[], by: SortBy): readonly Sorted[] {
  const firstStory = lines.findIndex(
    (line) =>
      line.text.length >= STORY_LENGTH && sortOne(line, { nearTop: true, atEdge: true }).why === undefined,
  );
  const top = Math.min(firstStory === -1 ? lines.length : firstStory, NEAR_EDGE);
  const sorted = lines.map((line, i) =>
    // A long caption or summary may stand over the byline.
    sortOne(line, { nearTop: i < top, atEdge: i < NEAR_EDGE || i >= lines.length - NEAR_EDGE / 2 }),
  );
  return markTitle(markNotices(joinCorrections(joinBureaus(markLinks(joinCredits(sorted), by.isLink)))), by);
}
