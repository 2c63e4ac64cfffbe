import { ENTITY_LIMIT, type RichText, TEXT_LIMIT, toFormattedText } from '../../domain/post/rich-text.ts';

/** Lines that belong together under a title. */
export type Section = { readonly title: string; readonly lines: readonly RichText[] };

/**
 * Sections under a head, on as many pages as Telegram's limits make of them: lines are never cut, and a section that goes on
 * has its title again. A line that fits on no page is left out.
 */
export function paged(head: RichText, sections: readonly Section[]): readonly RichText[] {
  const pages: RichText[] = [];
  let page: RichText = head;
  let titled: string | undefined;
  for (const { title, line } of sections.flatMap(linesOf)) {
    const under: RichText = ['\n\n', { bold: title }, '\n', ...line];
    const grown = [...page, ...(titled === title ? ['\n', ...line] : under)];
    const anew = [...head, ...under];
    if (!fits(anew)) continue;
    if (!fits(grown)) pages.push(page);
    page = fits(grown) ? grown : anew;
    titled = title;
  }
  return [...pages, page];
}

function linesOf({ title, lines }: Section): readonly { readonly title: string; readonly line: RichText }[] {
  return lines.filter((line) => line.length > 0).map((line) => ({ title, line }));
}

function fits(rich: RichText): boolean {
  const { text, entities } = toFormattedText(rich);
  return text.length <= TEXT_LIMIT && entities.length <= ENTITY_LIMIT;
}
