import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { article, type Draft, filler, keysFor, openNewsroom } from './newsroom.ts';

const { archive, redis, keys, another } = openNewsroom();
afterAll(() => redis.quit());

const bridge = (seed: number, more: Partial<Draft> = {}): Draft => ({
  title: `Bridge ${seed} reopens`,
  paragraphs: [`The bridge over the Ister reopened. ${filler(seed, 40)}`, filler(seed + 1000, 120)],
  ...more,
});

async function waiting(channel: string): Promise<readonly string[]> {
  return redis.zrange(keys.waiting(channel), '0', '-1');
}

describe('an article that comes in', () => {
  it('is kept as it came, seen and waiting for its channels in one step', async () => {
    const made = article(bridge(1, { quotes: [['The bridge', 'Ada Lind']], people: [{ name: 'Ada Lind' }] }));
    expect(await archive.admit(made, keysFor(made), ['@one', '@two'])).toEqual({ kind: 'new', id: made.id });
    expect(await archive.get(made.id)).toEqual(made);
    expect(await waiting('@one')).toEqual([made.id]);
    expect(await waiting('@two')).toEqual([made.id]);
  });

  it('waits in the order of its time, whenever it came', async () => {
    const late = article(bridge(2, { day: 4 }));
    const early = article(bridge(3, { day: 2 }));
    await archive.admit(late, keysFor(late), ['@order']);
    await archive.admit(early, keysFor(early), ['@order']);
    expect(await waiting('@order')).toEqual([early.id, late.id]);
  });

  it('is known when it comes again, and waits no second time', async () => {
    const made = article(bridge(4, { url: 'https://news.example/4' }));
    await archive.admit(made, keysFor(made), ['@again']);
    await redis.del(keys.waiting('@again'));
    const again = article(bridge(4, { url: 'https://news.example/4' }));
    expect(await archive.admit(again, keysFor(again), ['@again'])).toEqual({ kind: 'known', id: made.id });
    expect(await waiting('@again')).toEqual([]);
    expect(await archive.get(again.id)).toBeUndefined();
  });

  it.each([
    [
      'its address',
      { url: 'https://news.example/same' },
      { url: 'https://news.example/same?utm_source=x' },
      900,
    ],
    ['its words under another address', { url: 'https://a.example/1' }, { url: 'https://b.example/2' }, 5],
    ['its words at another outlet', { source: 'first' }, { source: 'second' }, 6],
  ])('is one story with another by %s', async (_, first, second, seed) => {
    const one = article(bridge(seed, first));
    const two = article(bridge(seed, second));
    const { id } = await archive.admit(one, keysFor(one), []);
    expect(await archive.admit(two, keysFor(two), [])).toEqual({ kind: 'known', id });
  });

  it('is one story with a copy of an agency text that changed a few words', async () => {
    const one = article(bridge(30, { source: 'agency' }));
    const copy = bridge(30, { source: 'paper', title: 'Ister bridge open again' });
    const two = article({
      ...copy,
      paragraphs: copy.paragraphs.map((text) => text.replace('reopened', 'was opened again')),
    });
    const { id } = await archive.admit(one, keysFor(one), []);
    expect(await archive.admit(two, keysFor(two), [])).toEqual({ kind: 'known', id });
  });

  it('is another story when a feed gives all its items one address', async () => {
    const one = article(bridge(31, { url: 'https://news.example/' }));
    const two = article(bridge(32, { url: 'https://news.example/' }));
    await archive.admit(one, keysFor(one, 'guid-31'), []);
    expect(await archive.admit(two, keysFor(two, 'guid-32'), [])).toMatchObject({ kind: 'new' });
  });

  it('gets another id when the one it proposes is taken', async () => {
    const one = article(bridge(33, { id: 'taken' }));
    const two = article(bridge(34, { id: 'taken' }));
    await archive.admit(one, keysFor(one), []);
    const { id } = await archive.admit(two, keysFor(two), []);
    expect(id).toMatch(/^taken-[0-9a-z]+$/);
    expect(await archive.get(id)).toEqual({ ...two, id });
    expect(await archive.get('taken' as ArticleId)).toEqual(one);
  });

  it('is admitted once by two workers at the same moment', async () => {
    const second = another();
    const kinds = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const made = article(bridge(35, { url: 'https://news.example/35' }));
        const admission = await (at % 2 === 0 ? archive : second).admit(made, keysFor(made), ['@race']);
        return admission;
      }),
    );
    expect(kinds.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(1);
    expect(await waiting('@race')).toHaveLength(1);
  });
});

describe('an article that changed', () => {
  const url = 'https://news.example/changing';
  const first = article(
    bridge(50, {
      url,
      people: [{ name: 'Ada Lind' }, { name: 'Bo Storm' }],
      quotes: [['The bridge', 'Bo Storm']],
    }),
  );
  const text = ['The bridge over the Ister reopened on Monday, not Sunday.', filler(1050, 120)];
  const second = article({ ...bridge(50, { url, people: [{ name: 'Ada Lind' }] }), paragraphs: text });

  it('becomes a new version, under its id and in its place, with the one before', async () => {
    await archive.admit(first, keysFor(first), ['@changed']);
    const admission = await archive.admit(second, keysFor(second), ['@changed']);
    expect(admission).toEqual({ kind: 'changed', id: first.id, before: first });
    expect(await archive.get(first.id)).toEqual({ ...second, id: first.id, arrivedAtMs: first.arrivedAtMs });
    expect(await archive.versions(first.id)).toEqual([first]);
    expect(await waiting('@changed')).toEqual([first.id]);
  });

  it('is read anew by a process that had read the version before', async () => {
    const reader = another();
    const before = article(bridge(60, { url: 'https://news.example/60' }));
    await archive.admit(before, keysFor(before), []);
    expect((await reader.get(before.id))?.text).toBe(before.text);
    const after = article({ ...bridge(60, { url: 'https://news.example/60' }), paragraphs: text });
    await archive.admit(after, keysFor(after), []);
    expect((await reader.get(before.id))?.text).toBe(after.text);
  });

  it('is told until somebody has settled it', async () => {
    expect(await archive.changes(10)).toContain(first.id);
    await archive.settleChange(first.id);
    expect(await archive.changes(10)).not.toContain(first.id);
  });

  it('takes back what only its earlier version said', async () => {
    const page = { offset: 0, limit: 10 };
    const [bo] = await archive.findNames('Bo Storm', 1);
    expect(bo).toBeUndefined();
    expect((await archive.quotesBy('bostorm', page)).total).toBe(0);
    expect((await archive.articlesNaming('adalind', page)).items.map(({ id }) => id)).toContain(first.id);
  });

  it('is known when an old version comes back, so that two feeds cannot take turns', async () => {
    expect(await archive.admit(first, keysFor(first), [])).toEqual({ kind: 'known', id: first.id });
    expect(await archive.admit(second, keysFor(second), [])).toEqual({ kind: 'known', id: first.id });
  });

  it('is not changed by the words of another outlet', async () => {
    const copy = article({
      ...bridge(50, { source: 'other-paper', url: 'https://other.example/1' }),
      paragraphs: [`${text[0]} It said.`, filler(1050, 120)],
    });
    expect(await archive.admit(copy, keysFor(copy), [])).toMatchObject({ kind: 'known', id: first.id });
  });
});

describe('a process that ends in the middle', () => {
  it('loses no index: the next to come completes them', async () => {
    const made = article(bridge(70, { people: [{ name: 'Cleo Varga' }] }));
    await archive.admit(made, keysFor(made), []);
    // As if it had ended between the atomic step and the indexes.
    await redis.del(keys.naming('cleovarga'), keys.token('varga'));
    await redis.zadd(keys.unindexed, 1, made.id);
    expect(await archive.findNames('varga', 5)).toEqual([]);
    expect(await archive.repair()).toBe(1);
    expect(await archive.findNames('varga', 5)).toMatchObject([{ key: 'cleovarga', articles: 1 }]);
    expect(await archive.repair()).toBe(0);
  });
});

describe('an article that was retracted', () => {
  it('is in no list and no answer, and is still given by its id', async () => {
    const made = article(bridge(80, { title: 'Zeppelin seen over Orsa', people: [{ name: 'Dag Rune' }] }));
    await archive.admit(made, keysFor(made), []);
    const before = await archive.size();
    expect(await archive.retract(made.id, 'it was a kite')).toBe(true);
    expect(await archive.size()).toBe(before - 1);
    expect((await archive.search('zeppelin Orsa', { offset: 0, limit: 5 })).items).toEqual([]);
    expect(await archive.findNames('Rune', 5)).toEqual([]);
    expect(await archive.retraction(made.id)).toMatchObject({ reason: 'it was a kite' });
    expect(await archive.get(made.id)).toEqual(made);
    expect(await archive.retract('nobody' as ArticleId, 'x')).toBe(false);
  });
});
