import { describe, expect, it } from 'vitest';
import { eventually, type Message } from '../e2e/world/telegram.ts';
import { comesIn } from './desk.ts';
import { AT_ONCE, CHANNEL_CHAT, type Live, liveBot } from './live.ts';

async function inChannel({ telegram }: Live): Promise<readonly Message[]> {
  return telegram.messages(CHANNEL_CHAT);
}

/** A story that an editor sent out at once, in the night. */
async function posted(live: Live, title: string): Promise<void> {
  await comesIn(live.parts, title, '2026-06-01');
  await live.editor.ask(`/breaking ${title}`);
  await live.editor.press(/^Post now/);
  await eventually(async () =>
    expect((await inChannel(live)).map(({ words }) => words).join()).toContain(title),
  );
}

describe('breaking news', AT_ONCE, () => {
  it('goes out within a second, past schedule and quiet hours, and once', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await liveBot({ POST_SCHEDULE: '0 4 29 2 *', QUIET_HOURS: '00:00-23:59' }, { atEnd });
    await comesIn(live.parts, 'Harbour gate fails', '2026-06-01');
    const asked = await live.editor.ask('/breaking harbour gate');
    expect(asked.words).toMatch(
      /^Goes out at once, past the schedule and quiet hours:\n\nHarbour gate fails/,
    );
    const told = await live.editor.press('Post now in @vessin_gazette');
    expect(told.words).toBe('“Harbour gate fails” goes out in @vessin_gazette now.');
    await eventually(async () => expect(await inChannel(live)).toHaveLength(1));
    expect((await live.editor.ask('/breaking harbour gate')).words).toContain('in every channel already');
    expect((await live.editor.ask('/why harbour gate')).words).toMatch(
      /sent at once by an editor\n.*taken in hand at an editor's word\n.*being sent\n.*sent as message \d+/,
    );
  });

  it('offers the newest stories when none is named', async ({ onTestFinished: atEnd }) => {
    const live = await liveBot({ POST_SCHEDULE: '0 4 29 2 *' }, { atEnd });
    expect((await live.editor.ask('/breaking')).words).toBe('There is no such article yet.');
    await comesIn(live.parts, 'Harbour gate fails', '2026-06-01');
    await live.editor.ask('/breaking');
    expect((await live.editor.press('Harbour gate fails')).words).toMatch(/^Goes out at once/);
  });
});

describe('a post that is out', AT_ONCE, () => {
  it('is corrected in place with an editor’s own sentence, and says so', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await liveBot({ POST_SCHEDULE: '0 4 29 2 *' }, { atEnd });
    await posted(live, 'Ferry delayed');
    expect((await live.editor.ask('/correct ferry delayed')).words).toMatch(/Corrected/);
    await live.editor.press('Say what was wrong');
    const shown = await live.editor.ask('The ferry left at nine, not at ten.');
    expect(shown.words).toContain('Correction: The ferry left at nine, not at ten.');
    expect((await live.editor.press('Correct the post')).words).toBe(
      'The post in @vessin_gazette is corrected, and says so.',
    );
    const [post] = await inChannel(live);
    expect(post?.words).toMatch(/^Ferry delayed\n.*Correction: The ferry left at nine, not at ten\./s);
    expect((await live.editor.ask('/why ferry delayed')).words).toContain(
      'corrected: The ferry left at nine',
    );
  });

  it('is replaced by a notice with the reason, and readers find the story no more', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await liveBot({ POST_SCHEDULE: '0 4 29 2 *' }, { atEnd });
    await posted(live, 'Mayor resigns');
    await live.editor.ask('/retract');
    expect((await live.editor.press('Mayor resigns')).words).toMatch(/^Take back “Mayor resigns”\?/);
    await live.editor.press('Notice with a reason');
    await live.editor.ask('The mayor has not resigned.');
    expect((await live.editor.press('Leave a notice')).words).toBe(
      'The post in @vessin_gazette is taken back.',
    );
    expect((await inChannel(live)).map(({ words }) => words)).toEqual([
      'The newsroom has withdrawn this story. The mayor has not resigned.',
    ]);
    expect((await live.reader.ask('/latest')).words).toMatch(/^There are no stories yet/);
    expect((await live.editor.ask('/retract mayor resigns')).words).toMatch(/^Nothing like/);
  });

  it('is deleted where an editor wants that', async ({ onTestFinished: atEnd }) => {
    const live = await liveBot({ POST_SCHEDULE: '0 4 29 2 *' }, { atEnd });
    await posted(live, 'Mayor resigns');
    await live.editor.ask('/retract mayor resigns');
    await live.editor.press('Delete the post');
    await eventually(async () => expect(await inChannel(live)).toEqual([]));
  });

  it('is changed by nobody but editors', async ({ onTestFinished: atEnd }) => {
    const live = await liveBot({ POST_SCHEDULE: '0 4 29 2 *' }, { atEnd });
    for (const command of ['/breaking', '/correct', '/retract']) {
      expect((await live.reader.ask(`${command} ferry`)).words).toMatch(
        /^That is for the newsroom's editors/,
      );
    }
  });
});
