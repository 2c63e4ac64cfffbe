import { describe, expect, it } from 'vitest';
import { type Performing, perform } from '../../../src/app/conversation/perform.ts';
import type { SendOutcome } from '../../../src/app/ports/telegram.ts';

const MESSAGE = { text: 'The ferry sails again.', entities: [] };
const SENT: SendOutcome = { kind: 'sent', messageId: 1 };
const UNCONNECTED: SendOutcome = { kind: 'no-answer', reason: 'ECONNREFUSED', neverLeft: true };
const SILENT: SendOutcome = { kind: 'no-answer', reason: 'no answer in time' };

function scene(outcomes: readonly SendOutcome[]) {
  let [tries, nowMs] = [0, 0];
  const send = async (): Promise<SendOutcome> => outcomes[tries++] ?? SENT;
  const quiet = (): void => undefined;
  const world: Performing = {
    sender: { send, sendFile: send, copy: send, edit: send, forward: send, remove: send },
    presses: { answer: async () => undefined },
    budget: { reserve: async () => 0, hold: async () => undefined },
    subscribers: {
      add: async () => true,
      remove: async () => true,
      has: async () => true,
      seen: async () => undefined,
      count: async () => 1,
    },
    clock: {
      now: () => nowMs,
      sleep: async (ms) => {
        nowMs += ms;
      },
    },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  };
  return {
    reply: () => perform(world, [{ kind: 'send', chat: 5, message: MESSAGE }]),
    tries: () => tries,
    tookMs: () => nowMs,
  };
}

describe('a reply', () => {
  it('waits for as long as Telegram cannot be reached, ever more slowly', async () => {
    const { reply, tries, tookMs } = scene(new Array(60).fill(UNCONNECTED));
    await reply();
    expect(tries()).toBe(61);
    expect(tookMs()).toBeGreaterThan(10 * 60_000);
  });

  it('outlasts a minute in which Telegram takes calls and answers none', async () => {
    const { reply, tries } = scene(new Array(6).fill(SILENT));
    await reply();
    expect(tries()).toBe(7);
  });

  it('is given up when it was perhaps sent seven times', async () => {
    const { reply, tries } = scene(new Array(7).fill(SILENT));
    await expect(reply()).rejects.toThrow('Telegram gave no answer: no answer in time');
    expect(tries()).toBe(7);
  });
});
