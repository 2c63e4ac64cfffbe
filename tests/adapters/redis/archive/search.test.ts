import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../src/domain/article/article.ts';
import { admitAll, type Draft, openNewsroom } from './newsroom.ts';

const { archive, redis } = openNewsroom();
afterAll(() => redis.quit());

const DRAFTS: readonly Draft[] = [
  {
    id: 'dam-plan',
    day: 0,
    title: 'Council of Orsa plans a dam on the Ister',
    paragraphs: [
      'The council of Orsa plans to build a dam on the river Ister, mayor Ada Lind told reporters.',
      'The dam would cost 40 million crowns and flood two farms. Farmers oppose the dam.',
    ],
    people: [{ name: 'Ada Lind', role: 'mayor' }],
    quotes: [['The dam would cost 40 million crowns', 'Ada Lind']],
  },
  {
    id: 'dam-court',
    day: 9,
    title: 'Court halts the Ister dam after farmers sue',
    paragraphs: [
      'A court in Orsa halted building at the dam on the Ister after two farmers sued the council.',
      'Mayor Ada Lind said the dam remained her aim. The farmers fear a flood of their land.',
    ],
    people: [{ name: 'Ada Lind', role: 'mayor' }],
  },
  {
    id: 'dam-appeal',
    day: 20,
    title: 'Orsa appeals the ruling on the Ister dam',
    paragraphs: [
      'The council of Orsa appealed the court ruling that halted the Ister dam, mayor Ada Lind announced.',
      'Farmers said they would fight the dam to the highest court.',
    ],
    people: [{ name: 'Ada Lind', role: 'mayor' }],
  },
  {
    id: 'lind-race',
    day: 15,
    title: 'Mayor wins a rowing race',
    paragraphs: [
      'Ada Lind, the mayor, won the yearly rowing race of the harbour club with a crew of eight.',
      'Crowds cheered along the quay while a brass band played until the evening.',
    ],
    people: [{ name: 'Ada Lind', role: 'mayor' }],
  },
  {
    id: 'museum',
    day: 18,
    title: 'Museum shows paintings of storms',
    paragraphs: [
      'The museum of Velden opened an exhibition of paintings of storms and high seas.',
      'Visitors may see the paintings until autumn, the curator Émile Fabre said.',
    ],
    people: [{ name: 'Émile Fabre', role: 'curator' }],
  },
];

beforeAll(async () => {
  await admitAll(archive, DRAFTS);
});

async function titlesFor(typed: string): Promise<readonly string[]> {
  return (await archive.search(typed, { offset: 0, limit: 10 })).items.map(({ id }) => id);
}

describe('a search of the archive', () => {
  it.each([
    ['rowing', ['lind-race']],
    ['ROWED races', ['lind-race']],
    ['painting', ['museum']],
    ['emile', ['museum']],
    ['exhibition in Velden', ['museum']],
    ['"high seas"', ['museum']],
    ['"seas high"', []],
    ['paintigns', ['museum']],
    ['submarine', []],
    ['the of and', []],
    ['', []],
    ['"', []],
    ['rowing submarine torpedo captain', []],
  ])('for %j finds %j', async (typed, ids) => {
    expect(await titlesFor(typed)).toEqual(ids);
  });

  it('puts what it is about before what merely mentions it, and the new before the old', async () => {
    expect(await titlesFor('dam on the Ister')).toEqual(['dam-appeal', 'dam-court', 'dam-plan']);
    expect((await titlesFor('appeal of the ruling'))[0]).toBe('dam-appeal');
  });

  it('pages, and says how many there are', async () => {
    const { items, total } = await archive.search('dam', { offset: 1, limit: 1 });
    expect([items.length, total]).toEqual([1, 3]);
  });

  it('has what came in since it was last asked, and no longer what was taken back', async () => {
    const ask = async (): Promise<number> => (await archive.search('kiln', { offset: 0, limit: 5 })).total;
    expect(await ask()).toBe(0);
    const [id] = await admitAll(archive, [
      {
        title: 'Kiln of Orsa is lit again',
        paragraphs: ['The old kiln of Orsa was lit again by two potters.'],
      },
    ]);
    expect(await ask()).toBe(1);
    await archive.retract(id as ArticleId, 'it was another kiln');
    expect((await archive.search('kiln', { offset: 0, limit: 5 })).items).toEqual([]);
  });

  it('finds the article that is meant by an id, an address or words', async () => {
    const [id] = await admitAll(archive, [
      {
        title: 'Lighthouse sold',
        url: 'https://news.example/light?utm_medium=feed',
        paragraphs: ['A lighthouse was sold to a painter from Orsa.'],
      },
    ]);
    for (const meant of [String(id), 'https://news.example/light', 'lighthouse sold']) {
      expect((await archive.find(meant))?.id).toBe(id);
    }
    expect(await archive.find('https://news.example/other')).toBeUndefined();
  });

  it('finds what was said about a topic', async () => {
    const { items, total } = await archive.quotesAbout('cost of the dam', { offset: 0, limit: 5 });
    expect([items[0]?.quote.text, total]).toEqual(['The dam would cost 40 million crowns', 1]);
  });
});

describe('what came before', () => {
  const cameBefore = async (id: string): Promise<readonly string[]> =>
    (await archive.before(id as ArticleId, 3)).map((article) => article.id);

  it('is the earlier stories on the matter, oldest first, not all on the person', async () => {
    expect(await cameBefore('dam-appeal')).toEqual(['dam-plan', 'dam-court']);
    expect(await cameBefore('dam-court')).toEqual(['dam-plan']);
  });

  it.each(['dam-plan', 'lind-race', 'museum', 'unknown'])('is nothing for %s', async (id) => {
    expect(await cameBefore(id)).toEqual([]);
  });
});

describe('the latest articles', () => {
  it('come newest first, by pages, with how many there are', async () => {
    const { items, total } = await archive.latest({ offset: 0, limit: 2 });
    expect(items.map(({ id }) => id)).toEqual(['dam-appeal', 'museum']);
    expect(total).toBe(await archive.size());
    expect((await archive.latest({ offset: 0, limit: 0 })).items).toEqual([]);
    expect((await archive.latest({ offset: 500, limit: 5 })).items).toEqual([]);
  });
});
