import { describe, expect, it } from 'vitest';
import type { Log } from '../../src/app/ports/clock.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import type { Parts } from '../../src/main/parts.ts';
import { eventually } from '../e2e/world/telegram.ts';
import { CHANNEL } from './desk.ts';
import { AT_ONCE, CHANNEL_CHAT, type Live, liveBot } from './live.ts';
import { ended, startCluster, startWatched } from './redis-servers.ts';

const ignore = (): void => undefined;

function noting(): { readonly lines: string[]; readonly log: Log } {
  const lines: string[] = [];
  const note: Log['info'] = (_fields, sentence) => void lines.push(sentence);
  return { lines, log: { debug: ignore, info: note, warn: note, error: note } };
}

async function comesIn({ archive, clock, log, newId }: Parts, title: string, text: string): Promise<void> {
  const world = { archive, clock, newId, log, channelsFor: () => [CHANNEL] };
  const article = cleanText({ title, text, nowMs: clock.now() });
  const { id } = await takeIn(world, article, 'test');
  expect(await archive.get(id)).toMatchObject({ title });
}

async function postsNow({ parts, editor, telegram }: Live, title: string): Promise<void> {
  const found = await parts.archive.find(title);
  if (found === undefined) throw new Error(`${title} is not in the archive`);
  await parts.posts.postNow(CHANNEL, { id: found.id, sortAtMs: found.sortAtMs });
  await eventually(async () => {
    const posts = await telegram.messages(CHANNEL_CHAT);
    if (!posts.some(({ words }) => words.startsWith(title))) throw new Error(`${title} is not posted`);
  });
  expect((await editor.ask(`/why ${title}`)).words).toContain('sent as message');
}

async function broadcasts({ editor, reader }: Live, text: string): Promise<void> {
  await editor.ask('/broadcast');
  await editor.ask(text);
  await eventually(async () => {
    if (!/^This is the message/.test((await editor.last()).words)) throw new Error('no question yet');
  });
  await editor.press(/^Send to/);
  await eventually(async () => {
    if (!(await reader.all()).some(({ words }) => words === text)) throw new Error(`${text} has not come`);
    if (!(await editor.all()).some(({ words }) => words.startsWith('The broadcast is finished')))
      throw new Error('the broadcast is not finished');
  });
}

const LIGHT = [
  'Harbour light fails again',
  `The light at the harbour of Port Vessin failed again on Monday night. Two ferries waited outside until the morning.

“We knew the lamp was old,” said Ida Brandt, who chairs the harbour board. “Now everybody knows.”`,
] as const;

const MENDED = [
  'Harbour light mended by noon',
  `The harbour light of Port Vessin was mended by noon, after the lamp had failed on Monday night.

“It will hold until the spring,” said Ida Brandt, who chairs the harbour board of Port Vessin.`,
] as const;

describe('a bot', AT_ONCE, () => {
  it('does all that it does on a cluster', async ({ onTestFinished: atEnd }) => {
    const live = await liveBot({}, { redisUrl: await startCluster(atEnd), atEnd });
    const { parts, reader, editor } = live;
    await reader.ask('/start');
    // What it says first is not that the cluster may forget.
    expect((await editor.ask('/start')).words).toMatch(/^Hello!/);
    await comesIn(parts, ...LIGHT);
    await postsNow(live, LIGHT[0]);
    await comesIn(parts, ...MENDED);
    expect((await reader.ask('/latest')).words).toContain(MENDED[0]);
    expect((await reader.ask('/quotes brandt')).words).toContain('everybody knows');
    expect((await reader.ask('/background harbour light')).words).toContain(LIGHT[0]);
    expect((await reader.ask('/follow brandt')).words).toMatch(/each post about Ida Brandt\.$/);
    expect((await editor.ask('/queue')).words).toContain(MENDED[0]);
    expect((await editor.ask('/status')).words).toContain('Archive: 2 stories');
    await broadcasts(live, 'The bridge is closed tonight');
  });

  it('goes on with the replica when a sentinel has made it the master', async ({ onTestFinished: atEnd }) => {
    const { url, master } = await startWatched(atEnd);
    const { lines, log } = noting();
    const live = await liveBot({}, { redisUrl: url, log, atEnd });
    const { parts, reader, editor } = live;
    await reader.ask('/start');
    await editor.ask('/start');
    await comesIn(parts, ...LIGHT);
    await postsNow(live, LIGHT[0]);
    await ended(master.child, 'SIGKILL');
    // Asked while there is no master, and answered by the next.
    expect((await reader.ask('/quotes brandt')).words).toContain('everybody knows');
    await comesIn(parts, ...MENDED);
    await postsNow(live, MENDED[0]);
    await broadcasts(live, 'The bridge is open again');
    expect(lines).toContain('Redis is reachable again');
  });
});
