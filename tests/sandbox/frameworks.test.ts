import { describe, expect, it, onTestFinished } from 'vitest';
import type { SandboxEvent } from '../../src/sandbox/events.ts';
import { FRAMEWORKS } from './world/framework-bots.ts';
import { CHANNEL, MARA, saying, useHarbour, wordsOf } from './world/harbour.ts';

const startHarbour = useHarbour();

const WAYS = FRAMEWORKS.flatMap(({ name, poll, listen }) => [
  { name, way: 'polling', start: poll },
  { name, way: 'by webhook', start: listen },
]);

/** The caller has been sent the answer. */
const isAnswered =
  (method: string) =>
  (event: SandboxEvent): boolean =>
    event.type === 'request' && event.line['method'] === method;

describe('a bot of another make', () => {
  it.each(WAYS)('talks, posts a photo and corrects it: $name, $way', async ({ start }) => {
    const harbour = await startHarbour();
    const stop = await start(harbour.address);
    // A poller that stops asks once more; there is no need for it to be answered.
    onTestFinished(async () => {
      await Promise.allSettled([stop(), harbour.close()]);
    });

    const greeted = harbour.once(saying(MARA, 'Good morning, Mara.'));
    harbour.act({ user: MARA, start: '' });
    await greeted;

    const edited = harbour.once(saying(MARA, 'Here is more.'));
    const [greeting] = harbour.messages(MARA).slice(-1);
    harbour.act({ user: MARA, press: 'more', message_id: greeting?.message_id, chat: MARA });
    await edited;

    const corrected = harbour.once(isAnswered('editMessageCaption'));
    harbour.act({ user: MARA, text: '/post' });
    await corrected;

    const posts = harbour.messages(CHANNEL);
    expect(posts.map(wordsOf)).toEqual(['The ferry was on time.']);
    expect(posts[0]?.photo?.length).toBe(1);
    expect(posts[0]?.edit_date).toBeTypeOf('number');
    expect(harbour.transcript().filter(({ status }) => status !== 200 && status !== 0)).toEqual([]);
  });
});
