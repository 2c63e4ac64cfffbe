import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { type Route, takes } from '../../../src/domain/article/route.ts';

const FEED = 'https://gazette.example/news/rss';
const ARTICLE = {
  ...cleanText({
    title: 'Ferry crews strike',
    text: 'The ferries of Port Vessin stay in the harbour. Football goes on.',
  }),
  language: 'en-GB',
};

describe('a channel', () => {
  it.each<[string, Route]>([
    ['asks for nothing', {}],
    ['names the source', { sources: ['https://other.example/', 'https://gazette.example/news'] }],
    ['names the language', { languages: ['es', 'en'] }],
    ['names a word of the headline in another form', { words: ['crew'] }],
    ['names a word of the text in another form', { words: ['ferry', 'airport'] }],
    ['names words that stand together', { words: ['port vessin'] }],
    ['leaves out what it does not have', { words: ['strikes'], without: ['cricket'] }],
  ])('takes an article when it %s', (_, route) => {
    expect(takes(route, ARTICLE, FEED)).toBe(true);
  });

  it.each<[string, Route]>([
    ['is of another source', { sources: ['https://other.example/'] }],
    ['is in another language', { languages: ['es'] }],
    ['has none of the words', { words: ['airport'] }],
    ['has the words, but not together', { words: ['ferry strike port'] }],
    ['has a word that is left out', { words: ['ferry'], without: ['football'] }],
  ])('does not take an article that %s', (_, route) => {
    expect(takes(route, ARTICLE, FEED)).toBe(false);
  });

  it('takes an article whose language cannot be told', () => {
    const { language: _, ...unknown } = ARTICLE;
    expect(takes({ languages: ['es'] }, unknown, FEED)).toBe(true);
  });

  const HARBOUR = ['harbour', 'ferry'];
  const long = (text: string) => cleanText({ title: 'Council meets', text: `The council met.\n\n${text}` });
  it.each([
    ['in the headline', cleanText({ title: 'Ferries stay away', text: 'Nobody knows why.' }), true],
    ['in the first paragraph', cleanText({ title: 'Strike', text: 'The harbour is closed.' }), true],
    ['again and again', long('The ferry came. The ferry left. Ferries rust.\n\nThe harbour is old.'), true],
    ['in passing', long('The mayor came by ferry.'), false],
  ])('takes what is about its topic, which is %s', (_, article, expected) => {
    expect(takes({ topics: [['football'], HARBOUR] }, article, FEED)).toBe(expected);
  });
});
