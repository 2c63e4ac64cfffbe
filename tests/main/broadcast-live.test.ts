import { describe, expect, it } from 'vitest';
import { deliveryKeys } from '../../src/adapters/redis/delivery/delivery-keys.ts';
import { botOf } from '../../src/adapters/redis/keys.ts';
import { eventually, type Message } from '../e2e/world/telegram.ts';
import { type BotOptions, EDITOR, READER } from './desk.ts';
import { AT_ONCE, CHANNEL_CHAT, type Live, liveBot } from './live.ts';

/** A picture of one dot. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Raw = Readonly<Record<string, unknown>>;

async function rawMessages({ telegram }: Live, chat: number): Promise<readonly Raw[]> {
  const response = await fetch(`${telegram.address}/sandbox/messages?chat=${chat}&limit=200`);
  return (Object(await response.json()) as { messages: readonly Raw[] }).messages;
}

/** What a reader got beside the answer to `/start`. */
async function received(live: Live): Promise<readonly Raw[]> {
  return (await rawMessages(live, READER.chat)).filter(
    ({ from, text }) => Object(from).is_bot === true && !/^Hello!/.test(String(text)),
  );
}

type AtEnd = NonNullable<BotOptions['atEnd']>;

async function withReader(atEnd: AtEnd, settings: Readonly<Record<string, string>> = {}): Promise<Live> {
  const live = await liveBot(settings, { atEnd });
  await live.reader.ask('/start');
  return live;
}

/** Waits for the question under the preview. */
async function asked({ editor }: Live): Promise<Message> {
  return eventually(async () => {
    const message = await editor.last();
    if (!/^This is/.test(message.words)) throw new Error(message.words);
    return message;
  });
}

async function finished({ editor }: Live, how = 'finished'): Promise<Message> {
  return eventually(async () => {
    const messages = await editor.all();
    const report = messages.findLast(({ words }) => words.startsWith(`The broadcast is ${how}`));
    if (report === undefined) throw new Error('There is no report yet');
    return report;
  });
}

const CONTENT: readonly (readonly [string, (live: Live) => Promise<unknown>, Raw])[] = [
  [
    'a text with its marks',
    ({ telegram }) => telegram.act({ user: EDITOR.user, text: 'See #harbour' }),
    { text: 'See #harbour', entities: [{ type: 'hashtag', offset: 4, length: 8 }] },
  ],
  [
    'a photo with its caption',
    ({ telegram }) => telegram.act({ user: EDITOR.user, photo: DOT, caption: 'The pier' }),
    { photo: [expect.anything()], caption: 'The pier' },
  ],
  [
    'a poll',
    async ({ telegram, parts }) => {
      const poll = { chat_id: CHANNEL_CHAT, question: 'Open?', options: ['Yes', 'No'] };
      const { message_id: forward } = await parts.api.sendPoll(poll.chat_id, poll.question, poll.options);
      await telegram.act({ user: EDITOR.user, forward, from: CHANNEL_CHAT });
    },
    { poll: expect.objectContaining({ question: 'Open?' }) },
  ],
];

describe('a broadcast', AT_ONCE, () => {
  it.for(CONTENT)('carries %s as it is', async ([, send, expected], { onTestFinished: atEnd }) => {
    const live = await withReader(atEnd);
    await live.editor.ask('/broadcast');
    await send(live);
    await asked(live);
    await live.editor.press('Send to 1');
    await eventually(async () => expect(await received(live)).toHaveLength(1));
    const [got] = await received(live);
    expect(got).toMatchObject(expected);
    expect(got).not.toHaveProperty('forward_origin');
  });

  it('carries an album whole, with one call, and shows it to its editor first', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await withReader(atEnd);
    await live.editor.ask('/broadcast');
    for (const caption of ['One', 'Two', 'Three'])
      await live.telegram.act({ user: EDITOR.user, photo: DOT, caption, album: 'a1' });
    expect((await asked(live)).words).toMatch(/^This is an album; “Test to myself” shows it/);
    const before = (await live.editor.all()).length;
    await live.editor.push('Test to myself');
    await eventually(async () => expect(await live.editor.all()).toHaveLength(before + 3));
    await live.telegram.act({ user: EDITOR.user, text: '/status' });
    await eventually(async () => expect((await live.editor.last()).words).toMatch(/^Status/));
    await live.editor.push('Send to 1', /^This is an album/);
    await eventually(async () => expect(await received(live)).toHaveLength(3));
    expect((await received(live)).map(({ caption }) => caption)).toEqual(['One', 'Two', 'Three']);
    const copies = await live.telegram.calls('copyMessages');
    expect(copies.filter(({ parameters }) => parameters['chat_id'] === READER.chat)).toHaveLength(1);
  });

  it('goes without a sound to those of one language who are active, as chosen by buttons', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await withReader(atEnd);
    await live.telegram.act({ create_user: { first_name: 'Inés', language_code: 'es' } });
    await live.parts.subscribers.add({ chat: 990_001, language: 'es', since: 1 });
    await live.editor.ask('/broadcast The pier is open.');
    expect((await asked(live)).words).toContain('It goes to 2 subscribers.');
    expect((await live.editor.press('To whom …')).words).toMatch(
      /^Whom does it go to\? Now to 2 subscribers/,
    );
    await live.editor.press('English');
    await live.editor.press('Active 7 d');
    const narrowed = await live.editor.press('Active 30 d');
    expect(narrowed.buttons.filter(({ text }) => text.startsWith('✓')).map(({ text }) => text)).toEqual([
      '✓ English',
      '✓ Active 30 d',
    ]);
    expect((await live.editor.press('‹ Back')).words).toMatch(
      /It goes to one subscriber\.\n\nOnly: English · active in the last 30 days$/,
    );
    expect((await live.editor.press('Without sound')).words).toMatch(/It arrives without a sound\.$/);
    await live.editor.press('Send to 1');
    await finished(live);
    const [sent] = (await live.telegram.calls('sendMessage')).filter(
      ({ parameters }) => parameters['text'] === 'The pier is open.' && parameters['chat_id'] === READER.chat,
    );
    expect(sent?.parameters['disable_notification']).toBe(true);
  });

  it('starts by itself at the time that its editor typed, and says so', async ({ onTestFinished: atEnd }) => {
    const live = await withReader(atEnd, { TIMEZONE: 'Europe/Madrid' });
    await live.editor.ask('/broadcast The pier opens.');
    await asked(live);
    expect((await live.editor.answerTo('Later …')).words).toMatch(/The clock is that of Europe\/Madrid\.$/);
    expect((await live.editor.ask('after lunch')).words).toMatch(/^I cannot read that as a time/);
    expect((await live.editor.ask('/stop')).words).toBe('No time was set; the draft stays as it is.');
    await live.editor.push('Later …', /^This is the message/);
    await eventually(async () => expect((await live.editor.last()).words).toMatch(/^When\?/));
    expect((await live.editor.ask('tomorrow 9:00')).words).toMatch(
      /It starts on \d+ \w+ \d{4},? (?:at )?0?9:00 \(Europe\/Madrid\)/,
    );
    expect((await live.editor.ask('/broadcasts')).words).toMatch(/^Broadcasts\n\n1\. .* – planned$/);
    expect(await received(live)).toEqual([]);
    // The morning comes.
    const { redis, config } = live.parts;
    const keys = deliveryKeys(botOf(config.token));
    const [id = ''] = await redis.zrange(keys.plannedBroadcasts, 0, '0');
    await redis.zadd(keys.plannedBroadcasts, Date.now(), id);
    await eventually(async () => expect(await received(live)).toMatchObject([{ text: 'The pier opens.' }]));
    await finished(live);
    expect((await live.editor.all()).map(({ words }) => words)).toContain(
      'The planned broadcast has started.',
    );
  });

  it('tells at its end who did not get it and why, in a file', async ({ onTestFinished: atEnd }) => {
    const live = await withReader(atEnd);
    await live.parts.subscribers.add({ chat: 990_001, since: 1 });
    await live.editor.ask('/broadcast The pier is open.');
    await asked(live);
    await live.editor.press('Send to 2');
    const report = await finished(live);
    expect(report.words).toContain('Could not be reached: 1');
    const file = await eventually(async () => {
      const document = (await rawMessages(live, EDITOR.chat)).findLast((one) => one['document'])?.[
        'document'
      ];
      if (document === undefined) throw new Error('There is no file yet');
      return Object(document) as { file_id: string; file_name: string };
    });
    expect(file.file_name).toMatch(/^not-delivered-\d{4}-\d\d-\d\d\.csv$/);
    const text = await (await fetch(`${live.telegram.address}/sandbox/file/${file.file_id}`)).text();
    expect(text).toBe('chat,outcome,reason\r\n990001,unreachable,Bad Request: chat not found\r\n');
  });

  it('goes again to those of whom nobody knows, only when its editor has said so twice', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await withReader(atEnd);
    await live.editor.ask('/broadcast The pier is open.');
    await asked(live);
    const lost = { fault: 'answer lost', methods: ['sendMessage'], chats: [READER.chat], count: 1 };
    await live.telegram.weather({ faults: [lost] });
    await live.editor.press('Send to 1');
    const report = await finished(live);
    expect(report.words).toContain('Outcome unknown: 1');
    await live.editor.push('Send again to 1', /^The broadcast is finished/);
    await eventually(async () =>
      expect((await live.editor.all()).some(({ words }) => /would get it twice/.test(words))).toBe(true),
    );
    expect(await received(live)).toHaveLength(1);
    await live.editor.push('Yes, send to 1 again', /would get it twice/);
    await eventually(async () => expect(await received(live)).toHaveLength(2));
  });

  it('goes at the paid rate where that is set up and chosen', async ({ onTestFinished: atEnd }) => {
    const live = await withReader(atEnd, { PAID_MESSAGES_PER_SECOND: '500' });
    await live.editor.ask('/broadcast The pier is open.');
    await asked(live);
    expect((await live.editor.press('Paid rate')).words).toMatch(
      /Paid rate: up to 500 a second, for about one Telegram Star\.$/,
    );
    await live.editor.press('Send to 1');
    await finished(live);
    const paid = (await live.telegram.calls('sendMessage')).filter(
      ({ parameters }) => parameters['allow_paid_broadcast'] === true,
    );
    expect(paid.map(({ parameters }) => parameters['chat_id'])).toEqual([READER.chat]);
  });
});

describe('a broadcast whose message Telegram refuses', AT_ONCE, () => {
  it('pauses by itself after the first ten, and its editor is told and asked', async ({
    onTestFinished: atEnd,
  }) => {
    const live = await withReader(atEnd);
    const { first_id: first } = (await live.telegram.act({ subscribers: 20 })) as { first_id: number };
    for (let chat = first; chat < first + 20; chat++) await live.parts.subscribers.add({ chat, since: 1 });
    await live.editor.ask('/broadcast');
    const { message } = (await live.telegram.act({ user: EDITOR.user, text: 'The pier is open.' })) as {
      message: { message_id: number };
    };
    await asked(live);
    await live.parts.api.deleteMessage(EDITOR.chat, message.message_id);
    expect((await live.editor.answerTo('Test to myself')).words).toMatch(
      /^Telegram does not let this message be copied/,
    );
    await live.editor.push('Send to 21', /^This is the message/);
    const told = await eventually(async () => {
      const found = (await live.editor.all()).find(({ words }) => words.startsWith('The broadcast paused'));
      if (found === undefined) throw new Error('Nobody was told');
      return found;
    });
    expect(told.words).toMatch(/^The broadcast paused by itself: Bad Request: message to copy not found\./i);
    expect(told.buttons.map(({ text }) => text)).toEqual(['Go on', 'Cancel']);
    await live.editor.push('Cancel', /^The broadcast paused by itself/);
    const report = await finished(live, 'cancelled');
    expect(report.words).toMatch(/Sent: 0 of 21/);
    expect(await received(live)).toEqual([]);
  });
});
