import { expect, it } from 'vitest';
import { withoutHeadlineEchoes } from '../../../src/domain/quotes/headline-echoes.ts';
import { cut } from '../../../src/domain/text/span.ts';

const TITLE = 'Mayor calls the bridge ‘a sad story’ and ‘a wonder’';
const TEXT = `${TITLE}\n\n“a sad story,” said the mayor, and later “a wonder of steel”.`;
const at = (words: string): { start: number; end: number; text: string } => {
  const start = TEXT.indexOf(words);
  return cut(TEXT, start, start + words.length);
};
const QUOTES = [at('a sad story'), at('a wonder'), at('a sad story,'), at('a wonder of steel')];

it('leaves out what a headline quotes when the story quotes the same words', () => {
  const kept = withoutHeadlineEchoes(QUOTES, { text: TEXT, title: TITLE });
  expect(kept.map(({ text }) => text)).toEqual(['a wonder', 'a sad story,', 'a wonder of steel']);
});

it('keeps what a headline has in double marks: it is a quote like any other', () => {
  const [text, title] = [TEXT, TITLE].map((words) => words.replaceAll(/[‘’]/g, '"'));
  expect(withoutHeadlineEchoes(QUOTES, { text: text ?? '', title: title ?? '' })).toEqual(QUOTES);
});

it.each([undefined, '', 'A headline that came from elsewhere'])(
  'leaves out nothing below the title %j',
  (title) => {
    const known = title === undefined ? {} : { title };
    expect(withoutHeadlineEchoes(QUOTES, { text: TEXT, ...known })).toEqual(QUOTES);
  },
);
