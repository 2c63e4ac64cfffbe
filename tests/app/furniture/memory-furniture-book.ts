import type { FurnitureBook } from '../../../src/app/ports/furniture.ts';

type Noted = { readonly story: string; readonly counts: ReadonlyMap<string, number> };

/** What sources repeat, kept for a test; it forgets nothing. */
export function memoryFurnitureBook(): FurnitureBook {
  const books = new Map<string, Noted[]>();
  return {
    note: async (source, story, lines) => {
      const book = books.get(source) ?? [];
      books.set(source, book);
      const before = book.find((noted) => noted.story === story);
      const countOf = (line: string): number => book.filter(({ counts }) => counts.has(line)).length;
      const counts = before?.counts ?? new Map(lines.map((line) => [line, countOf(line)]));
      if (before === undefined) book.push({ story, counts });
      return lines.map((line) => counts.get(line) ?? 0);
    },
  };
}
