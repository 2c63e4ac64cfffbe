import { describe, expect, it } from 'vitest';
import type { FurnitureBook } from '../../../src/app/ports/furniture.ts';

/** What every book of furniture keeps to. `create` gives a fresh one. */
export function furnitureBookFacts(create: () => FurnitureBook): void {
  describe('a book of furniture', () => {
    it('counts the other articles of a source in which a line stood', async () => {
      const book = create();
      expect(await book.note('courier', 'a', ['Printed at Eastwater.', 'One'])).toEqual([0, 0]);
      expect(await book.note('courier', 'b', ['Two', 'Printed at Eastwater.'])).toEqual([0, 1]);
      expect(await book.note('courier', 'c', ['Printed at Eastwater.'])).toEqual([2]);
      expect(await book.note('mail', 'd', ['Printed at Eastwater.'])).toEqual([0]);
    });

    it('answers the same for a story that is read again, whatever came since', async () => {
      const book = create();
      await book.note('courier', 'a', ['Printed at Eastwater.']);
      await book.note('courier', 'b', ['Printed at Eastwater.']);
      await book.note('courier', 'c', ['Printed at Eastwater.']);
      expect(await book.note('courier', 'a', ['Printed at Eastwater.', 'A line that is new'])).toEqual([
        0, 0,
      ]);
      expect(await book.note('courier', 'b', ['Printed at Eastwater.'])).toEqual([1]);
    });

    it('counts a line once that an article has twice', async () => {
      const book = create();
      await book.note('courier', 'a', ['Printed at Eastwater.', 'Printed at Eastwater.']);
      expect(await book.note('courier', 'b', ['Printed at Eastwater.'])).toEqual([1]);
    });
  });
}
