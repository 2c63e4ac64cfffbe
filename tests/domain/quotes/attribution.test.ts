import { expect, it } from 'vitest';
import { said } from './said.ts';

const LUND = 'Ada Lund';

it.each<[string, string, string | null]>([
  ['before the words', 'Ada Lund said, “The ferry will run all winter.”', LUND],
  ['after the words', '“The ferry will run all winter,” Ada Lund said.', LUND],
  ['verb first', '“The ferry will run all winter,” said Ada Lund.', LUND],
  ['with a colon', 'Ada Lund was blunt: “The ferry will run all winter.”', LUND],
  ['with the name and a colon alone', 'Ada Lund: “The ferry will run all winter.”', LUND],
  ['by "according to"', 'The ferry “will run all winter long,” according to Ada Lund.', LUND],
  [
    'by a noun that reports',
    'Ada Lund’s claim that the ferry “will run all winter long” took the council by surprise.',
    LUND,
  ],
  [
    'by a second verb of the same subject',
    'Ada Lund thanked Karl Holm for the engine, adding that it “will run all winter long.”',
    LUND,
  ],
  ['by what she calls it', 'Ada Lund opposed the bridge, calling it “a monument to bad arithmetic.”', LUND],
  [
    'past the listeners, the place and the day',
    'Ada Lund told reporters in Port Amity on Monday that the bridge was “a monument to bad arithmetic.”',
    LUND,
  ],
  [
    'past a relative clause',
    '“The ferry will run all winter,” said Ada Lund, who took over the line from Karl Holm in May.',
    LUND,
  ],
  [
    'past a relative clause before the verb',
    '“The ferry will run all winter,” Ada Lund, who took over the line in May, said.',
    LUND,
  ],
  [
    'past an apposition',
    '“The ferry will run all winter,” Ada Lund, a captain from Port Amity, told the council.',
    LUND,
  ],
  [
    'past a verb that no list of sayings holds',
    'Ada Lund blasted the bridge as “a monument to bad arithmetic.”',
    LUND,
  ],
  [
    'in the middle of the sentence',
    'Ada Lund called the bridge “a monument to bad arithmetic” and left the hall.',
    LUND,
  ],
  [
    'with a subordinate clause between',
    'Asked about the bridge, which Karl Holm had drawn, Ada Lund said, “It is too late for that now.”',
    LUND,
  ],
  ['by a passive', 'The bridge was described by Ada Lund as “a monument to bad arithmetic.”', LUND],
  ['in a post', '“The ferry will run all winter,” Ada Lund wrote on her page on Monday.', LUND],
])('tells who spoke: %s', (_name, passage, expected) => {
  expect(said(passage).at(-1)?.[1]).toBe(expected);
});

it.each<[string, string, string]>([
  ['a ministry', '“The licence has lapsed,” the Transport Ministry said.', 'Transport Ministry'],
  ['a court', 'The Supreme Court ruled that the licence “could not be sold by the town.”', 'Supreme Court'],
  ['a company', '“We regret every delay,” Northern Lines said in a statement.', 'Northern Lines'],
  ['a document', '“The hull was beyond repair,” the report said.', 'the report'],
  ['an office without a name', '“The licence has lapsed,” a spokesman said.', 'a spokesman'],
  ['someone known by age', '“I never saw the boat,” the 45-year-old said.', 'the 45-year-old'],
])('lets speak %s', (_name, passage, expected) => {
  expect(said(passage)).toEqual([[expect.any(String), expected]]);
});

it('goes on with the speaker after the attribution', () => {
  expect(said('“The ferry stays,” Ada Lund said. “Karl Holm can keep his bridge.”')).toEqual([
    ['The ferry stays,', LUND],
    ['Karl Holm can keep his bridge.', LUND],
  ]);
});

it('carries the speaker over to a paragraph that is all quote', () => {
  const passage =
    '“The ferry stays,” Ada Lund said at the pier.\n\n“Nobody will take it from this town while I am captain.”';
  expect(said(passage).at(-1)?.[1]).toBe(LUND);
});

it('gives a quote that goes on over paragraphs to the one who began it', () => {
  const passage =
    'Ada Lund told the hall: “We tried a smaller boat.\n\n“We tried a bigger one.\n\n“Both of them sank.”';
  expect(said(passage).map(([, name]) => name)).toEqual([LUND, LUND, LUND]);
});

it('keeps two apart who speak by turns', () => {
  const passage = [
    '“The bridge is paid for,” Karl Holm said.',
    '“By whom?” Ada Lund asked.',
    '“By the province,” Holm said.',
    '“Then let the province cross it,” Lund replied.',
  ].join('\n\n');
  expect(said(passage).map(([, name]) => name)).toEqual(['Karl Holm', LUND, 'Karl Holm', LUND]);
});
