import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admitAll, DAY_MS, type Draft, filler, MAY_1_MS, openNewsroom } from './newsroom.ts';

const { archive, redis } = openNewsroom();
const page = { offset: 0, limit: 10 };

const story = (seed: number, people: Draft['people'], more: Partial<Draft> = {}): Draft => ({
  title: `Story ${seed}`,
  paragraphs: [`They met in the capital. ${filler(seed, 60)}`, filler(seed + 500, 60)],
  ...(people === undefined ? {} : { people }),
  ...more,
});

beforeAll(async () => {
  await admitAll(archive, [
    story(
      1,
      [
        { name: 'Kol Dan Ree', role: 'leader' },
        { name: 'Viktor Pushin', role: 'president' },
      ],
      {
        day: 1,
        quotes: [
          ['They met', 'Viktor Pushin', 'president'],
          ['the capital', 'Kol Dan Ree'],
        ],
      },
    ),
    story(2, [{ name: 'Kol Dan-ree' }, { name: 'Kol' }], { day: 3, quotes: [['They met', 'Kol']] }),
    story(3, [{ name: 'Viktor Pushin', role: 'former president' }], {
      day: 5,
      quotes: [['the capital', 'Viktor Pushin']],
    }),
    story(4, [{ name: 'Viktor Pushin', role: 'candidate' }], { day: 2 }),
    story(5, [{ name: 'Kol Min Ho' }], { day: 6 }),
    story(6, [{ name: 'José Núñez' }, { name: 'Ministry of Tides', kind: 'body' }], { day: 7 }),
    story(7, [{ name: 'Ann Marsh' }, { name: 'Paul Marsh' }, { name: 'Marsh' }], {
      day: 8,
      quotes: [['They met', 'Marsh']],
    }),
    story(8, [{ name: 'Олена Гайдук' }], { day: 8 }),
  ]);
});
afterAll(() => redis.quit());

async function found(typed: string): Promise<readonly string[]> {
  return (await archive.findNames(typed, 5)).map(({ name }) => name);
}

async function near(typed: string): Promise<readonly string[]> {
  return (await archive.nearNames(typed, 5)).map(({ name }) => name);
}

describe('names over all articles', () => {
  it('are one name however it is written, and under their newest writing', async () => {
    const [known] = await archive.findNames('kol dan ree', 5);
    expect(known).toEqual({
      key: 'koldanree',
      name: 'Kol Dan-ree',
      kind: 'person',
      role: 'leader',
      articles: 2,
      quotes: 2,
    });
  });

  it('have the role of the newest article that gives one, whenever that came', async () => {
    expect(await archive.name('viktorpushin')).toMatchObject({
      role: 'former president',
      articles: 3,
      quotes: 2,
    });
  });

  it('give a bare last name to the one who bears it in that article', async () => {
    const { items } = await archive.quotesBy('koldanree', page);
    expect(items.map(({ quote }) => quote.speaker?.name)).toEqual(['Kol', 'Kol Dan Ree']);
    expect(await archive.name('kol')).toBeUndefined();
  });

  it('give a bare last name to nobody when two bear it', async () => {
    expect(await archive.name('annmarsh')).toMatchObject({ quotes: 0 });
    expect(await archive.name('paulmarsh')).toMatchObject({ quotes: 0 });
    expect(await archive.name('marsh')).toMatchObject({ name: 'Marsh', quotes: 1 });
  });

  it('are listed for an article with what the archive knows of each', async () => {
    const { items } = await archive.articlesNaming('joseacute', page);
    expect(items).toEqual([]);
    const [article] = (await archive.articlesNaming('josenunez', page)).items;
    expect(article).toBeDefined();
    if (article === undefined) return;
    expect((await archive.namesIn(article.id)).map(({ name, kind }) => [name, kind])).toEqual([
      ['José Núñez', 'person'],
      ['Ministry of Tides', 'body'],
    ]);
  });

  it('list articles and quotes newest first, by pages', async () => {
    const all = await archive.articlesNaming('viktorpushin', page);
    expect(all.items.map(({ title }) => title)).toEqual(['Story 3', 'Story 4', 'Story 1']);
    const second = await archive.quotesBy('viktorpushin', { offset: 1, limit: 1 });
    expect(second).toMatchObject({
      total: 2,
      items: [{ quote: { text: 'They met' }, index: 0, article: { title: 'Story 1' } }],
    });
  });
});

describe('names as people type them', () => {
  it.each([
    ['Viktor Pushin', 'Viktor Pushin'],
    ['PUSHIN', 'Viktor Pushin'],
    ['pushin viktor', 'Viktor Pushin'],
    ['push', 'Viktor Pushin'],
    ['Mr. Pushin', 'Viktor Pushin'],
    ["pushin's", 'Viktor Pushin'],
    ['nunez', 'José Núñez'],
    ['JOSÉ', 'José Núñez'],
    ['tides', 'Ministry of Tides'],
    ['the ministry of tides', 'Ministry of Tides'],
    ['гайдук', 'Олена Гайдук'],
    ['kol min', 'Kol Min Ho'],
  ])('are found: "%s" is %s', async (typed, name) => {
    expect((await found(typed))[0]).toBe(name);
  });

  it('leave open who is meant when several bear the name, the more frequent first', async () => {
    expect(await found('kol')).toEqual(['Kol Dan-ree', 'Kol Min Ho']);
  });

  it.each([
    ['pushn', 'Viktor Pushin'],
    ['puhsin', 'Viktor Pushin'],
    ['bushin', 'Viktor Pushin'],
    ['viktr pushin', 'Viktor Pushin'],
    ['viktor pushn', 'Viktor Pushin'],
    ['nunes', 'José Núñez'],
    ['ministri', 'Ministry of Tides'],
    ['гайдк', 'Олена Гайдук'],
  ])('are offered when a letter slipped: "%s" may be %s', async (typed, name) => {
    expect(await found(typed)).toEqual([]);
    expect((await near(typed))[0]).toBe(name);
  });

  it.each(['', '  ', '!!!', 'x', 'zzzzzz', 'pushin xylophone', '*', '[', '\u0000', 'a'.repeat(5000)])(
    'are neither found nor offered for what is no name: %j',
    async (typed) => {
      expect([await archive.findNames(typed, 5), await archive.nearNames(typed, 5)]).toEqual([[], []]);
    },
  );
});

describe('what a name was before a moment', () => {
  it('is answered from the stories before it, however many came later', async () => {
    const newsroom = openNewsroom();
    const people = [{ name: 'Bo Quarry', role: 'ferryman' }];
    const days = Array.from({ length: 12 }, (_none, day) => day);
    const ids = await admitAll(
      newsroom.archive,
      days.map((day) => story(900 + day, people, { day, quotes: [['They met', 'Bo Quarry']] })),
    );
    const before = { offset: 0, limit: 2, beforeMs: MAY_1_MS + 3 * DAY_MS };
    const stories = await newsroom.archive.articlesNaming('boquarry', before);
    expect([stories.items.map(({ id }) => id), stories.total]).toEqual([[ids[2], ids[1]], 3]);
    const quotes = await newsroom.archive.quotesBy('boquarry', { ...before, offset: 2 });
    expect([quotes.items.map(({ article }) => article.id), quotes.total]).toEqual([[ids[0]], 3]);
    await newsroom.redis.quit();
  });
});
