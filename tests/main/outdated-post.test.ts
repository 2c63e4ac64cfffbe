import { describe, expect, it } from 'vitest';
import { tellChangesNow } from '../../src/app/ingest/tell-changes.ts';
import type { ArticleId } from '../../src/domain/article/article.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { admitting } from '../../src/main/admitting.ts';
import type { Parts } from '../../src/main/parts.ts';
import { person } from '../e2e/world/telegram.ts';
import { CHANNEL, EDITOR, openBot } from './desk.ts';
import { liveDesk } from './live-desk.ts';

const TEXT = `The harbour board of Port Vessin will spend four thousand crowns on the old crane, its chairwoman Ida Brandt said on Monday.

The crane has stood still since the winter, and the fishermen have carried their boxes by hand. It lifted its last box in November.`;
const CORRECTED = `${TEXT.replace('four thousand', 'forty thousand')}

Correction: An earlier version of this article gave a wrong sum for the crane.`;

const REST = Array.from(
  { length: 8 },
  (_none, n) =>
    `Shed ${n + 1} of the yard was painted ${n + 2} times and has a bench, on which people sit on Sundays.`,
).join('\n\n');

async function comes(parts: Parts, text: string): Promise<ArticleId> {
  const article = cleanText({ text, title: 'Old crane of Port Vessin is mended', nowMs: parts.clock.now() });
  return (await admitting(parts)(article, 'https://courier.example/feed', { keys: { guid: 'crane' } })).id;
}

/** Sends its post as the publishing would. */
async function isPosted(parts: Parts, id: ArticleId): Promise<void> {
  await parts.posts.move(CHANNEL, id, 'now', 'oldest first');
  const claim = await parts.posts.claim(CHANNEL, { order: 'oldest first', minGapMs: 0, breakingOnly: true });
  const article = await parts.archive.get(id);
  if (claim.kind !== 'claimed' || article === undefined) throw new Error('The post could not be claimed');
  await parts.posts.begin(claim.post);
  const outcome = await parts.sender.send(CHANNEL, parts.conversation.previewPost(article, CHANNEL));
  if (outcome.kind !== 'sent') throw new Error(`The post was not sent: ${outcome.kind}`);
  await parts.posts.settle(claim.post, outcome);
}

const tellNow = (parts: Parts): Promise<void> =>
  tellChangesNow({
    ...parts,
    channels: parts.identity.channels,
    preview: parts.conversation.previewPost,
  });

const CHANNEL_CHAT = -1_001_700_007_001;

describe('an article that changes after it was posted', () => {
  it('is told to the desk once, with what changed, and a button corrects the post', async () => {
    const parts = await openBot();
    const { telegram } = liveDesk(parts);
    await isPosted(parts, await comes(parts, TEXT));
    await comes(parts, CORRECTED);
    await tellNow(parts);
    await tellNow(parts);
    const [notice, ...more] = (await telegram.messages(EDITOR.chat)).filter(({ isOfBot }) => isOfBot);
    expect(more).toEqual([]);
    expect(notice?.words).toMatch(
      /^“Old crane of Port Vessin is mended” has changed since it was posted to @vessin_gazette: removed “four”; added “forty”; note: Correction: An earlier/,
    );
    const editor = person(telegram, EDITOR.user);
    const asked = await editor.press('Correct the post');
    expect(asked.words).toContain('forty thousand crowns');
    await editor.press('Correct the post');
    const [post] = await telegram.messages(CHANNEL_CHAT);
    expect(post?.isEdited).toBe(true);
    expect(post?.words).toContain('forty thousand crowns');
  });

  it('is told to nobody when its post is not out, or would read as it does', async () => {
    const parts = await openBot();
    const { telegram } = liveDesk(parts);
    const id = await comes(parts, TEXT);
    await comes(parts, `${CORRECTED}\n\n${REST}`);
    await tellNow(parts);
    await isPosted(parts, id);
    await comes(parts, `${CORRECTED}\n\n${REST.replace('painted 7 times', 'painted in vain')}`);
    await tellNow(parts);
    expect((await telegram.messages(EDITOR.chat)).filter(({ isOfBot }) => isOfBot)).toEqual([]);
    expect(await parts.archive.changes(9)).toEqual([]);
  });
});
