import { expect, it } from 'vitest';
import { said } from './said.ts';

const words = (passage: string, title?: string): readonly string[] =>
  said(passage, title).map(([text]) => text);

it.each<[string, string, readonly string[]]>([
  ['between straight marks', '"The ferry stays," Ada Lund said.', ['The ferry stays,']],
  ['between curly marks', '“The ferry stays,” Ada Lund said.', ['The ferry stays,']],
  [
    'between British single marks',
    '‘The ferry stays,’ Ada Lund said. ‘It always has.’',
    ['The ferry stays,', 'It always has.'],
  ],
  [
    'between single marks round apostrophes',
    '‘It’s the town’s ferry and we’ll keep it,’ Ada Lund said.',
    ['It’s the town’s ferry and we’ll keep it,'],
  ],
  [
    'past a plural that owns',
    '‘The workers’ wages come first,’ Ada Lund said.',
    ['The workers’ wages come first,'],
  ],
  [
    'with the quotes inside it',
    '“He told me ‘never again’ and left the room,” Ada Lund said.',
    ['He told me ‘never again’ and left the room,'],
  ],
  [
    'in two runs when its attribution breaks it',
    '“The ferry,” Ada Lund said, “will run all winter.”',
    ['The ferry,', 'will run all winter.'],
  ],
  [
    'with brackets and ellipses inside',
    'Ada Lund said: “They [the council] will … never sell it.”',
    ['They [the council] will … never sell it.'],
  ],
  [
    'paragraph by paragraph while the marks stay open',
    '“We tried a smaller boat,” Ada Lund said. “It sank.\n\n“Then we tried a bigger one. It sank too.”',
    ['We tried a smaller boat,', 'It sank.', 'Then we tried a bigger one. It sank too.'],
  ],
  [
    'up to the end of the paragraph when nobody closes it',
    'Ada Lund said: “The ferry stays.\n\nThe council met on Monday.',
    ['The ferry stays.'],
  ],
  ['between marks written as two single ones', "``The ferry stays,'' Ada Lund said.", ['The ferry stays,']],
])('takes what was said %s', (_name, passage, expected) => {
  expect(words(passage)).toEqual(expected);
});

it.each<[string, string]>([
  ['ends of contractions', 'Ada Lund’s brother didn’t say that the miners’ vote wasn’t close.'],
  ['straight contractions', "Ada Lund's brother didn't say that the miners' vote wasn't close."],
  ['cut-off words', "'Twas the year of rock 'n' roll in the '60s, and Ada Lund told 'em so."],
  ['inches', 'Ada Lund said the gap was 4" wide and the plank 6" long.'],
])('takes no apostrophe or measure for a quote: %s', (_name, passage) => {
  expect(words(passage)).toEqual([]);
});

it.each<[string, string]>([
  ['a film', 'Ada Lund played a smuggler in the film “Cold Harbour” and a nun on stage.'],
  ['a programme', 'Ada Lund was a guest on Channel Nine’s “Morning Tide” when the news broke.'],
  ['a book', 'Ada Lund is the author of “Boats of the Northern Coast,” a history of the ferries.'],
  ['a nickname', 'Karl “Bear” Holm has run the ferry for thirty years.'],
  ['a song', 'The choir sang the hymn “Bound for Home” on the pier.'],
])('takes no title or nickname for speech: %s', (_name, passage) => {
  expect(words(passage)).toEqual([]);
});

it('reads the headline too', () => {
  const title = 'Lund: ‘No bridge will ever replace the ferry’';
  expect(said(`${title}\n\nAda Lund spoke on the pier on Monday.`, title)).toEqual([
    ['No bridge will ever replace the ferry', 'Ada Lund'],
  ]);
});
