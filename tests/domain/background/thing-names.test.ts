import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../src/app/analyze-article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';

/** Who an article names as people. */
function peopleIn(text: string): readonly string[] {
  const article = cleanText({ text, title: 'Works in Lanmere', nowMs: 0 });
  return analyzeArticle(article).people.flatMap(({ name, kind }) => (kind === 'person' ? [name] : []));
}

describe('what bears a name and is nobody', () => {
  it.each([
    'Harbour Bridge',
    'Lanmere Stadium',
    'Victoria Station',
    'Victoria Square',
    'Holm Palace',
    'Lanmere Tower',
    'Charlotte Street',
    'Lanmere Airport',
    'Ister Dam',
    'Orsa Mountain',
    'Lanmere Treaty',
    'Holm Report',
    'Orsa Cup',
    'Hurricane Ada',
    'Mount Ada',
    'Lanmere Park',
    'Skerry Hall',
    'Victoria Bridge',
  ])('holds no %s for a person', (thing) => {
    expect(
      peopleIn(
        `People spoke of little but the ${thing} on Monday.\n\n` +
          `${thing} was new to most of them, Mayor Ada Lund said. "We had no choice," Lund said.`,
      ),
    ).toEqual(['Ada Lund']);
  });

  it.each(['Frank Bridge', 'Nick Park', 'Emma Street', 'Helen Hall', 'George Strait', 'Peter Hill'])(
    'holds %s for a person',
    (name) => {
      expect(
        peopleIn(`Builders in Lanmere went home early, ${name} said. "We are done," ${name} added.`),
      ).toEqual([name]);
    },
  );

  it('holds a person with a title for one, in whatever place the name stands', () => {
    const text =
      'Mayor Victoria Bridge spoke at the opening.\n\nThe choice was left to the Victoria Bridge of old.';
    expect(peopleIn(text)).toEqual(['Victoria Bridge']);
  });

  it('gives the words to the driver and not to the track that he drives on', () => {
    const article = cleanText({
      title: 'Storm wins at Orsa',
      nowMs: 0,
      text:
        'Bo Storm won the race at Victoria Park on Sunday, three seconds ahead of Peter Hill.\n\n' +
        'Albert Park is the longest track of the season. "I knew every corner," Storm said.\n\n' +
        '"It is what it is, and I signed up for that a long time ago," he added.',
    });
    expect(analyzeArticle(article).quotes.map(({ speaker }) => speaker?.name)).toEqual([
      'Bo Storm',
      'Bo Storm',
    ]);
  });
});
