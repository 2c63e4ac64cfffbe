import { describe, expect, it } from 'vitest';
import { CHANNEL, EDDA, FORUM, type Harbour, JOSS, MARA, useHarbour } from './world/harbour.ts';

const startHarbour = useHarbour();

const UP = { type: 'emoji', emoji: '👍' };
const FIRE = { type: 'emoji', emoji: '🔥' };

/** Updates of this kind are wanted from here on. */
async function asksFor(harbour: Harbour, kind: string): Promise<void> {
  await harbour.result('getUpdates', { allowed_updates: [kind] });
}

async function updates(harbour: Harbour, kind: string): Promise<unknown[]> {
  const parameters = { offset: 1, allowed_updates: [kind] };
  const found = await harbour.result<Record<string, unknown>[]>('getUpdates', parameters);
  return found.flatMap((update) => update[kind] ?? []);
}

async function posted(harbour: Harbour, chat: number): Promise<number> {
  const { message_id } = await harbour.result<{ message_id: number }>('sendMessage', {
    chat_id: chat,
    text: 'The ferry sails',
  });
  return message_id;
}

async function reactionsTo(harbour: Harbour, chat: number, id: number): Promise<unknown> {
  const response = await fetch(`${harbour.address}/sandbox/messages?chat=${chat}`);
  const { reactions } = (await response.json()) as { reactions: Record<number, unknown> };
  return reactions[id];
}

describe('a reaction', () => {
  it('to a group’s message is told with what it was before', async () => {
    const harbour = await startHarbour();
    await asksFor(harbour, 'message_reaction');
    const message_id = await posted(harbour, FORUM);
    for (const react of ['👍', '🔥', '']) harbour.act({ user: MARA, react, chat: FORUM, message_id });
    expect(await updates(harbour, 'message_reaction')).toMatchObject([
      { old_reaction: [], new_reaction: [UP] },
      { old_reaction: [UP], new_reaction: [FIRE] },
      { old_reaction: [FIRE], new_reaction: [] },
    ]);
  });

  it('to a channel’s post is counted over all, the bot’s own among them', async () => {
    const harbour = await startHarbour();
    await asksFor(harbour, 'message_reaction_count');
    const message_id = await posted(harbour, CHANNEL);
    harbour.act({ user: MARA, react: '👍', chat: CHANNEL, message_id });
    harbour.act({ user: EDDA, react: '🔥', chat: CHANNEL, message_id });
    await harbour.result('setMessageReaction', { chat_id: CHANNEL, message_id, reaction: [FIRE] });
    harbour.act({ user: JOSS, react: '🔥', chat: CHANNEL, message_id });
    const counts = (await updates(harbour, 'message_reaction_count')).map(
      (update) => Object(update).reactions,
    );
    expect(counts).toEqual([
      [{ type: UP, total_count: 1 }],
      [
        { type: UP, total_count: 1 },
        { type: FIRE, total_count: 1 },
      ],
      [
        { type: FIRE, total_count: 3 },
        { type: UP, total_count: 1 },
      ],
    ]);
    expect(await reactionsTo(harbour, CHANNEL, message_id)).toEqual(counts.at(-1));
  });

  it('goes with its message', async () => {
    const harbour = await startHarbour();
    const message_id = await posted(harbour, CHANNEL);
    await harbour.result('setMessageReaction', { chat_id: CHANNEL, message_id, reaction: [UP] });
    await harbour.result('setMessageReaction', { chat_id: CHANNEL, message_id, reaction: [] });
    expect(await reactionsTo(harbour, CHANNEL, message_id)).toBeUndefined();
    await harbour.result('setMessageReaction', { chat_id: CHANNEL, message_id, reaction: [UP] });
    await harbour.result('deleteMessage', { chat_id: CHANNEL, message_id });
    expect(await reactionsTo(harbour, CHANNEL, message_id)).toBeUndefined();
  });
});

describe('a vote', () => {
  const poll = async (harbour: Harbour, more: Record<string, unknown> = {}): Promise<number> => {
    const asked = { chat_id: FORUM, question: 'Which pier?', options: ['North', 'South'], ...more };
    return (await harbour.result<{ message_id: number }>('sendPoll', asked)).message_id;
  };

  it('counts once, until it is taken back', async () => {
    const harbour = await startHarbour();
    await asksFor(harbour, 'poll');
    const message_id = await poll(harbour);
    const vote = (user: number, chosen: number[]) =>
      harbour.act({ user, vote: chosen, chat: FORUM, message_id });
    vote(MARA, [0]);
    expect(() => vote(MARA, [1])).toThrow('Take the vote back');
    vote(EDDA, [0]);
    vote(MARA, []);
    vote(MARA, [1]);
    const [last] = (await updates(harbour, 'poll')).slice(-1);
    expect(last).toMatchObject({ total_voter_count: 2, options: [{ voter_count: 1 }, { voter_count: 1 }] });
  });

  it('is for one answer where the poll takes one, and for an option that there is', async () => {
    const harbour = await startHarbour();
    const message_id = await poll(harbour);
    const vote = (chosen: number[]) => () =>
      harbour.act({ user: MARA, vote: chosen, chat: FORUM, message_id });
    expect(vote([0, 1])).toThrow('The poll takes one answer');
    expect(vote([7])).toThrow('The poll has no option 7');
  });
});
