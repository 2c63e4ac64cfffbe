import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFacts } from '../../../src/domain/background/facts.ts';
import { paragraphsOf } from '../summary/paragraphs.ts';

const STRIKE = `Dockers in the port of Skerry walked out on Friday in a row over night shifts, their union said.

“Nobody will load a ship before Monday,” union leader Anton Riel told reporters on Friday.

The port will open again on Monday, the harbour authority said today.

Skerry has been the country's largest port since 1974 and handles 40 million tons of goods a year.

Dockers there last went on strike nine years ago, when ships had waited at sea for two weeks.

It was the longest strike in the history of the port.

Analysts say a long strike could cost shipping companies millions of crowns a day.

Was it worth it? I think so.`;

function factsOf(text: string, language?: string): string[] {
  const article = { text, paragraphs: paragraphsOf(text), ...(language === undefined ? {} : { language }) };
  return findFacts(article, [], []).map((fact) => fact.text);
}

describe('the background of an article', () => {
  it('is its history, its figures and what analysts say, in reading order', () => {
    expect(factsOf(STRIKE)).toEqual([
      "Skerry has been the country's largest port since 1974 and handles 40 million tons of goods a year.",
      'Dockers there last went on strike nine years ago, when ships had waited at sea for two weeks.',
      'Analysts say a long strike could cost shipping companies millions of crowns a day.',
    ]);
  });

  it.each([
    'Initially a docker, he had led the union since 1998 and won four strikes.',
    'The talks followed years of disputes and had been broken off twice since 2019.',
    'We have been on strike three times since 1974, every time in winter.',
    'The port had long been the country’s poorest since 1974, they said, and nobody in it was ever well paid.',
    '(The last strike of that kind in Skerry had been in 1931.)',
  ])('stands by itself: not %s', (sentence) => {
    const text = `The port of Skerry reopened on Monday.\n\nDockers voted to end their strike.\n\n${sentence}`;
    expect(factsOf(text)).toEqual([]);
  });

  it.each([
    ['speech', 'Mayor Ada Holm noted that Skerry has always paid for dredging.'],
    ['a day of the week', 'On Tuesday, dredgers cleared Holm Basin, which had been closed until recently.'],
    [
      'what is being done',
      'Divers have managed to raise 40 tons of chain, according to figures of the ministry.',
    ],
    ['a machine', 'Skerry’s harbour data recorder showed that 12 tons of water came in within a minute.'],
    ['a figure alone', 'Winners of regattas take home 40 million crowns, half of which goes to crews.'],
    ['the poll of the day', 'The poll shows that 42 percent of the town would vote for a new port.'],
    ['the last weeks', 'Over the past two weeks, lawyers for the port and the dockers sat together in Holm.'],
    ['an opinion', 'Surely, dockers in Skerry ought to be heard by now, as they were in 1931.'],
    ['somebody unnamed', 'In recent years, they have often been forced to turn to the navy for help.'],
    [
      'their own, of somebody unnamed',
      'One of her few victories had been won in 1998 against the harbour board.',
    ],
    ['what was told before', 'Two firms in Holm had donated 7,500 crowns to dockers that day.'],
  ])('is no news: not %s', (_, sentence) => {
    const text = `The port of Skerry reopened on Monday.\n\nDockers voted to end their strike.\n\n${sentence}`;
    expect(factsOf(text)).toEqual([]);
  });

  it.each([
    'In 2012, the auditor alleged that the harbour board had sold two piers without a tender.',
    'Skerry is roughly 850 kilometers from Holm and has 65 islands with people on them.',
    'In 1904, a widow from Holm had sued the port because she was sent home for want of papers.',
    'Before 1931, a docker had earned so little that he kept goats.',
  ])('has what stands by itself: %s', (sentence) => {
    const text = `The port of Skerry reopened on Monday.\n\nDockers voted to end their strike.\n\n${sentence}`;
    expect(factsOf(text)).toEqual([sentence]);
  });

  it('is no figure beside that of a year ago', () => {
    const text =
      'The port of Skerry reopened on Monday.\n\nDockers voted to end their strike.\n\nOverall, the port handled 40 million tons of goods, 2 million more than a year ago.';
    expect(factsOf(text)).toEqual([]);
  });

  it('has no sentence of the summary and none that a speaker is quoted in', () => {
    const text =
      'The dam at Orr broke on Monday.\n\nThe dam was built in 1931 and had been repaired twice.\n\n"In 1960 the dam had been full of cracks for years," said Lena Moss, who has long studied dams.';
    const paragraphs = paragraphsOf(text);
    const built = paragraphs.slice(1, 2);
    expect(findFacts({ text, paragraphs }, built, [])).toEqual([]);
    const quote = {
      text: 'built',
      start: text.indexOf('built'),
      end: text.indexOf('built') + 5,
      speaker: null,
      confidence: 0,
    };
    expect(findFacts({ text, paragraphs }, [], [quote])).toEqual([]);
  });

  it('is told by years and measures alone in a language whose words are not known here', () => {
    const text =
      'Der Hafen von Skerry wird am Montag wieder geöffnet.\n\nDer Streik begann am Freitag in der Nacht.\n\nDer Hafen besteht seit 1974 und ist der größte des Landes.';
    expect(factsOf(text, 'de')).toEqual(['Der Hafen besteht seit 1974 und ist der größte des Landes.']);
  });

  it('is verbatim at its offsets, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'It was built in 1961.',
      'Experts say so of the old harbour in 1950.',
      '“It',
      'was.”',
      '\n\n',
      'He left.',
      '它建于1961年。',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((all) => all.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const { start, end, text: words } of findFacts(
            { text, paragraphs: paragraphsOf(text) },
            [],
            [],
          )) {
            expect(text.slice(start, end)).toBe(words);
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
        },
      ),
    );
  });
});
