import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutgoingMessage } from '../../src/app/ports/telegram.ts';
import type { Parts } from '../../src/main/parts.ts';
import { CHANNEL, comesIn, command, EDITOR, openBot, press, READER } from './desk.ts';

async function botWithThree(): Promise<Parts> {
  const parts = await openBot();
  await comesIn(parts, 'Ferry delayed', '2026-06-01');
  await comesIn(parts, 'Bridge reopened', '2026-06-02');
  await comesIn(parts, 'Market moved', '2026-06-03');
  return parts;
}

/** `1 Ferry delayed`, in the order shown. */
function titles(queue: OutgoingMessage | undefined): readonly string[] {
  return [...(queue?.text.matchAll(/^\d+\. .* · (.+)$/gm) ?? [])].map(([, title = '']) => title);
}

async function queueOf(parts: Parts): Promise<OutgoingMessage | undefined> {
  return (await command(parts, EDITOR, '/queue'))[0];
}

describe('the queue', () => {
  it('shows what goes out when, the next slot first', async () => {
    const queue = await queueOf(await botWithThree());
    expect(titles(queue)).toEqual(['Ferry delayed', 'Bridge reopened', 'Market moved']);
    const hours = [...(queue?.text.matchAll(/(\d\d):00 ·/g) ?? [])].map(([, hour]) => hour);
    expect(hours).toHaveLength(3);
    expect(new Set(hours)).toEqual(new Set(['08', '20']));
    expect(hours[0]).toBe(hours[2]);
  });

  it('shows a post as it will look, under the time at which it goes', async () => {
    const parts = await botWithThree();
    const shown = await press(parts, EDITOR, await queueOf(parts), '2');
    expect(shown?.text).toMatch(
      /^Goes out: .*\d\d:00\n\nBridge reopened\n\nBridge reopened, the harbour master/,
    );
    const bold = shown?.entities.find(({ type }) => type === 'bold');
    expect(shown?.text.slice(bold?.offset, (bold?.offset ?? 0) + (bold?.length ?? 0))).toBe(
      'Bridge reopened',
    );
  });

  it.each([
    ['↑ Earlier', ['Ferry delayed', 'Market moved', 'Bridge reopened']],
    ['Post now', ['Market moved', 'Ferry delayed', 'Bridge reopened']],
    ['Hold', ['Ferry delayed', 'Bridge reopened', 'Market moved']],
    ['Drop', ['Ferry delayed', 'Bridge reopened']],
  ])('obeys "%s"', async (label, expected) => {
    const parts = await botWithThree();
    const shown = await press(parts, EDITOR, await queueOf(parts), '3');
    expect(titles(await press(parts, EDITOR, shown, label))).toEqual(expected);
    expect(titles(await queueOf(parts))).toEqual(expected);
  });

  it('releases what was held back', async () => {
    const parts = await botWithThree();
    const held = await press(parts, EDITOR, await press(parts, EDITOR, await queueOf(parts), '1'), 'Hold');
    expect(held?.text).toContain('3. held back · Ferry delayed');
    const released = await press(parts, EDITOR, await press(parts, EDITOR, held, '3'), 'Release');
    expect(titles(released)).toEqual(['Ferry delayed', 'Bridge reopened', 'Market moved']);
  });

  it('pages when it is long, and says when it is empty', async () => {
    const parts = await openBot();
    expect((await queueOf(parts))?.text).toBe('Nothing is waiting for @vessin_gazette.');
    for (let day = 1; day <= 10; day++)
      await comesIn(parts, `Harbour notice ${day}`, `2026-06-${String(day + 10)}`);
    const first = await queueOf(parts);
    expect(titles(first)).toHaveLength(8);
    const older = first?.keyboard?.flat().at(-1)?.text ?? '';
    expect(titles(await press(parts, EDITOR, first, older))).toEqual([
      'Harbour notice 9',
      'Harbour notice 10',
    ]);
  });

  it('is nobody’s but the editors’', async () => {
    const parts = await botWithThree();
    expect((await command(parts, READER, '/queue'))[0]?.text).toContain('for the newsroom');
    const queue = await queueOf(parts);
    expect(await press(parts, READER, queue, '1')).toBeUndefined();
  });
});

describe('the queue of a channel that posts the most important first', () => {
  it('shows it in that order, and moves nothing up or down', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'dateline-order-')), 'dateline.yaml');
    onTestFinished(() => rm(dirname(file), { recursive: true, force: true }));
    const settings = `order: most important first\n    important: [bridge]`;
    await writeFile(file, `channels:\n  - id: "${CHANNEL}"\n    ${settings}\n`);
    const parts = await openBot({ DATELINE_CONFIG: file });
    for (const title of ['Ferry delayed', 'Bridge reopened', 'Market moved'])
      await comesIn(parts, title, '2026-06-01');
    const queue = await queueOf(parts);
    expect(titles(queue)[0]).toBe('Bridge reopened');
    const shown = await press(parts, EDITOR, queue, '1');
    expect(shown?.keyboard?.flat().map(({ text }) => text)).toEqual(['Post now', 'Hold', 'Drop', '« Queue']);
  });
});

describe('past broadcasts', () => {
  it('are listed with how they went, and can be looked at again', async () => {
    const parts = await openBot();
    expect((await command(parts, EDITOR, '/broadcasts'))[0]?.text).toContain(
      'Nothing has been broadcast yet',
    );
    await parts.subscribers.add({ chat: READER.chat, language: 'en', since: 1 });
    await command(parts, EDITOR, '/broadcast The bridge is open again.');
    const [draft] = await parts.broadcasts.recent(1);
    if (draft === undefined) throw new Error('There is no draft');
    await parts.broadcasts.command(draft.id, 'start');
    const list = (await command(parts, EDITOR, '/broadcasts'))[0];
    expect(list?.text).toMatch(/^Broadcasts\n\n1\. .* – being sent, 0 of 1$/);
    expect((await press(parts, EDITOR, list, '1'))?.text).toContain('Sent: 0 of 1');
  });
});
