import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DEMO_TOKEN, DEMO_WORLD } from '../../src/sandbox/demo-world.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { useHarbour } from './world/harbour.ts';

const startHarbour = useHarbour();

type Block = { readonly language: string; readonly code: string };

const text = await readFile(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language = '', code = '']): Block => ({ language, code }),
);

/** Commands with the answer that the page shows below them. */
const shown = blocks.flatMap((block, index) => {
  const next = blocks[index + 1];
  const isCall = block.language === 'sh' && block.code.includes('curl');
  return isCall && next?.language === 'json' ? [{ command: block.code, answer: next.code }] : [];
});

/** Does what `curl -s URL -d …` would, on machines without it. */
async function curl(line: string, address: string): Promise<unknown> {
  const filled = line.replace('$SANDBOX', address).replace('$TOKEN', DEMO_TOKEN);
  const words = (filled.match(/(?:[^\s']|'[^']*')+/g) ?? []).map((word) => word.replaceAll("'", ''));
  const data = words.filter((_, index) => words[index - 1] === '-d');
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const response = await fetch(words[2] ?? '', { method: 'POST', headers, body: data.join('&') });
  return response.json();
}

describe('the page about the sandbox', () => {
  it.each(shown)('shows what this answers: $command', async ({ command, answer }) => {
    const { address } = await startHarbour({ world: DEMO_WORLD });
    const answers: unknown[] = [];
    for (const line of command.trim().split('\n')) answers.push(await curl(line, address));
    expect(answers.at(-1)).toMatchObject(JSON.parse(answer));
  });

  it('has a call in every block that promises an answer', () => {
    const calls = blocks.filter(({ language, code }) => language === 'sh' && code.includes('curl'));
    expect(shown.length).toBe(calls.length);
    expect(shown.length).toBeGreaterThan(4);
  });

  it('shows a world that the sandbox takes', async () => {
    const world = JSON.parse(blocks.find(({ code }) => code.includes('"chats"'))?.code ?? '');
    const harbour = await startHarbour({ world });
    expect(harbour.world()['chats']).toHaveLength(2);
  });

  it('shows a test that passes', async () => {
    const code = blocks.find(({ language }) => language === 'js')?.code ?? '';
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
    const body = code.replace(/^import .*$/m, '').replace('console.assert', 'assert');
    const held: unknown[] = [];
    const assert = (holds: unknown): number => held.push(holds);
    await new AsyncFunction('startSandbox', 'token', 'assert', body)(startSandbox, DEMO_TOKEN, assert);
    expect(held).toEqual([true]);
  });
});
