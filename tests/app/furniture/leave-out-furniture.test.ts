import { describe, expect, it } from 'vitest';
import { leaveOutFurniture } from '../../../src/app/leave-out-furniture.ts';
import type { FurnitureBook } from '../../../src/app/ports/furniture.ts';
import type { CleanArticle } from '../../../src/domain/article/article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { memoryFurnitureBook } from './memory-furniture-book.ts';

const MILL = 'The Courier is printed on paper from the mill at Eastwater.';
const TOWNS = ['Port Amity', 'Elsing', 'Eastwater', 'Verdance', 'Lower Quay', 'Saltmarsh', 'Tern Island'];

function storyOf(n: number, end: readonly string[], top: readonly string[] = []): CleanArticle {
  const town = TOWNS[n % TOWNS.length] ?? '';
  const paragraphs = [
    ...top,
    `The council of ${town} voted on Tuesday to close its pier number ${n}, a decision that ends forty years of daily crossings to the islands.`,
    `Engineers had found rust in ${n + 20} of its posts, and the repair of each would have cost the town of ${town} more than a new pier.`,
    ...end,
  ];
  return cleanText({
    text: paragraphs.join('\n\n'),
    title: `Pier ${n} closes`,
    url: `https://courier.example/${n}`,
  });
}

async function afterOthers(
  book: FurnitureBook,
  count: number,
  make: (n: number) => CleanArticle,
): Promise<CleanArticle> {
  for (let n = 0; n < count; n += 1) await leaveOutFurniture(book, make(n), 'courier');
  return leaveOutFurniture(book, make(count), 'courier');
}

const removedOf = ({ removed }: CleanArticle): readonly (readonly [string, string])[] =>
  removed.map(({ why, text }) => [why, text]);

describe('what a source repeats', () => {
  it('is left out from its third article on, with the reason', async () => {
    const book = memoryFurnitureBook();
    const make = (n: number): CleanArticle => storyOf(n, [MILL]);
    expect(removedOf(await afterOthers(book, 1, make))).toEqual([]);
    const third = await leaveOutFurniture(book, make(2), 'courier');
    expect(removedOf(third)).toEqual([['repeated across the source', MILL]]);
    expect(third.paragraphs).toHaveLength(2);
    for (const { text, start, end } of third.removed) expect(third.text.slice(start, end)).toBe(text);
  });

  it('stays amid a story, as background does, until very many have it', async () => {
    const background = 'The ferry was the only way to the islands until the tunnel opened.';
    const make = (n: number): CleanArticle => {
      const { text } = storyOf(n, []);
      const [lead = '', next = ''] = text.split('\n\n');
      const url = `https://courier.example/${n}`;
      return cleanText({ text: [lead, background, next].join('\n\n'), title: `Pier ${n} closes`, url });
    };
    const book = memoryFurnitureBook();
    expect(removedOf(await afterOthers(book, 4, make))).toEqual([]);
    expect(removedOf(await leaveOutFurniture(book, make(5), 'courier'))).toEqual([
      ['repeated across the source', background],
    ]);
  });

  it('is nothing when a source has the same story at several addresses', async () => {
    const make = (n: number): CleanArticle => ({
      ...storyOf(1, [MILL]),
      url: `https://courier.example/copy/${n}`,
    });
    const last = await afterOthers(memoryFurnitureBook(), 6, make);
    expect(removedOf(last)).toEqual([]);
  });

  it('never holds the words of people', async () => {
    const said = '“We will never close a pier again,” Mayor Ilse Brandt said.';
    const last = await afterOthers(memoryFurnitureBook(), 6, (n) => storyOf(n, [said]));
    expect(removedOf(last)).toEqual([]);
  });

  it('is what it was when a story is read again, so that it does not pass for a change', async () => {
    const book = memoryFurnitureBook();
    const make = (n: number): CleanArticle => storyOf(n, [MILL]);
    await afterOthers(book, 4, make);
    expect(removedOf(await leaveOutFurniture(book, make(0), 'courier'))).toEqual([]);
    expect(removedOf(await leaveOutFurniture(book, make(3), 'courier'))).toHaveLength(1);
  });
});
