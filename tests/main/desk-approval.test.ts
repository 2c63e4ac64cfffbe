import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliveryKeys } from '../../src/adapters/redis/delivery/delivery-keys.ts';
import { botOf } from '../../src/adapters/redis/keys.ts';
import { eventually } from '../e2e/world/telegram.ts';
import { type BotOptions, CHANNEL, comesIn } from './desk.ts';
import { AT_ONCE, CHANNEL_CHAT, type Live, liveBot } from './live.ts';

const EVERY_SECOND = '* * * * * *';

async function withApproval(atEnd: NonNullable<BotOptions['atEnd']>): Promise<Live> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-approval-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'dateline.yaml');
  await writeFile(file, `channels:\n  - id: "${CHANNEL}"\n    approval: required\n    minGap: 1\n`);
  return liveBot({ DATELINE_CONFIG: file, POST_SCHEDULE: EVERY_SECOND }, { atEnd });
}

async function inChannel({ telegram }: Live): Promise<readonly string[]> {
  return (await telegram.messages(CHANNEL_CHAT)).map(({ words }) => words.split('\n')[0] ?? '');
}

/** The desk's message that says this. */
async function told({ editor }: Live, words: RegExp): Promise<void> {
  await eventually(async () => {
    if (!(await editor.all()).some((message) => words.test(message.words))) throw new Error('Not told yet');
  });
}

describe('a channel in which nothing goes out unapproved', AT_ONCE, () => {
  it('gets what an editor approved, with the next slot, and nothing else', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await withApproval(atEnd);
    await comesIn(live.parts, 'Ferry delayed', '2026-06-01');
    await told(live, /^To be approved for @vessin_gazette:\n\nFerry delayed\n\n/);
    await comesIn(live.parts, 'Bridge reopened', '2026-06-02');
    await told(live, /^To be approved .*\n\nBridge reopened/);
    expect((await live.editor.ask('/queue')).words).toMatch(
      /1\. waits for approval · Ferry delayed\n2\. waits for approval · Bridge reopened/,
    );
    expect((await live.editor.ask('/status')).words).toContain('Waiting to be approved: 2');
    await live.editor.push('Drop', /Ferry delayed\n\n/);
    await told(live, /^“Ferry delayed” is dropped; it does not go out/);
    await live.editor.push('Approve', /Bridge reopened\n\n/);
    await eventually(async () => expect(await inChannel(live)).toEqual(['Bridge reopened']));
    expect((await live.editor.ask('/why bridge reopened')).words).toMatch(
      /waits for an editor to approve it\n.*released by an editor\n.*taken in hand for the slot/,
    );
  });

  it('tells of many that came at once in one message', async ({ onTestFinished: atEnd }) => {
    const live = await withApproval(atEnd);
    const { posts } = live.parts;
    const { redis, config } = live.parts;
    const keys = deliveryKeys(botOf(config.token));
    await redis.zadd(keys.waiting(CHANNEL), 1, 'a', 2, 'b', 3, 'c', 4, 'd', 5, 'e', 6, 'f');
    await told(live, /^6 articles wait to be approved for @vessin_gazette\. \/queue shows them\.$/);
    expect(await posts.takeToApprove(CHANNEL)).toEqual([]);
    expect(await inChannel(live)).toEqual([]);
  });
});

describe('a post of which nobody can know whether it is there', AT_ONCE, () => {
  it.for([
    ['It is there', 1, 'Noted: the post is there.'],
    ['Post it', 2, 'It goes out again now.'],
  ] as const)('is an editor’s to decide: %s', async ([label, copies, answer], { onTestFinished: atEnd }) => {
    const live = await liveBot({ POST_SCHEDULE: EVERY_SECOND }, { atEnd });
    const { redis, config, posts } = live.parts;
    const keys = deliveryKeys(botOf(config.token));
    await live.telegram.weather({ faults: [{ fault: 'answer lost', methods: ['sendMessage'], count: 1 }] });
    const id = await comesIn(live.parts, 'Ferry delayed', '2026-06-01');
    await eventually(async () => expect((await posts.get(CHANNEL, id))?.state).toBe('unknown'));
    // The time comes at which it is looked for; before the first post there is none to look after.
    await redis.zadd(keys.channel(CHANNEL, 'unknown'), 0, id);
    await told(live, /^Telegram gave no answer for “Ferry delayed” in @vessin_gazette/);
    expect(await inChannel(live)).toEqual(['Ferry delayed']);
    await live.editor.push(label);
    await told(live, new RegExp(`^${answer}`));
    await eventually(async () => expect(await inChannel(live)).toHaveLength(copies));
    await eventually(async () => expect((await posts.get(CHANNEL, id))?.state).toBe('sent'));
  });
});
