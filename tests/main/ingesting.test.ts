import { expect, it } from 'vitest';
import { ingesting } from '../../src/main/ingesting.ts';
import type { Parts } from '../../src/main/parts.ts';
import { openBot } from './desk.ts';

const [FIRST, SECOND, ADDED] = ['first', 'second', 'added'].map(
  (name) => `http://127.0.0.1:9/${name}.xml`,
) as [string, string, string];

/** What a start does before anything is read: the process is told to stop at once. */
async function startWith(parts: Parts, feeds: readonly string[]): Promise<readonly string[]> {
  const { previewPost } = parts.conversation;
  await ingesting({ ...parts, previewPost, config: { ...parts.config, feeds } }).run(AbortSignal.abort());
  return (await parts.sources.list()).map(({ url }) => url).toSorted();
}

it('forgets a feed that the configuration names no more, and keeps one that was added by hand', async () => {
  const parts = await openBot();
  expect(await startWith(parts, [FIRST, SECOND])).toEqual([FIRST, SECOND]);
  await parts.sources.put({ id: ADDED, url: ADDED, kind: 'feed', startsSilent: false, paused: false });
  expect(await startWith(parts, [SECOND])).toEqual([ADDED, SECOND]);
  expect(await startWith(parts, [])).toEqual([ADDED]);
});

it('leaves a feed paused that an editor paused, over a start', async () => {
  const parts = await openBot();
  await startWith(parts, [FIRST]);
  const [source] = await parts.sources.list();
  if (source === undefined) throw new Error('The feed is not there');
  await parts.sources.put({ ...source, paused: true });
  await startWith(parts, [FIRST]);
  expect(await parts.sources.list()).toMatchObject([{ url: FIRST, paused: true }]);
});
