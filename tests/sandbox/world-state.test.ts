import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { CHANNEL, EDDA, FORUM, type Harbour, JOSS, MARA, useHarbour, wordsOf } from './world/harbour.ts';

const startHarbour = useHarbour();

type Sent = { readonly message_id: number; readonly message_thread_id?: number };

const say = (harbour: Harbour, chat: number, text: string, more: Record<string, unknown> = {}) =>
  harbour.call('sendMessage', { chat_id: chat, text, ...more });

async function updatesOf(harbour: Harbour): Promise<Record<string, unknown>[]> {
  const allowed = ['message', 'channel_post', 'my_chat_member', 'chat_member', 'chat_join_request'];
  return harbour.result('getUpdates', { offset: 1, allowed_updates: allowed });
}

describe('people', () => {
  it('can be written to once they have pressed Start, and not after they block the bot', async () => {
    const harbour = await startHarbour();
    expect((await say(harbour, EDDA, 'hello')).body.description).toBe('Bad Request: chat not found');
    harbour.act({ user: EDDA, start: 'from-the-channel' });
    expect((await say(harbour, EDDA, 'hello')).status).toBe(200);
    harbour.act({ user: EDDA, block: true });
    const { status, body } = await say(harbour, EDDA, 'hello?');
    expect([status, body.description]).toEqual([403, 'Forbidden: bot was blocked by the user']);
    harbour.act({ user: EDDA, block: false });
    expect((await say(harbour, EDDA, 'hello again')).status).toBe(200);
  });

  it('who delete their account cannot be reached, and do nothing more', async () => {
    const harbour = await startHarbour();
    harbour.act({ user: JOSS, deactivate: true });
    expect((await say(harbour, JOSS, 'hello')).body.description).toBe('Forbidden: user is deactivated');
    expect(() => harbour.act({ user: JOSS, text: 'me?' })).toThrow('deleted the account');
  });

  it('are told of to the bot when they block and unblock it', async () => {
    const harbour = await startHarbour();
    harbour.act({ user: MARA, block: true });
    harbour.act({ user: MARA, block: false });
    const changes = (await updatesOf(harbour)).map(({ my_chat_member: change }) => change);
    expect(changes).toMatchObject([
      { chat: { id: MARA, type: 'private' }, new_chat_member: { status: 'kicked' } },
      { chat: { id: MARA, type: 'private' }, new_chat_member: { status: 'member' } },
    ]);
  });

  it('may be a million without a name of their own, a share of them out of reach', async () => {
    const harbour = await startHarbour();
    const before = process.memoryUsage().heapUsed;
    const made = harbour.act({ subscribers: 1_000_000, blocked_share: 0.03, deactivated_share: 0.02 });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 1024 * 1024);
    expect(Number(made['blocked']) / 1_000_000).toBeCloseTo(0.03, 3);
    expect(Number(made['deactivated']) / 1_000_000).toBeCloseTo(0.02, 3);
    const first = Number(made['first_id']);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, reader) => say(harbour, first + reader * 4001, 'hello')),
    );
    const refused = answers.filter(({ status }) => status === 403).length;
    expect(refused).toBeGreaterThan(3);
    expect(refused).toBeLessThan(20);
  });
});

describe('message ids', () => {
  it('run for each channel by itself, and through all private chats together', async () => {
    const harbour = await startHarbour();
    const ids: number[] = [];
    for (const chat of [MARA, CHANNEL, JOSS, FORUM, MARA, CHANNEL]) {
      ids.push((await harbour.result<Sent>('sendMessage', { chat_id: chat, text: 'hello' })).message_id);
    }
    expect(ids).toEqual([1, 1, 2, 1, 3, 2]);
  });
});

describe('invite links', () => {
  it('let people in, until they are revoked', async () => {
    const harbour = await startHarbour();
    const link = await harbour.result<{ invite_link: string }>('createChatInviteLink', { chat_id: CHANNEL });
    expect(link).toMatchObject({ creates_join_request: false, is_primary: false, is_revoked: false });
    const by = { invite_link: link.invite_link };
    await harbour.result('getUpdates', { allowed_updates: ['chat_member'] });
    expect(harbour.act({ user: JOSS, join: CHANNEL, ...by })).toEqual({ status: 'member' });
    expect(await updatesOf(harbour)).toMatchObject([{ chat_member: { invite_link: by } }]);
    await harbour.result('revokeChatInviteLink', { chat_id: CHANNEL, ...by });
    harbour.act({ user: JOSS, leave: CHANNEL });
    expect(() => harbour.act({ user: JOSS, join: CHANNEL, ...by })).toThrow('was revoked');
  });

  it('may only let people ask, for the bot to approve', async () => {
    const harbour = await startHarbour();
    const { invite_link } = await harbour.result<{ invite_link: string }>('createChatInviteLink', {
      chat_id: CHANNEL,
      creates_join_request: true,
    });
    expect(harbour.act({ user: JOSS, join: CHANNEL, invite_link })).toMatchObject({ requested: true });
    expect(await updatesOf(harbour)).toMatchObject([{ chat_join_request: { from: { id: JOSS } } }]);
    const statusOf = () => harbour.result('getChatMember', { chat_id: CHANNEL, user_id: JOSS });
    expect(await statusOf()).toMatchObject({ status: 'left' });
    await harbour.result('approveChatJoinRequest', { chat_id: CHANNEL, user_id: JOSS });
    expect(await statusOf()).toMatchObject({ status: 'member' });
  });

  it('need the right to invite', async () => {
    const harbour = await startHarbour();
    const rights = { can_post_messages: true };
    harbour.act({ user: EDDA, chat: CHANNEL, bot_status: 'administrator', rights });
    expect((await harbour.call('createChatInviteLink', { chat_id: CHANNEL })).body.description).toBe(
      'Bad Request: not enough rights to manage chat invite link',
    );
  });
});

describe('topics', () => {
  it('hold messages of their own, and can be closed to people', async () => {
    const harbour = await startHarbour();
    const topic = await harbour.result<{ message_thread_id: number }>('createForumTopic', {
      chat_id: FORUM,
      name: 'Ferries',
    });
    const { message_thread_id: thread } = topic;
    await say(harbour, FORUM, 'about ferries', { message_thread_id: thread });
    const typed = harbour.act({ user: MARA, chat: FORUM, text: 'late again', message_thread_id: thread });
    expect(typed['message']).toMatchObject({ message_thread_id: thread, is_topic_message: true });
    await harbour.result('closeForumTopic', { chat_id: FORUM, message_thread_id: thread });
    const more = { user: MARA, chat: FORUM, text: 'still late', message_thread_id: thread };
    expect(() => harbour.act(more)).toThrow('is closed');
    await harbour.result('deleteForumTopic', { chat_id: FORUM, message_thread_id: thread });
    expect(harbour.messages(FORUM).map(wordsOf)).toEqual([]);
    expect((await say(harbour, FORUM, 'gone', { message_thread_id: thread })).body.description).toBe(
      'Bad Request: message thread not found',
    );
  });

  it('are not there in a channel', async () => {
    const harbour = await startHarbour();
    const { body } = await harbour.call('createForumTopic', { chat_id: CHANNEL, name: 'Ferries' });
    expect(body.description).toBe('Bad Request: the chat is not a forum');
  });
});

describe('a ban', () => {
  it('keeps somebody out until it is lifted', async () => {
    const harbour = await startHarbour();
    await harbour.result('banChatMember', { chat_id: CHANNEL, user_id: MARA });
    expect(() => harbour.act({ user: MARA, join: CHANNEL })).toThrow('banned');
    await harbour.result('unbanChatMember', { chat_id: CHANNEL, user_id: MARA });
    expect(harbour.act({ user: MARA, join: CHANNEL })).toEqual({ status: 'member' });
  });
});

describe('the state file', () => {
  it('brings a sandbox back as it was: chats, ids, waiting updates, time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const stateFile = join(folder, 'telegram.json');
    const before = await startHarbour({ stateFile });
    await say(before, CHANNEL, 'the first post');
    before.act({ user: MARA, text: 'still unread' });
    before.act({ subscribers: 1000 });
    before.advance(86_000_000);
    const photo = await before.result<{ photo: { file_id: string }[] }>('sendPhoto', {
      chat_id: CHANNEL,
      photo: 'known_photo_id',
    });
    await before.close();

    const after = await startHarbour({ stateFile });
    expect(after.messages(CHANNEL).map(wordsOf)).toEqual(['the first post', '']);
    expect(await updatesOf(after)).toMatchObject([{ message: { text: 'still unread' } }]);
    expect(after.advance(0)).toBeGreaterThan(Date.now() + 85_000_000);
    expect(await after.result<Sent>('sendMessage', { chat_id: CHANNEL, text: 'third' })).toMatchObject({
      message_id: 3,
    });
    expect((await say(after, 7_000_000_500, 'to one of the thousand')).status).toBe(200);
    const [shown] = photo.photo;
    expect((await after.call('getFile', { file_id: shown?.file_id })).status).toBe(200);
  });

  it('is not begun anew over one that cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await expect(startSandbox({ port: 0, stateFile: folder })).rejects.toThrow('cannot be read');
  });
});
