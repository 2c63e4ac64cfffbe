import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSentences } from '../../../src/domain/text/sentences.ts';

function sentences(text: string, language?: string): string[] {
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('a sentence of English', () => {
  it.each([
    ['a title before a name', 'Maj. Gen. Ada L. Moreno left. Sen. Ito stayed.', 2],
    ['initials', 'J.W. Harker and George H. W. Bell agreed. T. S. Orr did not.', 2],
    ['a country in full stops before a noun', 'He met U.S. President Dale Orr. The U.S. Senate waited.', 2],
    ['a country in full stops at the end', 'She lives in the U.S. Her brother does not.', 2],
    ['a company at the end', 'It was sold to Marlow Inc. Former owners objected.', 2],
    ['a company before its verb', 'Marlow Inc. bought it. Bell Co. Ltd. sold it.', 2],
    ['a numbered thing', 'It is at No. 4 on the list. He said no. Nobody knew.', 3],
    ['a month before its day', 'On Aug. 27 it rained. It had been dry since Jan. The wells were low.', 3],
    ['an hour before a weekday', 'It opens at 10 a.m. Tuesday. It closes at 9 p.m. Visitors may stay.', 3],
    ['an hour before a time zone', 'The show is at 9 p.m. ET/PT Sunday. Tune in.', 2],
    ['a decimal and an address', 'It rose 3.5 percent. See www.example.org for more.', 2],
    ['a middle initial A', 'Samuel A. Ortiz spoke. Others listened.', 2],
    ['a numeral that looks like a word', 'He wrote of World War I. Scholars took note.', 2],
    ['a name written small', 'They sold it. iPhones came later. eBay followed.', 3],
    ['a numbered line', '1. Vote early. 2. Bring a pen.', 2],
    ['a state cut short', 'He is from Tulsa, Okla. She is from Reno, Nev.', 2],
    [
      'an ordinary word spelt as an abbreviation',
      'He fell ill. Despite that he ran. It hit the sun. She saw.',
      4,
    ],
  ])('knows %s', (_, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it('keeps the closing quotes that stand behind its stop', () => {
    expect(sentences('“It is over.” Nobody moved. ‘Go!’ (Then they went.) Silence.')).toEqual([
      '“It is over.”',
      'Nobody moved.',
      '‘Go!’',
      '(Then they went.)',
      'Silence.',
    ]);
  });

  it('goes on where the next word is small', () => {
    expect(sentences('"Was it fair?" she asked. "No!" said Orr.')).toEqual([
      '"Was it fair?" she asked.',
      '"No!" said Orr.',
    ]);
  });

  it('ends at an ellipsis before a capital, but not at one that opens a quotation', () => {
    expect(
      sentences('He waited... Nothing came. "... While we regret it," he said. "I … well, no."'),
    ).toEqual(['He waited...', 'Nothing came.', '"... While we regret it," he said.', '"I … well, no."']);
  });

  it('does not end inside a bracket that closes soon', () => {
    expect(sentences('The bridge (built in 1961. Rebuilt since) fell. It was old.')).toEqual([
      'The bridge (built in 1961. Rebuilt since) fell.',
      'It was old.',
    ]);
  });
});

describe('a line break', () => {
  it('ends a sentence where a blank line follows, whatever stands before', () => {
    expect(sentences('A heading without a stop\n\nThe text. It goes\n \non.')).toEqual([
      'A heading without a stop',
      'The text.',
      'It goes',
      'on.',
    ]);
  });

  it('ends a sentence where the line had room for more', () => {
    expect(sentences('A caption\nThe mayor spoke for an hour.')).toEqual([
      'A caption',
      'The mayor spoke for an hour.',
    ]);
  });

  it('does not end one where the lines are wrapped at a width', () => {
    const wrapped =
      'The council of Marrow voted on Tuesday night to close the old\nHarbour Road bridge until spring. Work begins in May.';
    expect(sentences(wrapped)).toEqual([
      'The council of Marrow voted on Tuesday night to close the old\nHarbour Road bridge until spring.',
      'Work begins in May.',
    ]);
  });
});

describe('a sentence of another language', () => {
  it.each([
    [
      'de',
      'Am 3. Mai traf er Dr. Huber in der Bahnhofstr. 5. Die Wahl war z.B. Thema. Im Jahr 2006. Dann nicht.',
      4,
    ],
    ['de', '„Wir gehen.“ Das sagte Nr. 4 am 12. Oktober.', 2],
    ['fr', 'M. Lenoir a vu Mme Petit. « Partons. » Il a ri. L’art. 5 suffit.', 4],
    ['es', 'El Sr. Vidal llegó a EE. UU. ayer. ¿Quién lo vio? ¡Nadie! Fue el núm. 3.', 4],
    ['it', 'Il sig. Riva e il Dott. Conti, ecc. sono partiti. È tardi.', 2],
    ['pt', 'O Sr. Prado falou. A Dra. Leal, p. ex., ouviu. É o art. 5.', 3],
    ['nl', 'Dhr. Bakker kwam o.a. met mevr. Smit. Het was nr. 7.', 2],
    ['ru', 'Это было в 1999 г. Москве. Он живёт на ул. Лесной. Да! Нет?', 4],
    ['zh', '他来了。“我们走吧！”大家都同意。', 3],
    ['ja', '彼は「行く。」と述べた。雨が降った。', 2],
    ['hi', 'वह घर गया। क्या वह आएगा? हाँ।', 3],
    ['ar', 'وصل الوزير. هل تحدث؟ نعم.', 3],
    ['xx', 'Unknown language. Dr. Orr still has a name.', 2],
  ])('is told in "%s": %s', (language, text, count) => {
    expect(sentences(text, language)).toHaveLength(count);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'Mr. ',
        'U.S. ',
        '.',
        '"',
        '”',
        '...',
        '\n',
        '\n\n',
        ' (',
        ') ',
        'He ',
        'said',
        '。',
        '」',
        ' 5',
        '« ',
        ' »',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('on any text, sentences', () => {
  it('stand in order, apart, trimmed, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.option(fc.constantFrom('en', 'de-AT', 'fr', 'ru', 'ja'), { nil: undefined }),
        (text, language) => {
          let last = 0;
          for (const { start, end } of findSentences(text, language)) {
            expect(text.slice(last, start).trim()).toBe('');
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(text.slice(last).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never reach over a blank line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sentences(text).filter((sentence) => /\n\s*\n/.test(sentence))).toEqual([]);
      }),
    );
  });

  // Were any of these read in quadratic time, the test would run for hours rather than for a moment.
  it.each(['.', '"', '. "', '(a. ', 'U.S. ', '\n', 'word\n', '.\n', '» ', 'a.b.'])(
    'are found at once in a long text of %j',
    (piece) => {
      const text = piece.repeat(200_000);
      expect(findSentences(text).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    },
  );
});
