import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/world/types.ts';
import { CHANNEL, FORUM, type Harbour, MARA, TOKEN, useHarbour } from './world/harbour.ts';

const start = useHarbour();

/** A picture that is there, by its id. */
async function uploadedPhoto({ address }: Harbour): Promise<string> {
  const form = new FormData();
  form.set('chat_id', String(MARA));
  form.set('photo', new Blob(['picture']), 'ferry.png');
  const response = await fetch(`${address}/bot${TOKEN}/sendPhoto`, { method: 'POST', body: form });
  const { result } = (await response.json()) as { result: Message };
  return result.photo?.[0]?.file_id ?? '';
}

const keyboard = (button: Record<string, unknown>): Record<string, unknown> => ({
  chat_id: MARA,
  text: 'x',
  reply_markup: { inline_keyboard: [[{ text: 'go', ...button }]] },
});

const inAlbum = (...media: unknown[]): Record<string, unknown> => ({ chat_id: CHANNEL, media });

describe('a call is refused in the words of Telegram', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
      'sendMessage',
      keyboard({ url: 'localhost' }),
    ],
    [
      "inline keyboard button URL 'karavel://open' is invalid: Unsupported URL protocol",
      'sendMessage',
      keyboard({ url: 'karavel://open' }),
    ],
    ['chat not found', 'sendMessage', { ...keyboard({ url: 'localhost' }), chat_id: 4711 }],
    [
      "entity URL 'pier' is invalid: Wrong HTTP URL",
      'sendMessage',
      { chat_id: MARA, text: 'ab', entities: [{ type: 'text_link', offset: 0, length: 1, url: 'pier' }] },
    ],
    ['parameter "media" is required', 'sendMediaGroup', { chat_id: CHANNEL }],
    ['there are no messages to send', 'sendMediaGroup', inAlbum()],
    [
      'can\'t parse InputMedia: type "animation" can\'t be used in sendMediaGroup',
      'sendMediaGroup',
      inAlbum({ type: 'animation', media: 'PHOTO' }),
    ],
    [
      'can\'t parse InputMedia: type "story" is unsupported',
      'sendMediaGroup',
      inAlbum({ type: 'story', media: 'PHOTO' }),
    ],
    [
      "can't parse InputMedia: media not found",
      'sendMediaGroup',
      inAlbum({ type: 'photo', media: 'attach://nothing' }),
    ],
    [
      "can't parse InputMedia: Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
      'sendMediaGroup',
      inAlbum({ type: 'photo', media: 'PHOTO', caption: '<b>late', parse_mode: 'HTML' }),
    ],
    [
      'parameter show_caption_above_media must be the same for all messages',
      'sendMediaGroup',
      inAlbum(
        { type: 'photo', media: 'PHOTO', show_caption_above_media: true },
        { type: 'photo', media: 'PHOTO' },
      ),
    ],
    [
      'failed to send message #2 with the error message "Failed to get HTTP URL content"',
      'sendMediaGroup',
      inAlbum({ type: 'photo', media: 'PHOTO' }, { type: 'photo', media: 'http://127.0.0.1:1/ferry.png' }),
    ],
    [
      'REACTION_INVALID',
      'setMessageReaction',
      { chat_id: MARA, message_id: 1, reaction: [{ type: 'emoji', emoji: '🚢' }] },
    ],
    ['message with poll to stop not found', 'stopPoll', { chat_id: CHANNEL, message_id: 4711 }],
    ['message with poll to stop not found', 'stopPoll', { chat_id: MARA, message_id: 1 }],
    ["can't parse JSON encoded inline query results", 'answerInlineQuery', { results: '{' }],
    [
      'chat not found',
      'setMyCommands',
      { commands: [{ command: 'go', description: 'Goes' }], scope: { type: 'chat', chat_id: 4711 } },
    ],
    ['invalid dice emoji specified', 'sendDice', { chat_id: MARA, emoji: '🚢' }],
  ])('%s', async (words, method, parameters) => {
    const sandbox = await start();
    const photo = await uploadedPhoto(sandbox);
    const filled = JSON.parse(JSON.stringify(parameters).replaceAll('PHOTO', photo)) as Record<
      string,
      unknown
    >;
    const { body } = await sandbox.call(method, filled);
    expect(body.description).toBe(`Bad Request: ${words}`);
  });

  it.each([
    ['[]', 'JSON object expected'],
    ['"late"', 'JSON object expected'],
    ['{ ', 'expected parameter name'],
  ])('for a body of %j', async (body, words) => {
    const { address } = await start();
    const response = await fetch(`${address}/bot${TOKEN}/getMe`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(await response.json()).toMatchObject({ ok: false, description: `Bad Request: ${words}` });
  });

  it('and tells a method that it does not act out from one that is none', async () => {
    const { call } = await start();
    const known = await call('promoteChatMember', { chat_id: FORUM, user_id: MARA });
    expect([known.status, (await call('sendNothingAtAll')).status]).toEqual([501, 404]);
  });
});

describe('what needs no file', () => {
  it.each([
    ['sendLocation', { latitude: 54.1, longitude: '7.9' }, { location: { latitude: 54.1, longitude: 7.9 } }],
    [
      'sendVenue',
      { latitude: 1, longitude: 2, title: 'Pier', address: 'North quay' },
      { venue: { title: 'Pier', address: 'North quay' } },
    ],
    [
      'sendContact',
      { phone_number: '+100', first_name: 'Edda' },
      { contact: { phone_number: '+100', first_name: 'Edda' } },
    ],
    ['sendDice', {}, { dice: { emoji: '🎲' } }],
  ])('is sent by %s', async (method, parameters, content) => {
    const { result } = await start();
    expect(await result(method, { chat_id: MARA, ...parameters })).toMatchObject(content);
  });
});
