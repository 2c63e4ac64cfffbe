import { describe, expect, it } from 'vitest';
import { answer } from '../../src/app/conversation/answer.ts';
import type { OutgoingMessage } from '../../src/app/ports/telegram.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { ENTITY_LIMIT, TEXT_LIMIT } from '../../src/domain/post/rich-text.ts';
import type { Parts } from '../../src/main/parts.ts';
import { command, openBot, press, READER } from './desk.ts';
import { VESSIN_STORIES } from './vessin-stories.ts';

const silence = (): void => undefined;
const LOG = { debug: silence, info: silence, warn: silence, error: silence };

/** A bot whose archive is the town's news, each story with an address. */
async function vessin(): Promise<Parts> {
  const parts = await openBot();
  for (const [at, { title, text, date }] of VESSIN_STORIES.entries()) {
    const article = cleanText({ text, title, publishedAt: date, nowMs: parts.clock.now() });
    const url = `https://vessin.example/${at}`;
    await takeIn({ ...parts, log: LOG, channelsFor: () => [] }, { ...article, url }, 'test');
  }
  return parts;
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

/** What readers type, and how the answer begins. */
const TYPED: readonly (readonly [typed: string, answer: RegExp])[] = [
  ['calder', /^Ines Calder, .*[Mm]ayor.*\nIn 6 stories\n\nThe story so far\n11 February 2024 · Engineers/],
  ['Kell', /^Which “Kell” do you mean\?$/],
  ['Anna Kell', /^Anna Kell/],
  ['harbour bridge', /^On “harbour bridge”\n\nThe story so far/],
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
