import { describe, expect, it } from 'vitest';
import { answer } from '../../src/app/conversation/answer.ts';
import type { OutgoingMessage } from '../../src/app/ports/telegram.ts';
import { takeIn } from '../../src/app/take-in.ts';
import type { ArticleId } from '../../src/domain/article/article.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { ENTITY_LIMIT, TEXT_LIMIT } from '../../src/domain/post/rich-text.ts';
import type { Parts } from '../../src/main/parts.ts';
import { CHANNEL, command, openBot, press, READER } from './desk.ts';
import { VESSIN_STORIES, type VessinStory } from './vessin-stories.ts';

const silence = (): void => undefined;
const LOG = { debug: silence, info: silence, warn: silence, error: silence };

/** A bot whose archive is the town's news, each story with an address. */
async function vessin(): Promise<Parts> {
  const parts = await openBot();
  for (const [at, story] of VESSIN_STORIES.entries()) await takeInAt(parts, story, at, []);
  return parts;
}

async function takeInAt(
  parts: Parts,
  story: VessinStory | undefined,
  at: number,
  channels: readonly string[],
): Promise<ArticleId> {
  const { title = '', text = '', date = '2024-01-01' } = story ?? {};
  const article = cleanText({ text, title, publishedAt: date, nowMs: parts.clock.now() });
  const url = `https://vessin.example/${at}`;
  return (await takeIn({ ...parts, log: LOG, channelsFor: () => channels }, { ...article, url }, 'test')).id;
}

async function ask(parts: Parts, text: string): Promise<OutgoingMessage> {
  const [message] = await command(parts, READER, text);
  if (message === undefined) throw new Error(`No answer to ${text}`);
  return message;
}

async function write(parts: Parts, text: string): Promise<OutgoingMessage> {
  const [action] = await answer(parts.conversation, { kind: 'message', asker: READER, messageId: 1, text });
  if (action?.kind !== 'send') throw new Error(`No answer to ${text}`);
  return action.message;
}

const labels = ({ keyboard = [] }: OutgoingMessage): readonly string[] =>
  keyboard.flat().map(({ text }) => text);

/** Sixty articles come in first. */
const DEADLINE_MS = 30_000;

describe('the background to a story', { timeout: DEADLINE_MS }, () => {
  it('says who is who and what came before of its matter, and nothing that only shares a person, place or word', async () => {
    const parts = await vessin();
    const choice = await ask(parts, '/background');
    const holm = await press(parts, READER, choice, 'Viktor Holm asks court for new vote on tunnel');
    const { text, entities } = holm ?? { text: '', entities: [] };
    expect(text).toMatch(
      /^Viktor Holm asks court.*\n\nWho is who\n• Viktor Holm, (?:the )?leader of the opposition · In 2 stories\nVoters chose a tunnel for 410 million crowns\n12 May 2025 · Tunnel under/,
    );
    const before = text.slice(text.indexOf('What came before'));
    expect(before).toMatch(
      /7 April 2025 · Voters choose tunnel .*\nVoters in Vessin chose a tunnel.*\n12 May 2025 · Tunnel/,
    );
    expect(before).not.toMatch(/rowing|Chess|lamp posts|library|[Ff]erry/);
    // Its own headline, and each story that it names.
    const stories = text.match(/^\d+ \w+ 20\d\d · /gm) ?? [];
    expect(entities.filter(({ type }) => type === 'text_link')).toHaveLength(1 + stories.length);
    const library = await ask(parts, '/background library');
    const alone = await press(parts, READER, library, 'Anna Kell opens library in old customs house');
    expect((await press(parts, READER, alone, 'Background'))?.text).not.toContain('What came before');
  });
});

describe('the people of an old story', { timeout: DEADLINE_MS }, () => {
  it('are told by what they said before it, however often they have spoken since', async () => {
    const parts = await vessin();
    const found = await ask(parts, '/background Lorries banned from Harbour Bridge');
    const label = labels(found).find((text) => text.startsWith('Lorries')) ?? '';
    const lorries = await press(parts, READER, found, label);
    const { text } = (await press(parts, READER, lorries, 'Background')) ?? { text: '' };
    expect(text).toMatch(
      /• Ines Calder, .*\nThe cracks are no wider than a coin.*\n11 February 2024 · Engineers/,
    );
  });
});

const SPEAKERS = ['Ines Calder, the mayor of Vessin', 'Viktor Holm, a baker', 'Anna Kell, a librarian'];
const WORKS = [
  'tannery on the quay',
  'cable works at Holm',
  'salt mill by the weir',
  'glass house',
  'rope walk',
];

/** Three who have spoken at length before, and a story with much of its own to tell of the past. */
const LONG_PAST: readonly VessinStory[] = [
  ...SPEAKERS.map((speaker, at) => ({
    date: `2025-0${at + 1}-10`,
    title: `${speaker}, speaks of the trams for an hour and will not sit down again before the council votes`,
    text: `“The trams must run${', come snow or flood or the end of the ferry'.repeat(15)},” said ${speaker}.`,
  })),
  {
    date: '2025-06-02',
    title: 'Vessin sells its old tram depot',
    text: [
      'The council of Vessin sold its old tram depot to a brewery on Monday, after long talks over the price.',
      `Those who had agreed on it shook hands at the gate: ${SPEAKERS.join(', and ')}.`,
      ...WORKS.map(
        (works, at) =>
          `By ${1911 + 9 * at} the depot had been widened for the ${works}, which since the great flood had paid a third of its cost in every year, had lent the town the horses for the trams of the northern line, and had been promised in return that no tram would ever run past its doors before seven in the morning, a promise that ${40 + at} councils of the town have repeatedly kept.`,
      ),
    ].join('\n\n'),
  },
];

/** Sends the post of an article, as a worker would. */
async function sendAs(parts: Parts, id: ArticleId | undefined, messageId: number): Promise<void> {
  const { posts } = parts.conversation;
  await posts.move(CHANNEL, id ?? ('' as ArticleId), 'now', 'oldest first');
  const claim = await posts.claim(CHANNEL, { order: 'oldest first', minGapMs: 0, breakingOnly: true });
  if (claim.kind !== 'claimed') throw new Error('Nothing waits');
  await posts.begin(claim.post);
  await posts.settle(claim.post, { kind: 'sent', messageId });
}

const linksOf = ({ entities }: OutgoingMessage): readonly (string | undefined)[] =>
  entities.filter(({ type }) => type === 'text_link').map(({ url }) => url);

describe('the background to a story, sentence by sentence', { timeout: DEADLINE_MS }, () => {
  it('leads to the post where there is one, and else to the article', async () => {
    const parts = await openBot();
    const ids: ArticleId[] = [];
    for (const [at, story] of LONG_PAST.entries()) ids.push(await takeInAt(parts, story, at, [CHANNEL]));
    const [calder] = ids;
    await sendAs(parts, calder, 40);
    await sendAs(parts, ids.at(-1), 41);
    const [depot, anna] = ['https://t.me/vessin_gazette/41', 'https://vessin.example/2'];
    const choice = await ask(parts, '/background');
    const first = (await press(parts, READER, choice, 'Vessin sells its old tram depot')) ?? choice;
    const second = (await press(parts, READER, first, 'More ›')) ?? choice;
    expect(first.text).toContain('councils of the town have repeatedly kept.\u00a0↗');
    expect(linksOf(first)).toEqual(expect.arrayContaining(['https://t.me/vessin_gazette/40', anna, depot]));
    expect(linksOf(second)).toContain('https://t.me/vessin_gazette/40');
    expect([...linksOf(first), ...linksOf(second)]).not.toContain('https://vessin.example/0');
    expect(linksOf(await ask(parts, '/quotes Calder'))).toEqual(['https://t.me/vessin_gazette/40']);
  });

  it.each([
    ['en', 'More ›', '‹ Back', 'What came before'],
    ['es', 'Más ›', '‹ Volver', 'Lo que pasó antes'],
  ])('takes as many pages as it needs in %s, and turns back', async (languageTag, more, back, before) => {
    const parts = await openBot();
    const ids: ArticleId[] = [];
    for (const [at, story] of LONG_PAST.entries()) ids.push(await takeInAt(parts, story, at, []));
    const asker = { ...READER, languageTag };
    const [first] = await command(parts, asker, `/start b-${ids.at(-1)}`);
    expect(first?.text).toContain('By 1911 the depot');
    expect(first?.text).not.toContain(before);
    const second = await press(parts, asker, first, more);
    expect(second?.text).toContain(before);
    for (const message of [first, second]) expect(message?.text.length).toBeLessThanOrEqual(TEXT_LIMIT);
    const folded = first?.entities.filter(({ type }) => type === 'expandable_blockquote') ?? [];
    expect(folded.length).toBeGreaterThan(3);
    expect(labels(second ?? { text: '', entities: [] })).not.toContain(more);
    expect((await press(parts, asker, second, back))?.text).toBe(first?.text);
  });
});

/** What jarred: catchwords as last words, one past told twice, a last name that somebody once had alone, bodies with offices. */
const TALK = [
  'The council will meet again on Thursday to hear the harbour master and three of the fishermen.',
  'Members of all parties will look at the piles from a boat on Friday if the wind allows it.',
  'Shops on the square will stay open on both days, and the market will move to the school yard.',
].join('\n\n');

const LUND: readonly VessinStory[] = [
  {
    date: '2025-01-10',
    title: 'Lund promises a new quay',
    text: `“We will rebuild the quay before the winter comes,” said Ada Lund, the mayor of Vessin. “It will cost what it costs,” she added. The Danish Council asked for details.

The council met on Monday to talk about the quay and its cost.

${TALK}

Lund had been elected mayor of Vessin in 2019 by eleven votes.`,
  },
  {
    date: '2025-02-10',
    title: 'Lund rejects report on quay',
    text: `Ada Lund, the mayor of Vessin, called a report on the quay “nonsense” on Monday. The Danish Council had paid for it.

The council met on Monday to talk about the report and its authors.

${TALK}

Lund had been elected mayor of Vessin in 2019 by eleven votes.`,
  },
  {
    date: '2025-03-10',
    title: 'Neighbour complains of noise',
    text: '“It is loud at night, and nobody comes when I call the town hall,” said Lund, who lives by the quay.',
  },
  {
    date: '2025-04-10',
    title: 'Lund opens the quay',
    text: 'Ada Lund, the mayor of Vessin, opened the new quay on Monday. The Danish Council sent its greetings to the town.',
  },
];

describe('what a reader is shown of a person', { timeout: DEADLINE_MS }, () => {
  it('is what they said and no catchword, each sentence once, and who is most spoken of by a last name', async () => {
    const parts = await openBot();
    const ids: ArticleId[] = [];
    for (const [at, story] of LUND.entries()) ids.push(await takeInAt(parts, story, at, []));
    const [ofStory] = await command(parts, READER, `/start b-${ids.at(-1)}`);
    expect(ofStory?.text).toMatch(
      /• Ada Lund, mayor of Vessin .*\nWe will rebuild the quay before the winter comes\n/,
    );
    expect(ofStory?.text).toMatch(/• (?:Danish )?Council · In 3 stories/);
    const { text } = await ask(parts, '/background Lund');
    expect(text).toMatch(/^Ada Lund, mayor of Vessin\n/);
    expect(text.match(/elected mayor of Vessin in 2019/g)).toHaveLength(1);
    expect(text.slice(text.indexOf('Last words'))).toMatch(/^Last words\nWe will rebuild the quay/);
    expect(text).not.toContain('nonsense\n');
  });
});

/** What readers type, and how the answer begins. */
const TYPED: readonly (readonly [typed: string, answer: RegExp])[] = [
  ['calder', /^Ines Calder, .*[Mm]ayor.*\nIn 6 stories\n\nThe story so far\n11 February 2024 · Engineers/],
  ['Kell', /^Which “Kell” do you mean\?$/],
  ['Anna Kell', /^Anna Kell/],
  ['harbour bridge', /^On “harbour bridge”\n\nThe story so far/],
  ['what is new?', /^The latest · 1–5 of \d+\n/],
  ['Who is Ines Calder?', /^Ines Calder, .*[Mm]ayor/],
  ['what did Calder say about the bridge', /^Ines Calder – \d+ quotes\n/],
  ['who said what about the tunnel?', /^On “the tunnel” – \d+ quotes\n/],
  ['What is behind the ferry strike?', /^On “the ferry strike”\n\nThe story so far\n/],
  ['hello', /^What you can ask:/],
  ['Harbor brige', /^On “Harbor brige”\n\nThe story so far\n/],
  ['Viktor Hlom', /^There is no “Viktor Hlom” in the archive\. Did you mean:$/],
  ['ветров', /^Кирилл Ветров\nIn one story/],
  [
    '"third man on deck"',
    /^On “third man on deck”\n\nThe story so far\n16 September 2024 · Ferry strike ends/,
  ],
  ['🙂', /^The archive has nothing on “🙂”/],
  ['x'.repeat(300), /^What you can ask:/],
  ['   ', /^What you can ask:/],
];

describe('a reader', { timeout: DEADLINE_MS }, () => {
  it('is answered whatever they type, and turns to the older stories of a topic and back', async () => {
    const parts = await vessin();
    for (const [typed, expected] of TYPED) {
      const { text, entities } = await write(parts, typed);
      expect(text).toMatch(expected);
      expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT);
      expect(entities.length).toBeLessThanOrEqual(ENTITY_LIMIT);
    }
    const first = await write(parts, 'storks');
    expect(first.text).toMatch(/^On “storks”\n\nThe story so far\n/);
    expect(labels(first)).not.toContain('‹ Newer');
    const second = await press(parts, READER, first, 'Older ›');
    expect(second?.text).toMatch(/^On “storks”\n\nThe story so far\n(?:.+\n)?.+$/);
    expect((await press(parts, READER, second, '‹ Newer'))?.text).toBe(first.text);
  });
});
