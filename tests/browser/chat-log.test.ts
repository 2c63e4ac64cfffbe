import { describe, expect, it } from 'vitest';
import {
  type ChatLog,
  withEdit,
  withMessage,
  withNewest,
  withOlder,
  without,
} from '../../src/sandbox/page/state/chat-log.ts';
import type { Message } from '../../src/sandbox/page/wire/message.ts';

function message(message_id: number, text = `${message_id}`): Message {
  return { message_id, date: 0, chat: { id: 1, type: 'private' }, text };
}

function logOf(ids: readonly number[], more = false): ChatLog {
  return { messages: ids.map((id) => message(id)), more, isLoading: false };
}

function idsOf(log: ChatLog): readonly number[] {
  return log.messages.map(({ message_id }) => message_id);
}

describe('the messages that the page holds of a chat', () => {
  it('stay in the order of their ids, whichever comes first', () => {
    expect(idsOf(withMessage(logOf([1, 2, 5]), message(4)))).toEqual([1, 2, 4, 5]);
  });

  it('hold a message that comes twice once', () => {
    expect(idsOf(withMessage(logOf([1, 2]), message(2)))).toEqual([1, 2]);
  });

  it('take an edit in its place', () => {
    const log = withEdit(logOf([1, 2, 3]), message(2, 'corrected'));
    expect(log.messages.map(({ text }) => text)).toEqual(['1', 'corrected', '3']);
  });

  it('do not take up the edit of a message that was not loaded yet', () => {
    expect(idsOf(withEdit(logOf([5, 6], true), message(2)))).toEqual([5, 6]);
  });

  it('lose what is deleted', () => {
    expect(idsOf(without(logOf([1, 2, 3]), [2, 9]))).toEqual([1, 3]);
  });

  it('put an older page in front, and no message twice', () => {
    const log = withOlder(logOf([3, 4], true), {
      messages: [message(2), message(3)],
      more: false,
      reactions: {},
    });
    expect([idsOf(log), log.more]).toEqual([[2, 3, 4], false]);
  });

  it('keep what is older when the newest page joins on after a lost connection', () => {
    const log = withNewest(logOf([1, 2, 3, 4], true), {
      messages: [message(3), message(5)],
      more: true,
      reactions: {},
    });
    expect([idsOf(log), log.more]).toEqual([[1, 2, 3, 5], true]);
  });

  it('start again from the newest page when so much was missed that it does not join', () => {
    const log = withNewest(logOf([1, 2]), {
      messages: [message(80), message(81)],
      more: true,
      reactions: {},
    });
    expect([idsOf(log), log.more]).toEqual([[80, 81], true]);
  });
});
