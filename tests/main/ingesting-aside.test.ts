import { expect, it, onTestFinished } from 'vitest';
import { ingestingAside } from '../../src/main/ingesting-aside.ts';
import { forwardingLog, writeForwarded } from '../../src/main/thread-log.ts';
import { eventually } from '../e2e/world/telegram.ts';
import { openBot } from './desk.ts';

type Line = { readonly sentence: string; readonly fields: Readonly<Record<string, unknown>> };

function linesOfLog() {
  const lines: Line[] = [];
  const write = (fields: Line['fields'], sentence: string): void => void lines.push({ fields, sentence });
  return { lines, log: { debug: write, info: write, warn: write, error: write } };
}

it.each([
  ['has too little memory', { memoryMb: 2 }, 'memory'],
  ['hangs', { silenceMs: 1 }, 'said nothing for 0.001 seconds'],
])('outlives a thread that %s, and begins it anew', async (_what, limits, reason) => {
  const { lines, log } = linesOfLog();
  const parts = await openBot({}, { log });
  const stopping = new AbortController();
  const running = ingestingAside(parts, limits).run(stopping.signal);
  onTestFinished(() => {
    stopping.abort();
    return running;
  });
  await eventually(() => {
    const broken = lines.filter(({ sentence }) => sentence.includes('begins anew'));
    expect(broken.length).toBeGreaterThanOrEqual(2);
    expect(String(broken[0]?.fields['err'])).toContain(reason);
  });
});

it('logs for its thread, errors with their cause', () => {
  const { lines, log } = linesOfLog();
  const thread = forwardingLog('info', (line) => writeForwarded(log, line));
  const err = new Error('No pier', { cause: new Error('It was sold') });
  thread.error({ err, source: 'pier' }, 'An item could not be taken in');
  thread.debug({}, 'Nothing that was asked for');
  expect(lines).toEqual([
    {
      sentence: 'An item could not be taken in',
      fields: {
        source: 'pier',
        err: expect.objectContaining({ message: expect.stringContaining('It was sold') }),
      },
    },
  ]);
});
