import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { admitAll, article, filler, keysFor, openNewsroom } from './newsroom.ts';

const { archive, redis, another } = openNewsroom();
const other = another();
afterAll(() => redis.quit());

const draft = (seed: number, words = seed) => ({
  title: `Lock ${seed} opens`,
  paragraphs: [`The lock at Orne opened. ${filler(seed, 40)}`, filler(words + 1000, 120)],
  url: `https://news.example/lock-${seed}`,
});

describe('the edition of the archive', () => {
  it('stays while nothing changes, in every process', async () => {
    await admitAll(archive, [draft(1)]);
    const edition = await archive.edition();
    expect(edition).not.toBe('');
    expect(await Promise.all([archive.edition(), other.edition()])).toEqual([edition, edition]);
  });

  it.each([
    ['a story comes', () => admitAll(archive, [draft(2)])],
    [
      'a story gets a new version',
      async () => {
        const changed = article(draft(2, 77));
        expect((await archive.admit(changed, keysFor(changed), [])).kind).toBe('changed');
      },
    ],
    [
      'a story is taken back',
      async () => {
        const { items } = await archive.latest({ offset: 0, limit: 1 });
        expect(await archive.retract(items[0]?.id ?? ('' as ArticleId), 'It was another lock')).toBe(true);
      },
    ],
  ])('is another once %s, and never one that was', async (_, change) => {
    const before = await other.edition();
    await change();
    const after = await other.edition();
    expect(after).not.toBe(before);
    expect(await archive.edition()).toBe(after);
  });
});
