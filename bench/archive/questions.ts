import type { Archive } from '../src/app/ports/archive.ts';
import { nameKey } from '../src/domain/archive/name-key.ts';
import type { ArticleId } from '../src/domain/article/article.ts';
import { type Chance, personName, worldArticle } from './archive-world.ts';

/** What a reader asks, by the calls that its answer makes of the archive. */
export type Question = { readonly name: string; readonly ask: () => Promise<unknown> };

const OFFERED = 6;
const LOOKED_AT = { offset: 0, limit: 5 };
const PAGE = { offset: 0, limit: 5 };
const THREAD = { offset: 0, limit: 6 };
const TOPIC_STORIES = { offset: 0, limit: 50 };

/** The questions of readers to an archive of so many articles. */
export function questionsTo(archive: Archive, articles: number, chance: Chance): readonly Question[] {
  const anyId = (): ArticleId => worldArticle(Math.floor(chance() * articles)).article.id;
  const meaning = (typed: string): Promise<unknown> =>
    Promise.all([archive.findNames(typed, OFFERED), archive.search(typed, LOOKED_AT)]);
  const guess = async (typed: string): Promise<void> => {
    await meaning(typed);
    await archive.nearNames(typed, OFFERED);
  };
  const ofName = async (typed: string, key: string): Promise<void> => {
    await meaning(typed);
    await Promise.all([
      archive.name(key),
      archive.articlesNaming(key, THREAD),
      archive.quotesBy(key, { offset: 0, limit: 2 }),
    ]);
  };
  return [
    {
      name: '/background to a story',
      ask: async () => {
        const id = anyId();
        await archive.get(id);
        await Promise.all([archive.namesIn(id), archive.before(id, 5)]);
      },
    },
    {
      name: '/background of a name',
      ask: () => {
        const name = anyName(chance);
        return ofName(name, nameKey(name));
      },
    },
    {
      name: '/background on a topic',
      ask: async () => {
        const topic = anyWords(chance, articles, 2);
        await meaning(topic);
        await archive.search(topic, THREAD);
      },
    },
    {
      name: '/quotes of a last name',
      ask: async () => {
        const name = anyName(chance);
        await meaning(name.split(' ')[1] ?? '');
        await Promise.all([archive.name(nameKey(name)), archive.quotesBy(nameKey(name), PAGE)]);
      },
    },
    {
      name: '/quotes on a topic',
      ask: async () => {
        const topic = anyWords(chance, articles, 2);
        await meaning(topic);
        await archive.search(topic, TOPIC_STORIES);
      },
    },
    { name: '/quotes with a slip', ask: () => guess(slipped(anyName(chance), chance)) },
    { name: '/background, five words', ask: () => meaning(anyWords(chance, articles, 5)) },
    { name: '/latest', ask: () => archive.latest(PAGE) },
  ];
}

/** Readers ask for those who are in the news. */
function anyName(chance: Chance): string {
  return personName(Math.floor(5_000 ** chance()) - 1);
}

function slipped(name: string, chance: Chance): string {
  const last = name.split(' ')[1] ?? name;
  const at = 1 + Math.floor(chance() * (last.length - 2));
  return last.slice(0, at) + last.slice(at + 1);
}

function anyWords(chance: Chance, articles: number, count: number): string {
  const { title, paragraphs } = worldArticle(Math.floor(chance() * articles)).article;
  return [title, ...paragraphs.map(({ text }) => text)].join(' ').split(/\s+/).slice(0, count).join(' ');
}
