import { describe, expect, it } from 'vitest';
import { CHANNEL, type Harbour, MARA, useHarbour } from './world/harbour.ts';

const startHarbour = useHarbour();

type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

const getUpdates = (harbour: Harbour, parameters: Record<string, unknown> = {}): Promise<Update[]> =>
  harbour.result<Update[]>('getUpdates', parameters);

const idsOf = (updates: readonly Update[]): number[] => updates.map(({ update_id }) => update_id);

async function withFive(harbour: Harbour): Promise<number[]> {
  for (const text of ['1', '2', '3', '4', '5']) harbour.act({ user: MARA, text });
  return idsOf(await getUpdates(harbour));
}

describe('getUpdates', () => {
  it('gives the same updates again until an offset above them confirms them', async () => {
    const harbour = await startHarbour();
    const ids = await withFive(harbour);
    expect(idsOf(await getUpdates(harbour, { offset: ids[2] }))).toEqual(ids.slice(2));
    expect(idsOf(await getUpdates(harbour))).toEqual(ids.slice(2));
  });

  it('keeps the newest at an offset below nought, and forgets the rest', async () => {
    const harbour = await startHarbour();
    const ids = await withFive(harbour);
    expect(idsOf(await getUpdates(harbour, { offset: -2 }))).toEqual(ids.slice(3));
    expect(idsOf(await getUpdates(harbour))).toEqual(ids.slice(3));
  });

  it('waits for the next update, and gives it at once', async () => {
    const harbour = await startHarbour();
    const waiting = getUpdates(harbour, { timeout: 30 });
    harbour.act({ user: MARA, text: 'news' });
    expect((await waiting)[0]).toMatchObject({ message: { text: 'news' } });
  });

  it('ends with nothing when its time is over', async () => {
    const harbour = await startHarbour();
    const waiting = getUpdates(harbour, { timeout: 30 });
    await expect.poll(() => harbour.advance(10_000) > 0 && harbour.transcript().length).toBe(1);
    expect(await waiting).toEqual([]);
  });

  it('ends for the older of two that wait', async () => {
    const harbour = await startHarbour();
    const older = harbour.call('getUpdates', { timeout: 30 });
    const younger = harbour.call('getUpdates', { timeout: 31 });
    expect((await older).body).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    harbour.act({ user: MARA, text: 'news' });
    expect((await younger).body.result).toHaveLength(1);
  });

  it.each([
    ['a press of a button', 150_000, 'callback_query'],
    ['an inline query', 30_000, 'inline_query'],
    ['a message', 86_400_000, 'message'],
  ])('gives %s only while it is young', async (_, lifeMs, type) => {
    const harbour = await startHarbour();
    const keyboard = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] };
    const { message_id } = await harbour.result<{ message_id: number }>('sendMessage', {
      chat_id: MARA,
      text: 'Well?',
      reply_markup: keyboard,
    });
    const deeds: Record<string, Record<string, unknown>> = {
      callback_query: { user: MARA, press: 'more', message_id },
      inline_query: { user: MARA, inline_query: 'ferry' },
      message: { user: MARA, text: 'hello' },
    };
    harbour.act(deeds[type] ?? {});
    harbour.advance(lifeMs - 1000);
    expect((await getUpdates(harbour)).map((update) => type in update)).toEqual([true]);
    harbour.advance(1000);
    // The same offset again within three seconds would be held.
    expect(await getUpdates(harbour, { offset: 1 })).toEqual([]);
  });

  it('remembers which updates were asked for', async () => {
    const harbour = await startHarbour();
    await getUpdates(harbour, { allowed_updates: ['channel_post'] });
    harbour.act({ user: MARA, text: 'unheard' });
    harbour.act({ channel_post: 'heard', chat: CHANNEL });
    const updates = await getUpdates(harbour);
    expect(updates.map(({ channel_post: post }) => post)).toMatchObject([{ text: 'heard' }]);
  });

  it('gives joins and reactions only to who asks for them', async () => {
    const harbour = await startHarbour();
    harbour.act({ user: MARA, leave: CHANNEL });
    expect(await getUpdates(harbour)).toEqual([]);
    await getUpdates(harbour, { offset: 1, allowed_updates: ['chat_member'] });
    harbour.act({ user: MARA, join: CHANNEL });
    expect(await getUpdates(harbour)).toMatchObject([
      { chat_member: { old_chat_member: { status: 'left' }, new_chat_member: { status: 'member' } } },
    ]);
  });
});
