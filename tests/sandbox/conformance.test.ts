import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

const RUNNER = resolve(import.meta.dirname, '../../scripts/conformance.js');

/** The people and the chat that scenarios speak of are the runner's. */
const CASES = {
  world: {
    bot: { id: 77, token: '77:PierBotOfTheConformanceTests0000000', username: 'pier_bot' },
    users: { '1001': 'active, has pressed Start' },
    chats: {
      '-1001000000001': {
        type: 'channel',
        username: 'pier_news',
        bot: 'administrator with can_post_messages',
      },
    },
  },
  api: [
    {
      id: 'to-the-reader',
      method: 'sendMessage',
      params: { chat_id: 1001, text: 'The pier is open' },
      expect: { ok: true, result: { text: 'The pier is open' } },
    },
    {
      id: 'after-a-fault',
      before: [{ sandbox: 'the server answers 500 once' }],
      method: 'getMe',
      params: {},
      expect: { ok: false, error_code: 500 },
    },
  ],
  // The first leaves hundreds of calls under way, which nothing after it may meet.
  scenarios: [{ id: 'flood-per-chat' }, { id: 'channel-post' }],
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function caseFile(cases: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-cases-'));
  closing.push(() => rm(folder, { recursive: true }));
  const path = join(folder, 'cases.json');
  await writeFile(path, JSON.stringify(cases));
  return path;
}

async function runCases(cases: object, root: string): Promise<string> {
  const args = [RUNNER, '--cases', await caseFile(cases), '--root', root];
  const run = promisify(execFile)(process.execPath, args);
  return (await run.catch((failed: { stdout: string }) => failed)).stdout;
}

async function startPier(): Promise<string> {
  const sandbox = await startSandbox({ port: 0, world: CASES.world });
  closing.push(sandbox.close);
  return sandbox.address;
}

describe('the conformance runner', () => {
  it('passes against a server that runs already, again and again', async () => {
    const root = await startPier();
    const all = 'api: 2 of 2 (100.0 %)\nscenarios: 2 of 2 (100.0 %)\n';
    expect(await runCases(CASES, root)).toBe(all);
    expect(await runCases(CASES, root)).toBe(all);
  });

  it('says which case fails, and why', async () => {
    const [first] = CASES.api;
    const cases = { ...CASES, api: [{ ...first, expect: { result: { text: 'Closed' } } }], scenarios: [] };
    expect(await runCases(cases, await startPier())).toBe(
      '✗ api to-the-reader: .result.text: expected "Closed", got "The pier is open"\napi: 0 of 1 (0.0 %)\n',
    );
  });
});
