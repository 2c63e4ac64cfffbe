import { afterAll, beforeAll, describe, it } from 'vitest';
import { dateline, emptyFolder, stopEverything } from './world/dateline.ts';
import { eventually, type Message, newcomer, person, type Telegram, telegramAt } from './world/telegram.ts';

const CHANNEL = -1_001_700_000_001;
const EDITOR = 1003;
const STORIES = 29;
/** Two to three on a quiet machine; this is for one that runs all tests at once. */
const FIRST_POST_MS = 15_000;

let telegram: Telegram;
let toldAtMs: number;

/** `dateline start` in an empty folder, without a setting; each test is a reader of its own. */
beforeAll(async () => {
  const bot = dateline(['start'], await emptyFolder());
  const [, address = ''] = await bot.said(/Watch it at\s+(http:\S+[^/\s])/);
  toldAtMs = Date.now();
  telegram = telegramAt(address);
});

afterAll(stopEverything);

function firstPost(): Promise<Message> {
  return eventually(async () => {
    const [post] = await telegram.messages(CHANNEL);
    if (post === undefined) throw new Error('There is no post yet');
    return post;
  });
}

function payloadOf(post: Message, label: string): string {
  const url = post.buttons.find(({ text }) => text === label)?.url;
  return new URL(url ?? 'https://nowhere.example').searchParams.get('start') ?? '';
}

/** Every story of the newspaper has been taken in. */
async function wholeEdition(): Promise<void> {
  const reader = await newcomer(telegram);
  await eventually(async () => {
    const { words } = await reader.ask('/latest');
    const [, stories = '0'] = /of (\d+)$/m.exec(words) ?? [];
    if (Number(stories) < STORIES) throw new Error(`${stories} of ${STORIES} stories are there`);
  });
}

describe.concurrent('the demo', () => {
  it('has a post soon after telling its address, and another ten seconds later', async ({ expect }) => {
    const [first = 0, second = 0] = await eventually(async () => {
      const sent = await telegram.calls('sendPhoto', 'sendMessage');
      const posted = sent.filter(({ parameters }) => parameters['chat_id'] === '@aldwick_courier');
      expect(posted.length).toBeGreaterThanOrEqual(2);
      return posted.map(({ time }) => time);
    });
    expect(first - toldAtMs).toBeLessThan(FIRST_POST_MS);
    expect(second - first).toBeGreaterThan(9_500);
    expect(second - first).toBeLessThan(20_000);
  });

  it('posts a headline, a summary and a date, and a way to the page', async ({ expect }) => {
    const post = await firstPost();
    expect(post.words).toMatch(/^.+\n\n.+[.”]\n\n(?:.+\n\n)*\d+ June 2026\n\nPhoto: .+ \(.+\)$/s);
    expect(post.buttons.map(({ text }) => text)).toEqual(['Read', 'Quotes', 'Background']);
    const page = await fetch(post.buttons[0]?.url ?? '');
    expect({ status: page.status, query: new URL(page.url).search }).toEqual({ status: 200, query: '' });
  });

  it('opens at the quotes and the background of a post', async ({ expect }) => {
    const post = await firstPost();
    const [headline = ''] = post.words.split('\n');
    const reader = await newcomer(telegram);
    expect((await reader.open(payloadOf(post, 'Quotes'))).words).toMatch(/quotes? in this story/);
    expect((await reader.open(payloadOf(post, 'Background'))).words).toContain(headline);
    expect((await reader.open('q-nothing')).words).toMatch(/^That link leads to a story that is no longer/);
  });

  it('welcomes a newcomer, and lets them go', async ({ expect }) => {
    const reader = await newcomer(telegram);
    expect((await reader.ask('/start')).words).toMatch(/^Hello! This is the bot of The Aldwick Courier\./);
    expect((await reader.ask('/start')).words).toMatch(/^You are already with us\./);
    expect((await reader.ask('/stop')).words).toMatch(/^Done\. You will get no more messages/);
    expect((await reader.ask('/stop')).words).toMatch(/^You were not getting messages\./);
  });

  it('shows its editor what an editor can do, and has whom to send to', async ({ expect }) => {
    const editor = person(telegram, EDITOR);
    await eventually(async () => expect((await editor.last()).words).toMatch(/^Hello!.*For editors:/s));
    await editor.ask('/broadcast Hello everyone');
    await eventually(async () =>
      expect((await editor.last()).words).toMatch(/^This is the message as it will/),
    );
    await editor.press(/^Send to/);
    await eventually(async () => expect((await editor.last()).words).toMatch(/^The broadcast is finished/));
  });

  it('answers in the language of the reader', async ({ expect }) => {
    const reader = await newcomer(telegram, 'es-AR');
    expect((await reader.ask('/start')).words).toMatch(/The Aldwick Courier/);
    expect((await reader.ask('/help')).words).toMatch(/^Lo que puede preguntar:/);
  });

  it('says what it can do when it is asked for what it cannot', async ({ expect }) => {
    const reader = await newcomer(telegram);
    expect((await reader.ask('/weather')).words).toMatch(/^There is no command \/weather\. Try \/latest/);
    expect((await reader.ask('xylophones of Xanadu')).words).toMatch(
      /^The archive has nothing on .*What you can/s,
    );
    expect((await reader.ask('/broadcast')).words).toMatch(/^That is for the newsroom's editors\./);
  });

  it('turns the pages of a list within its message', async ({ expect }) => {
    await wholeEdition();
    const reader = await newcomer(telegram);
    const first = await reader.ask('/latest');
    const second = await reader.press(/Older/);
    expect(first.words).toMatch(/^The latest · 1–5 of \d+\n/);
    expect(second.words).toMatch(/^The latest · 6–10 of \d+\n/);
    expect(second).toMatchObject({ message_id: first.message_id, isEdited: true });
    expect((await reader.press(/Newer/)).words).toBe(first.words);
    expect((await reader.press('1')).buttons.map(({ text }) => text)).toContain('‹ Back');
  });

  it('knows a person by the last name, and asks when a letter slipped', async ({ expect }) => {
    await wholeEdition();
    const reader = await newcomer(telegram);
    const quotes = await reader.ask('/quotes RENN');
    expect(quotes.words).toMatch(/^Tobias Renn – \d+ quotes\n\n/);
    const asked = await reader.ask('/quotes rnen');
    expect(asked.words).toBe('There is no “rnen” in the archive. Did you mean:');
    expect((await reader.press(/^Tobias Renn/)).words).toBe(quotes.words);
    expect((await reader.ask('/background osei')).words).toMatch(/^Amara Osei.*The story so far/s);
  });

  it('takes a common word for a topic, and offers the name that has it', async ({ expect }) => {
    await wholeEdition();
    const reader = await newcomer(telegram);
    const water = await reader.ask('/quotes water');
    expect(water.words).toMatch(/^On “water” – \d+ quotes/);
    expect((await reader.press(/^Wend Water/)).words).toMatch(/^Wend Water – /);
  });
});
