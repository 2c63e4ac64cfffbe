import { describe, expect, it } from 'vitest';
import { tellFollowers } from '../../src/app/delivery/tell-followers.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import type { Parts } from '../../src/main/parts.ts';
import { noticeFor } from '../../src/main/posts-of-channels.ts';
import { tellingFollowers } from '../../src/main/roles.ts';
import { eventually } from '../e2e/world/telegram.ts';
import { CHANNEL, command, openBot, press, READER } from './desk.ts';
import { AT_ONCE, liveBot } from './live.ts';

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

async function comesIn({ archive, clock, newId }: Parts, title: string, text: string): Promise<string> {
  const world = { archive, clock, newId, log: quiet, channelsFor: () => [CHANNEL] };
  return (await takeIn(world, cleanText({ title, text, nowMs: clock.now() }), 'test')).id;
}

const FIRST = [
  'Anna Kell wants the old bridge mended',
  `Anna Kell, the mayor of Vessin, asked the council on Monday to mend the old bridge before the winter.

“The bridge is older than all of us,” Kell said. “It will not wait for the next election.”`,
] as const;

const SECOND = [
  'Council votes for the bridge after a long night',
  `The council of Vessin voted at three in the morning to mend the old bridge at once.

“I have waited for this for nine years,” said Anna Kell, the mayor. The work begins in May and takes two summers.`,
] as const;

describe('a reader', () => {
  it('follows a name, sees what is followed and ends it', async () => {
    const parts = await openBot();
    await comesIn(parts, ...FIRST);
    await command(parts, READER, '/start');
    const [none] = await command(parts, READER, '/follow');
    expect(none?.text).toMatch(/^You follow nobody and nothing yet\./);
    const [done] = await command(parts, READER, '/follow kell');
    expect(done?.text).toBe('From now on you get one message for each post about Anna Kell.');
    expect((await command(parts, READER, '/follow Anna Kell'))[0]?.text).toBe(
      'You follow Anna Kell already.',
    );
    await command(parts, READER, '/follow ferry strikes');
    const [list] = await command(parts, READER, '/following');
    expect(list?.keyboard?.flat().map(({ text }) => text)).toEqual(['✕ Anna Kell', '✕ ferry strikes']);
    const left = await press(parts, READER, list, '✕ Anna Kell');
    expect(left?.keyboard?.flat().map(({ text }) => text)).toEqual(['✕ ferry strikes']);
  });

  it('follows from an answer, and the answer stays', async () => {
    const parts = await openBot();
    await comesIn(parts, ...FIRST);
    await command(parts, READER, '/start');
    for (const [asked, followed] of [
      ['/background kell', 'Anna Kell'],
      ['/quotes kell', 'Anna Kell'],
      ['/background old bridge', 'old bridge'],
    ] as const) {
      const [answer] = await command(parts, READER, asked);
      expect(await press(parts, READER, answer, 'Follow')).toBeUndefined();
      expect((await parts.follows.of(READER.chat)).map(({ label }) => label)).toContain(followed);
    }
  });

  it('who stopped the messages is told how to have them again', async () => {
    const parts = await openBot();
    await comesIn(parts, ...FIRST);
    const [answer] = await command(parts, READER, '/follow kell');
    expect(answer?.text).toMatch(/^You get no messages from this bot now\. \/start turns them on/);
  });

  it('who writes half a page is told what can be followed', async () => {
    const parts = await openBot();
    await command(parts, READER, '/start');
    const [answer] = await command(parts, READER, '/follow one two three four five six seven eight');
    expect(answer?.text).toMatch(/^Write \/follow and a name, or up to five words/);
  });
});

describe('a follower', AT_ONCE, () => {
  it('gets one message when a post is about it, and others get none', async ({ onTestFinished: atEnd }) => {
    const live = await liveBot({}, { atEnd });
    const { parts, reader, editor } = live;
    const stopping = new AbortController();
    const telling = tellingFollowers(parts).run(stopping.signal);
    atEnd(async () => {
      stopping.abort();
      await telling;
    });
    await comesIn(parts, ...FIRST);
    await reader.ask('/start');
    await editor.ask('/start');
    await reader.ask('/follow kell');
    const id = await comesIn(parts, ...SECOND);
    await parts.posts.postNow(CHANNEL, { id: id as never, sortAtMs: parts.clock.now() });
    const told = await eventually(async () => {
      const found = (await reader.all()).filter(({ words }) => words.startsWith('Council votes'));
      if (found.length === 0) throw new Error('not told yet');
      return found;
    });
    expect(told[0]?.words).toMatch(/\n\nAbout Anna Kell$/);
    expect((await editor.all()).some(({ words }) => words.startsWith('Council votes'))).toBe(false);
    const notice = (await parts.broadcasts.get(`n${id}` as never))?.counts;
    expect(notice).toMatchObject({ audience: 1 });
  });

  it('is not told of a story that was taken back in time', async ({ onTestFinished: atEnd }) => {
    const parts = await openBot({}, { atEnd });
    await comesIn(parts, ...FIRST);
    await command(parts, READER, '/start');
    await command(parts, READER, '/follow kell');
    const id = (await comesIn(parts, ...SECOND)) as never;
    const { posts, clock, archive } = parts;
    await posts.postNow(CHANNEL, { id, sortAtMs: clock.now() });
    const claim = await posts.claim(CHANNEL, { order: 'oldest first', minGapMs: 0, breakingOnly: true });
    if (claim.kind !== 'claimed') throw new Error('nothing was claimed');
    await posts.begin(claim.post);
    await posts.settle(claim.post, { kind: 'sent', messageId: 9 });
    await archive.retract(id, 'wrong');
    await tellFollowers({ ...parts, compose: (...about) => noticeFor(parts, ...about) });
    expect(await parts.broadcasts.get(`n${id}` as never)).toBeUndefined();
  });

  it('can be written to by an editor who asks for those alone', async ({ onTestFinished: atEnd }) => {
    const { parts, reader, editor } = await liveBot({}, { atEnd });
    await comesIn(parts, ...FIRST);
    await reader.ask('/start');
    await editor.ask('/start');
    await reader.ask('/follow kell');
    await editor.ask('/broadcast');
    await editor.ask('Only for some');
    await eventually(async () => {
      if (!/^This is/.test((await editor.last()).words)) throw new Error('no question yet');
    });
    await editor.press('To whom …');
    await editor.press('follows Anna Kell');
    await editor.press('‹ Back');
    const asked = await editor.last();
    expect(asked.words).toMatch(/one subscriber/);
    expect(asked.words).toMatch(/Only: follows Anna Kell/);
  });
});
