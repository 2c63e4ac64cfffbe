import { describe, expect, it } from 'vitest';
import { answer } from '../../src/app/conversation/answer.ts';
import type { OutgoingMessage } from '../../src/app/ports/telegram.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { TEXT_LIMIT } from '../../src/domain/post/rich-text.ts';
import type { Parts } from '../../src/main/parts.ts';
import { command, openBot, press, READER } from './desk.ts';

const silence = (): void => undefined;

async function tell(parts: Parts, title: string, text: string, publishedAt: string): Promise<void> {
  const log = { debug: silence, info: silence, warn: silence, error: silence };
  const article = cleanText({ text, title, publishedAt, nowMs: parts.clock.now() });
  await takeIn({ ...parts, log, channelsFor: () => [] }, article, 'test');
}

/** A town with two Kells, a bridge that more is said of than by, and a speaker of long words. */
async function town(): Promise<Parts> {
  const parts = await openBot();
  await tell(
    parts,
    'Anna Kell wants the old bridge mended before winter',
    `Anna Kell, the mayor of Vessin, asked the council on Monday to mend the old bridge before the winter.

“The bridge is older than all of us,” Kell said. “It will not wait for the next election.”

The council had put the work off in 2019.`,
    '2022-03-01',
  );
  await tell(
    parts,
    'Peter Kell opens a bakery beside the bridge',
    `Peter Kell opened a bakery beside the bridge on Friday and sold nine hundred loaves before noon.

“I slept for two hours and I am happy,” said Peter Kell, a baker of thirty years. “Come early.”`,
    '2022-03-04',
  );
  await tell(
    parts,
    'Bridge Trust asks for two million crowns',
    `The Bridge Trust asked the ministry on Sunday for two million crowns for the stones of the bridge.

Ivar Monsen, who leads the trust, gave a long speech in the rain. “${'We have counted every stone of it and every stone of it is loose. '.repeat(60)}” said Ivar Monsen.`,
    '2022-03-06',
  );
  return parts;
}

async function ask(parts: Parts, text: string): Promise<OutgoingMessage> {
  const [message] = await command(parts, READER, text);
  if (message === undefined) throw new Error(`No answer to ${text}`);
  return message;
}

async function write(parts: Parts, text: string): Promise<string> {
  const incoming = { kind: 'message', asker: READER, messageId: 1, text } as const;
  const [action] = await answer(parts.conversation, incoming);
  return action?.kind === 'send' ? action.message.text : '';
}

function labels({ keyboard = [] }: OutgoingMessage): readonly string[] {
  return keyboard.flat().map(({ text }) => text);
}

describe('a reader', () => {
  it('who writes a name that two people bear is asked which', async () => {
    const parts = await town();
    const which = await ask(parts, '/quotes kell');
    expect(which.text).toBe('Which “kell” do you mean?');
    const peter = labels(which).find((label) => label.startsWith('Peter Kell')) ?? '';
    expect((await press(parts, READER, which, peter))?.text).toMatch(/^Peter Kell – 2 quotes\n/);
  });

  it('gets what somebody said in one story together, without the comma that led on', async () => {
    const { text } = await ask(await town(), '/quotes anna kell');
    expect(text).toMatch(
      /\n\nThe bridge is older than all of us\nIt will not wait for the next election\.\n.*1 March 2022 · Anna Kell wants/s,
    );
  });

  it('can have one quote as a message of its own, with its speaker, its story and the day', async () => {
    const parts = await town();
    const all = await ask(parts, '/quotes anna kell');
    const share = all.keyboard?.flat().find(({ text }) => text.startsWith('Share “The bridge is older'));
    const [answered, action] = await answer(parts.conversation, {
      kind: 'press',
      asker: READER,
      data: share !== undefined && 'data' in share ? share.data : '',
      messageId: 1,
      queryId: 'q',
    });
    expect(answered).toEqual({ kind: 'answer press', queryId: 'q' });
    expect(action).toMatchObject({ kind: 'send', chat: READER.chat });
    expect(action?.kind === 'send' ? action.message.text : '').toMatch(
      /^Anna Kell, mayor of Vessin\nThe bridge is older than all of us\n.*1 March 2022 · Anna Kell wants the old bridge mended/,
    );
  });

  it.each([
    ['/background BRIDGE', /^On “BRIDGE”\n\nThe story so far\n.+ Anna.+\n.+ Peter.+\n.+ Bridge Trust/],
    ['/quotes bridges', /^On “bridges” – \d+ quotes/],
    ['/background bridge trust', /^Bridge Trust/],
    ['/quotes mnosen', /^There is no “mnosen” in the archive\. Did you mean:$/],
    ['/background Ánna kéll', /^Anna Kell/],
    ['/quotes zeppelin', /^The archive has no quotes on “zeppelin”\.$/],
    ['/latest 0', /^The latest · 1–1 of 3/],
    ['/latest 99', /^The latest · 1–3 of 3/],
  ])('is understood: %s', async (question, expected) => {
    expect((await ask(await town(), question)).text).toMatch(expected);
  });

  it('may write a question as people do', async () => {
    const parts = await town();
    expect(await write(parts, 'What about the bakery?')).toMatch(/Peter Kell opens a bakery/);
    expect(await write(parts, 'Monsen')).toMatch(/^Ivar Monsen/);
    expect(await write(parts, '')).toMatch(/^What you can ask:/);
    expect(await write(parts, 'zeppelin')).toMatch(/^The archive has nothing on “zeppelin”.*\/quotes \w+ –/s);
  });

  it('gets every answer within the limit of a message, and the whole list of quotes', async () => {
    const quotes = await ask(await town(), '/quotes monsen');
    expect(quotes.text).toMatch(/^Ivar Monsen – one quote\n\nWe have counted .*…\n/s);
    expect(quotes.text.length).toBeLessThan(TEXT_LIMIT);
  });

  it('of an empty archive is told so', async () => {
    const parts = await openBot();
    const answers = await Promise.all(['/latest', '/quotes', '/background'].map((text) => ask(parts, text)));
    expect(new Set(answers.map(({ text }) => text))).toEqual(
      new Set(['There are no stories yet. The first one will be in the channel soon.']),
    );
  });

  it('who presses what no button of ours carries gets no message, and no error', async () => {
    const parts = await town();
    for (const data of ['', ':', 'zz:1', 'l:x:y', 'qa:0:', 'd:send:none', `qn:999999:${'x'.repeat(50)}`]) {
      const pressed = { kind: 'press', asker: READER, data, messageId: 1, queryId: 'q' } as const;
      const actions = await answer(parts.conversation, pressed);
      expect(actions[0]).toEqual({ kind: 'answer press', queryId: 'q' });
      expect(actions.filter(({ kind }) => kind === 'send')).toEqual([]);
    }
  });

  it('in a group is asked to come to the private chat', async () => {
    const parts = await town();
    const [action] = await answer(parts.conversation, { kind: 'group command', asker: READER });
    expect(action).toMatchObject({ kind: 'send', message: { text: 'Please ask me in our private chat.' } });
  });

  it('who blocks the bot gets no more messages', async () => {
    const parts = await town();
    await ask(parts, '/start');
    expect(await parts.subscribers.has(READER.chat)).toBe(true);
    expect(await answer(parts.conversation, { kind: 'blocked', chat: READER.chat })).toEqual([]);
    expect(await parts.subscribers.has(READER.chat)).toBe(false);
  });
});
