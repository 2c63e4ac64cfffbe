import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { readUpdate } from '../../../src/adapters/telegram/read-update.ts';

const NOW = 1_780_000_000_000;
const from = { id: 5, is_bot: false, first_name: 'Mara', language_code: 'es' };
const chat = { id: 5, type: 'private' as const, first_name: 'Mara' };
const asker = { chat: 5, user: 5, languageTag: 'es' };

function typed(text: string, more: object = {}): Update {
  const message = { message_id: 9, date: NOW / 1000, from, chat, text, ...more };
  return { update_id: 1, message } as Update;
}

function read(update: Update): unknown {
  return readUpdate(update, 'vale_bot', NOW);
}

describe('an update', () => {
  it.each([
    ['/latest 3', { kind: 'command', asker, command: 'latest', args: '3' }],
    ['/Quotes@vale_bot  ferry strike ', { kind: 'command', asker, command: 'quotes', args: 'ferry strike' }],
    ['/start q-abc', { kind: 'command', asker, command: 'start', args: 'q-abc' }],
    ['the ferry', { kind: 'message', asker, messageId: 9, text: 'the ferry' }],
    ['/ what', { kind: 'message', asker, messageId: 9, text: '/ what' }],
  ])('that says "%s" is understood', (text, expected) => {
    expect(read(typed(text))).toEqual(expected);
  });

  it('that speaks to another bot is not ours', () => {
    expect(read(typed('/latest@other_bot'))).toMatchObject({ kind: 'message' });
  });

  it('of hours ago is not answered as if it were new', () => {
    expect(read(typed('/latest', { date: NOW / 1000 - 7 * 3600 }))).toBeUndefined();
  });

  it.each(['start', 'stop'])('of hours ago that says /%s still counts, without an answer', (wish) => {
    const late = { date: NOW / 1000 - 7 * 3600 };
    expect(read(typed(`/${wish}`, late))).toEqual({ kind: 'late wish', asker, wish });
  });

  it('that presses a button is read in a group too, where the desk may be', () => {
    const message = { message_id: 9, date: 0, chat: { id: -100, type: 'supergroup', title: 'Desk' } };
    const update = {
      update_id: 2,
      callback_query: { id: 'q', from, chat_instance: 'c', data: 'x', message },
    };
    expect(read(update as Update)).toMatchObject({
      kind: 'press',
      asker: { chat: -100, user: 5 },
      data: 'x',
    });
  });

  it('with a picture of an album says which', () => {
    const { message } = typed('');
    const { text: _, ...photo } = { ...message, photo: [], media_group_id: 'a1' };
    expect(read({ update_id: 1, message: photo } as unknown as Update)).toEqual({
      kind: 'message',
      asker,
      messageId: 9,
      album: 'a1',
    });
  });

  it('in a group is answered only when it is a command', () => {
    const group = { chat: { id: -100, type: 'supergroup', title: 'Desk' } };
    expect(read(typed('hello', group))).toBeUndefined();
    expect(read(typed('/latest', group))).toMatchObject({ kind: 'group command', asker: { chat: -100 } });
  });

  it('of a block ends the subscription', () => {
    const member = { user: { id: 1, is_bot: true, first_name: 'b' }, status: 'kicked', until_date: 0 };
    const update = {
      update_id: 2,
      my_chat_member: { chat, from, date: 0, old_chat_member: member, new_chat_member: member },
    };
    expect(read(update as Update)).toEqual({ kind: 'blocked', chat: 5 });
  });

  it('of a kind nobody knows is passed over', () => {
    expect(read({ update_id: 3 } as Update)).toBeUndefined();
  });
});
