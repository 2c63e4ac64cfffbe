import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleId } from '../../src/domain/article/article.ts';
import type { Ledger } from './ledger.ts';
import { CHANNEL } from './world.ts';

const PLACES = ['Port Vessin', 'Skerry', 'Lower Marsh', 'Aldwick', 'Tarn', 'Hollin', 'Brede', 'Saltby'];
const THINGS = ['ferry', 'bridge', 'market', 'school', 'library', 'tram', 'lighthouse', 'orchard', 'mill'];
const PEOPLE = ['Ada Lund', 'Rolf Stein', 'Mathilde Brook', 'Colin Pruett', 'Ines Varga', 'Tomas Reyes'];

/** Drops so many different stories into a folder that the bot watches, one file each. */
export async function dropArticles(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    await writeFile(join(folder, `story-${number}.txt`), storyOf(number));
  }
}

function storyOf(number: number): string {
  const of = (list: readonly string[], step: number): string => list[(number * step) % list.length] ?? '';
  const [place, thing, person] = [of(PLACES, 3), of(THINGS, 5), of(PEOPLE, 7)];
  return [
    `Case ${number + 100}: the ${thing} of ${place} reopens after ${number * 13 + 2} days`,
    `The ${thing} of ${place} reopens after ${number * 13 + 2} days, the town clerk ${person} told reporters in file ${number * 977 + 31}.`,
    `“We have waited for plan ${number + 3} longer than for any ${of(THINGS, 2)},” ${person} said. “It costs ${number * 7 + 5} thousand crowns.”`,
    `The council will vote on the ${of(THINGS, 4)} in week ${(number % 50) + 1}, motion ${number * 3571 + 17}.`,
  ].join('\n\n');
}

/** The ids of the articles that wait for a slot, once there are so many. */
export async function waitingArticles({ posts }: Ledger, count: number): Promise<readonly ArticleId[]> {
  for (;;) {
    const { ids } = await posts.waiting(String(CHANNEL), count);
    if (ids.length >= count) return ids;
    await sleep(100);
  }
}
