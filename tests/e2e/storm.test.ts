import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const STORM = resolve(import.meta.dirname, '../../scripts/storm.js');

it('keeps every promise through a short storm of faults', async () => {
  const size = ['--seed', '25', '--faults', '8', '--subscribers', '500', '--minutes', '0.12', '--hurry'];
  const child = spawn(process.execPath, [STORM, ...size], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGTERM'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  const [code] = await once(child, 'close');
  expect(said).not.toContain('BROKEN');
  expect(said.match(/^kept/gm) ?? [said]).toHaveLength(10);
  expect(code).toBe(0);
}, 150_000);
