import { describe, expect, it } from 'vitest';
import { answer } from '../../src/app/conversation/answer.ts';
import type { Action, Asker } from '../../src/app/conversation/conversation.ts';
import type { OutgoingMessage } from '../../src/app/ports/telegram.ts';
import type { Parts } from '../../src/main/parts.ts';
import { command, EDITOR, openBot, press, READER } from './desk.ts';

async function botWithReader(): Promise<Parts> {
  const parts = await openBot();
  await command(parts, READER, '/start');
  return parts;
}

async function write(parts: Parts, asker: Asker, messageId: number): Promise<readonly Action[]> {
  return answer(parts.conversation, { kind: 'message', asker, messageId, text: 'anything' });
}

async function question(parts: Parts): Promise<OutgoingMessage | undefined> {
  return (await command(parts, EDITOR, '/broadcast The pier is open.')).at(-1);
}

describe('a broadcast', () => {
  it('shows the very message that was sent, asks once, and tells how many will get it', async () => {
    const parts = await botWithReader();
    await command(parts, EDITOR, '/broadcast');
    const [shown, asked] = await write(parts, EDITOR, 55);
    expect(shown).toMatchObject({
      kind: 'copy',
      chat: EDITOR.chat,
      message: { fromChat: EDITOR.chat, messageId: 55 },
    });
    expect(asked).toMatchObject({
      kind: 'send',
      message: { text: expect.stringMatching(/one subscriber\.$/) },
    });
    const next = await write(parts, EDITOR, 56);
    expect(next).toMatchObject([
      { kind: 'send', message: { text: expect.stringMatching(/^The archive has/) } },
    ]);
  });

  it('starts once, however often the button is pressed', async () => {
    const parts = await botWithReader();
    const asked = await question(parts);
    const views = [
      await press(parts, EDITOR, asked, 'Send to 1'),
      await press(parts, EDITOR, asked, 'Send to 1'),
    ];
    expect(views.map((view) => view?.text.split('\n')[0])).toEqual(['Sending', 'Sending']);
    const running = await parts.broadcasts.running();
    expect(running.map(({ counts }) => counts.audience)).toEqual([1]);
  });

  it('is paused, goes on, and is cancelled from its progress message', async () => {
    const parts = await botWithReader();
    const started = await press(parts, EDITOR, await question(parts), 'Send to 1');
    const paused = await press(parts, EDITOR, started, 'Pause');
    expect(paused?.text).toMatch(/^Paused\n▱{12} 0 %/);
    const resumed = await press(parts, EDITOR, paused, 'Go on');
    expect(resumed?.text).toMatch(/^Sending\n/);
    expect((await press(parts, EDITOR, resumed, 'Cancel'))?.text).toMatch(/^Cancelled\n/);
    expect((await press(parts, EDITOR, resumed, 'Pause'))?.text).toMatch(/^Cancelled\n/);
  });

  it.each(['Cancel', 'Send to 1'])('obeys "%s" from nobody but an editor', async (label) => {
    const parts = await botWithReader();
    const asked = await question(parts);
    expect(await press(parts, READER, asked, label)).toBeUndefined();
    expect(await parts.broadcasts.running()).toEqual([]);
    expect((await press(parts, EDITOR, asked, 'Cancel'))?.text).toBe('Dropped. Nothing was sent.');
  });

  it('is not written by readers', async () => {
    const parts = await botWithReader();
    expect((await command(parts, READER, '/broadcast The pier is closed.')).map(({ text }) => text)).toEqual([
      "That is for the newsroom's editors. You can ask /latest, /quotes or /background.",
    ]);
  });

  it('that was begun is dropped by /stop, which then ends nothing else', async () => {
    const parts = await botWithReader();
    await command(parts, EDITOR, '/start');
    await command(parts, EDITOR, '/broadcast');
    expect((await command(parts, EDITOR, '/stop')).map(({ text }) => text)).toEqual([
      'Dropped. Nothing was sent.',
    ]);
    expect(await parts.subscribers.has(EDITOR.chat)).toBe(true);
  });

  it('has nobody to go to before somebody has started the bot', async () => {
    const [told] = await command(await openBot(), EDITOR, '/broadcast');
    expect(told?.text).toBe('Nobody has started the bot yet, so there is no one to send to.');
  });
});
