import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { dateline, emptyFolder, type Running, stopEverything } from './world/dateline.ts';
import {
  CHANNEL,
  EDITOR,
  eventually,
  type Message,
  newcomer,
  person,
  settingsFor,
  type Telegram,
  telegramOfItsOwn,
} from './world/telegram.ts';

const STORY = `Join the Morrow Sound channel for the news of the day: t.me/morrow_sound_example

Vestrin tells pilots that the harbour will ‘stay open through the winter’

Harbour Minister Oda Vestrin visits the pilot station at Morrow Point, March 3, 2021. (Port of Morrow/Released)

October 12, 2022

This article was originally published by Northern Coast Radio and is reprinted with permission.

Harbour Minister Oda Vestrin told the pilots of Morrow Sound on Tuesday that the harbour would stay open through the winter, although the ice came three weeks early and two of the four icebreakers are in dock.

“Nobody will close this harbour while I am minister,” Vestrin said after a meeting with the pilots at Morrow Point. “We will break the ice with our hands if we have to.”

The pilots had threatened to stop work on Friday. Their chairman, Tobias Hallgren, said that the promise was “a beginning, and not more”.

Two icebreakers, the Sturdy and the Plover, went into dock in August after cracks were found in their hulls. The harbour has not been closed by ice since 1987.

“We need four ships and we have two,” said Marit Solberg, a spokeswoman for the Port of Morrow. “That is arithmetic and not politics.”

The ministry had refused in May to hire a third ship from the neighbouring port of Elsing.
`;

let telegram: Telegram;
let folder: string;
let bot: Running;

beforeAll(async () => {
  telegram = await telegramOfItsOwn();
  const home = await emptyFolder();
  folder = join(home, 'articles');
  await mkdir(folder);
  const env = { ...settingsFor(telegram, inject('redisUrl')), ARTICLES_DIR: folder };
  bot = dateline(['start'], home, env);
  await bot.said(/Dateline is running/);
});

afterAll(stopEverything);

function postOf(headline: string): Promise<Message> {
  return eventually(async () => {
    const post = (await telegram.messages(CHANNEL)).find(({ words }) => words.startsWith(headline));
    if (post === undefined) throw new Error(`There is no post of ${headline}`);
    return post;
  });
}

const HEADLINE = 'Vestrin tells pilots that the harbour will ‘stay open through the winter’';

it('makes one post of a file, says who published it first, and answers from it', async () => {
  await writeFile(join(folder, 'vestrin.txt'), STORY);
  const post = await postOf(HEADLINE);
  expect(post.words).toContain('Oda Vestrin told the pilots of Morrow Sound on Tuesday');
  expect(post.words).toMatch(/First published by Northern Coast Radio · 12 October 2022/);
  expect(post.words).not.toMatch(/Join the Morrow|t\.me|reprinted|Released|March 3/);
  expect(post.buttons.map(({ text }) => text)).toEqual(['Quotes', 'Background']);

  const reader = await newcomer(telegram);
  const quotes = await reader.ask('/quotes vestrin');
  expect(quotes.words).toMatch(/^Oda Vestrin – \d quotes/);
  expect(quotes.words).toContain('We will break the ice with our hands if we have to.');
  expect((await reader.ask('/quotes solberg')).words).toContain('That is arithmetic and not politics.');
  expect((await reader.ask('/background hallgren')).words).toMatch(/^Tobias Hallgren.*In one story/s);

  expect(bot.printed()).toMatch(/"source":"[^"]+articles","admission":"new","msg":"An article came in"/);

  // The next story is there only once the copy before it was read.
  await writeFile(join(folder, 'copy.txt'), STORY);
  await writeFile(join(folder, 'last.txt'), another('Elsing keeps its third icebreaker at home', 'Elsing'));
  await postOf('Elsing keeps');
  const posts = await telegram.messages(CHANNEL);
  expect(posts.filter(({ words }) => words.startsWith(HEADLINE))).toHaveLength(1);
});

/** A story that shares no sentence with others of another place. */
function another(headline: string, place: string): string {
  return `${headline}

The council of ${place} decided on Monday evening that the ship ${place} Star would not leave the bay of ${place} before the spring, whatever was offered for it.

“The ${place} Star belongs to ${place}, and here it stays,” said Irma Dahl, the head of the council of ${place}.

The decision was taken with nine votes to two after a debate of four hours in the ${place} town hall.
`;
}

it('takes two stories under one name for two', async () => {
  await writeFile(join(folder, 'article.txt'), another('Quarna opens its fish market on Sundays', 'Quarna'));
  await postOf('Quarna opens');
  await writeFile(join(folder, 'article.txt'), another('Tessel sells the old customs house', 'Tessel'));
  await postOf('Tessel sells');
});

it('tells the desk of files that are no articles, and goes on', async () => {
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(
    join(folder, 'junk.txt'),
    Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 73) % 256)),
  );
  await writeFile(join(folder, 'huge.html'), `<p>${'word '.repeat(1_000_000)}</p>`);
  const told = await eventually(async () => {
    const messages = await telegram.messages(EDITOR);
    const refused = messages.map(({ words }) => words).filter((words) => words.startsWith('The file '));
    if (new Set(refused).size < 3) throw new Error(refused.join('\n'));
    return refused;
  });
  expect(told.filter((words) => words.includes('empty.txt'))).toHaveLength(1);
  expect(told.filter((words) => words.includes('junk.txt'))).toHaveLength(1);
  expect((await person(telegram, EDITOR).ask('/status')).words).toMatch(/^Status\n/);
  await writeFile(join(folder, 'after.txt'), another('Ormby paints its lighthouse red again', 'Ormby'));
  await postOf('Ormby paints');
});
