import type { Sorted } from './sort-lines.ts';

/** Longer links say more than where they lead, and longer lines above them are no headings, in UTF-16 units. */
const LONGEST_LINK = 160;
const LONGEST_HEADING = 60;
/** A shorter link on a line of its own may name what the story goes on to tell of. */
const SHORTEST_HEADLINE = 20;

const endsSentence = (text: string): boolean => /[.!?…]["”’)]*$/u.test(text);

/**
 * Lists of links lead to other stories, with the heading over them; and so does a link on a line of its own that ends
 * as no sentence does. `isLink`: whether a line is a link and nothing else.
 */
export function markLinks(sorted: readonly Sorted[], isLink: (line: string) => boolean): readonly Sorted[] {
  const links = sorted.map(({ text }) => text.length <= LONGEST_LINK && isLink(text));
  const isItem = (at: number): boolean => links[at] === true && sorted[at]?.text.startsWith('•') === true;
  const isListed = (at: number): boolean => isItem(at) && (isItem(at - 1) || isItem(at + 1));
  return sorted.map((line, at) => {
    if (line.why !== undefined) return line;
    const isHeadline = line.text.length >= SHORTEST_HEADLINE && !endsSentence(line.text);
    const isAlone = links[at] === true && !line.text.startsWith('•') && isHeadline;
    if (isListed(at) || isAlone) return { ...line, why: 'promotion' };
    const isHeading =
      !line.text.startsWith('•') && line.text.length <= LONGEST_HEADING && !endsSentence(line.text);
    return isHeading && isListed(at + 1) ? { ...line, why: 'furniture' } : line;
  });
}
