import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineLine, LONG_BUDGET, POST_BUDGET, summarize } from '../../../src/domain/summary/summarize.ts';
import { findSentences } from '../../../src/domain/text/sentences.ts';
import { anyCharacter, paragraphsOf } from './paragraphs.ts';

function texts(text: string, title?: string, budget = POST_BUDGET, language?: string): string[] {
  const article = { text, paragraphs: paragraphsOf(text), ...(title === undefined ? {} : { title }) };
  return summarize(language === undefined ? article : { ...article, language }, budget).map(
    (sentence) => sentence.text,
  );
}

const BRIDGE = `The city council of Marrow voted on Tuesday to close the Harbour Road bridge for two years after engineers found cracks in its piers.

“We could not have slept another night,” Mayor Ines Calder said. “It had to close.”

She added that buses would run every ten minutes. Was there another way? Nobody on the council thought so.

The bridge carries about 40,000 cars a day between the old town and the port of Marrow, the council said.

Harbour Road bridge was built in 1961 and repaired twice, according to the council's engineers.

But critics say the closure comes far too late. Photo: The bridge on Monday.

Repairs will cost 30 million crowns and begin in May, the council said after the vote.

Follow us on Telegram for more news from the council.`;

describe('a summary', () => {
  it('is two or three whole sentences of the article, verbatim, in reading order', () => {
    const article = {
      text: BRIDGE,
      paragraphs: paragraphsOf(BRIDGE),
      title: 'Marrow closes Harbour Road bridge',
    };
    const summary = summarize(article, POST_BUDGET);
    expect(summary.length).toBeGreaterThanOrEqual(2);
    expect(summary.length).toBeLessThanOrEqual(3);
    for (const { text, start, end } of summary) expect(BRIDGE.slice(start, end)).toBe(text);
    expect(summary.map(({ start }) => start)).toEqual(
      summary.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    expect(summary[0]?.text).toContain('voted on Tuesday');
  });

  it('leaves out speech in pieces, questions, captions, invitations and what points back', () => {
    const shown = texts(BRIDGE, 'Marrow closes Harbour Road bridge', LONG_BUDGET).join('\n');
    expect(shown).not.toMatch(/It had to close|another way|Photo:|Follow us|^She added|^But critics/m);
  });

  it('keeps a sentence that points back only behind the one it points to', () => {
    const text = `The ferry Alba ran aground off Tern Island on Sunday with 240 people on board. It was refloated at high tide on Monday.

The ferry company said on Monday that nobody aboard the Alba was hurt on Tern Island.

Divers will look at the hull of the ferry Alba in the port of Skerry this week, the company said.

Weather forecasts for the coming days are good, said the coast guard of the island.`;
    for (const maxSentences of [1, 2, 3, 4]) {
      const shown = texts(text, undefined, { maxSentences, maxCharacters: 700 });
      const back = shown.findIndex((sentence) => sentence.startsWith('It was refloated'));
      expect(back < 0 || shown[back - 1]?.startsWith('The ferry Alba ran aground')).toBe(true);
    }
  });

  it('is the article where all of it fits, headings left out', () => {
    expect(texts('In brief\n\nThe museum of Lund is closed today. It opens again on Friday at ten.')).toEqual(
      ['The museum of Lund is closed today.', 'It opens again on Friday at ten.'],
    );
  });

  it('shows the shorter sentence where the first does not fit, and never a piece of one', () => {
    const endless = `The minister ${'spoke of roads and bridges and schools and '.repeat(30)}left.`;
    const short = 'The budget of the ministry of roads was passed late on Thursday.';
    expect(texts(`${endless} ${short}`)).toEqual([short]);
    expect(texts(endless)).toEqual([]);
  });

  it('finds the news below an anecdote', () => {
    const text = `Nora Venn still remembers the smell of the bakery.

You would have found her there at four every morning. Her hands were white with flour.

The bakery was one of 12 shops that burned down in the harbour fire on Saturday night, police in Skerry said.

Skerry's council will give each of the shops burned in the harbour fire 20,000 crowns, Mayor Olaf Brandt said on Monday.

The council of Skerry will pay the shops from its harbour fund by the end of June, Brandt said after the fire was discussed.

Police said the harbour fire began in a kitchen.`;
    const shown = texts(text, 'Skerry council to help shops burned in harbour fire').join('\n');
    expect(shown).toContain('will give each of the shops');
    expect(shown).not.toContain('smell of the bakery');
  });

  it('never gives the newsroom a voice that is a speaker’s', () => {
    const text = `The union of nurses at Lund hospital will strike on Friday over night shifts, its chair Berit Solheim said.

"We asked for two things. We asked for rest. We got neither of them," Solheim said of the night shifts at Lund hospital.

Lund hospital said operations planned for Friday would be moved to next week because of the strike of the nurses.

The nurses of Lund hospital last went on strike over night shifts nine years ago, the hospital said.`;
    const shown = texts(text, 'Nurses at Lund hospital to strike over night shifts', LONG_BUDGET);
    expect(shown).not.toContain('We asked for rest.');
    expect(shown.filter((sentence) => (sentence.match(/"/g)?.length ?? 0) % 2 === 1)).toEqual([]);
  });

  it('is the lead in a language whose words are not known here', () => {
    const text = `Der Rat von Lund hat am 3. Mai beschlossen, die alte Brücke zu schließen. Sie ist 60 Jahre alt. Warum erst jetzt?

Der Umbau kostet 30 Mio. Kronen und dauert zwei Jahre. Im Herbst beginnen die Arbeiten. Danach fahren wieder Busse.`;
    expect(texts(text, undefined, POST_BUDGET, 'de')).toEqual([
      'Der Rat von Lund hat am 3. Mai beschlossen, die alte Brücke zu schließen.',
      'Sie ist 60 Jahre alt.',
      'Der Umbau kostet 30 Mio. Kronen und dauert zwei Jahre.',
    ]);
  });

  it.each([
    'The city council of Marrow voted on Tuesday to close the Harbour Road bridge for two years after…',
    'The city council of Marrow voted on Tuesday',
  ])('takes the opening of the text, standing in for a title, for no headline: %s', (opening) => {
    expect(texts(BRIDGE, opening)).toEqual(texts(BRIDGE));
  });

  it('never begins with an opener that points back, though the article does', () => {
    const text = `The latter, a report on the quay of Skerry, was read to the council on Monday.

The council of Skerry closed the quay on Monday after it had read a report on cracks in the quay.

But the ferry will sail from the quay of Skerry on Friday, the port said.`;
    for (const budget of [POST_BUDGET, LONG_BUDGET, { maxSentences: 1, maxCharacters: 700 }]) {
      expect(texts(text, 'Council closes quay of Skerry after report', budget)[0]).toMatch(/^The council/);
    }
  });

  it.each([
    'Ines Calder: We closed the bridge of Marrow for the people of Marrow.',
    'The bridge of Marrow closes for ever!',
    'A post shared by Ines Calder (@calder) on the bridge of Marrow.',
    'Closed: Ines Calder, mayor of Marrow, pictured on the bridge of Marrow.',
  ])('leaves out %s', (line) => {
    const text = BRIDGE.replace('But critics', `${line}\n\nBut critics`);
    expect(texts(text, 'Marrow closes bridge', { maxSentences: 9, maxCharacters: 4000 })).not.toContain(line);
  });

  it('opens with nobody’s last name alone', () => {
    const text = `The quay of Skerry was full on Monday morning.

Fishing boats could not land there, said Ida Moss, head of the port.

Moss closed the quay of Skerry to fishing boats for a month on Monday after a fire.

The quay of Skerry closed to fishing boats on Monday for the first time since a fire in 1974, the port said.`;
    const [first] = texts(text, 'Skerry quay closed to fishing boats for a month after fire');
    expect(first).not.toMatch(/^Moss/);
  });

  it('shows the first of an article whose every sentence points back rather than nothing', () => {
    expect(texts('He came. But they left. It was over.')).toEqual(['He came.']);
  });

  it('keeps a sentence that points back apart from one whose end may be none', () => {
    const text = `The ferry Alba left the port of Skerry on Sunday at 5 a.m. It sank off Tern Island with 240 people on board.

The ferry company of Skerry said on Monday that nobody aboard the Alba was hurt off Tern Island.

Divers will look for the hull of the ferry Alba off Tern Island this week, the company said.`;
    expect(texts(text, 'Ferry Alba sinks off Tern Island').join(' ')).not.toContain('It sank');
  });

  it('leaves out where a story was written, and begins with its first sentence', () => {
    const text = `SKERRY (North Wire) — The port of Skerry reopened on Monday after a strike of nine days, its master said.

Dockers of Skerry had walked out over night shifts in the port, which handles 40 million tons of goods a year.`;
    const [first] = summarize({ text, paragraphs: paragraphsOf(text) }, POST_BUDGET);
    expect(first?.text).toMatch(/^The port of Skerry reopened/);
    expect(text.slice(first?.start, first?.end)).toBe(first?.text);
  });

  it('has a form of one line, which is nothing where no sentence can stand alone', () => {
    const article = { text: BRIDGE, paragraphs: paragraphsOf(BRIDGE) };
    const line = headlineLine(article, 200);
    expect(line?.text).toContain('bridge');
    expect(line?.text.length).toBeLessThanOrEqual(200);
    expect(headlineLine(article, 20)).toBeUndefined();
  });
});

const phrase = fc.constantFrom(
  'The council met on Monday.',
  'But he left.',
  '"We won," said Orr.',
  '“It is',
  'over.”',
  'Who knows?',
  'It rained.',
  'A caption (Photo: Orr)',
  'He said: "No."',
  'the end',
  'Dr. Orr of the U.S. Navy spoke at length about the harbour.',
  '\n',
  '\n\n',
  '他来了。',
  'Он ушёл.',
  'कल।',
  'وصل الوزير.',
  '...',
  '🙂',
);
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(phrase, { maxLength: 60 }).map((parts) => parts.join(' ')),
);
const anyBudget = fc.record({
  maxSentences: fc.integer({ min: 1, max: 6 }),
  maxCharacters: fc.integer({ min: 1, max: 900 }),
});

/** What nobody understands at the head of a text. */
const OPENER =
  /^["“'‘([]*(?:he|she|it|they|this|that|these|but|and|however|meanwhile|in addition|the (?:former|latter)|both|another)\b/i;

const newsPhrase = fc.constantFrom(
  'The council of Skerry met on Monday about the port.',
  'The ferry Alba left Skerry at 5 a.m.',
  'He told the council of Skerry that the port was closed.',
  'But the port of Skerry reopened on Friday.',
  'However, “nobody was asked”, said Ida Orr of the council.',
  'The latter was bought by Orr Inc.',
  'Ida Orr of the port of Skerry said that she would go.',
  'It rained.',
  'Who knows?',
  'Both left.',
  '\n\n',
);

describe('an English summary', () => {
  it('has no opener that points back but right behind what it points to', () => {
    const news = fc.array(newsPhrase, { minLength: 3, maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(news, anyBudget, (text, budget) => {
        const paragraphs = paragraphsOf(text);
        const summary = summarize({ text, paragraphs, language: 'en' }, budget);
        for (const [place, { start, text: words }] of summary.entries()) {
          const before = summary[place - 1];
          if (!OPENER.test(words) || summary.length === 1) continue;
          expect(before === undefined ? words : text.slice(before.end, start).trim()).toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('on any text in any script, a summary', () => {
  it('is whole, verbatim at its offsets, in order, inside its budget, and the same each time', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.option(fc.constantFrom('en', 'de', 'ja', 'ru'), { nil: undefined }),
        anyBudget,
        (text, language, budget) => {
          const article = {
            text,
            paragraphs: paragraphsOf(text),
            ...(language === undefined ? {} : { language }),
          };
          const summary = summarize(article, budget);
          const whole = article.paragraphs.flatMap((paragraph) =>
            findSentences(paragraph.text, language).map(({ start, end }) => paragraph.text.slice(start, end)),
          );
          let last = 0;
          for (const sentence of summary) {
            expect(whole.some((one) => one.endsWith(sentence.text))).toBe(true);
            expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
            expect(sentence.start).toBeGreaterThanOrEqual(last);
            last = sentence.end;
          }
          expect(summary.length).toBeLessThanOrEqual(budget.maxSentences);
          expect(summary.map((sentence) => sentence.text).join(' ').length).toBeLessThanOrEqual(
            budget.maxCharacters,
          );
          expect(summarize(article, budget)).toEqual(summary);
        },
      ),
      { numRuns: 400 },
    );
  });
});
