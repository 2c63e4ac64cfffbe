import { spawn } from 'node:child_process';

/** How often a command that takes long says that it is still at work. */
const STILL_AT_WORK_MS = 5_000;

/** What cannot be set up without the reader: one sentence that says what to do. The scripts print it and exit with 1. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** Set-up talks on stderr alone: stdout belongs to the command, and `analyze --jsonl` must keep it clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a command in silence and answers `{ code, output }`; its output is for the sentence after a failure. With
 * `doing` ("installing the packages") it says when it begins, that it is still at work, and how long it took.
 */
export async function run(command, args, { cwd, env = {}, doing } = {}) {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1_000);
  if (doing !== undefined) say(`${doing} …`);
  const ticking =
    doing === undefined ? undefined : setInterval(() => say(`  … ${seconds()} s`), STILL_AT_WORK_MS);
  const result = await collect(spawn(command, args, { cwd, env: { ...process.env, ...env } }));
  clearInterval(ticking);
  if (doing !== undefined && result.code === 0) say(`  done in ${seconds()} s`);
  return result;
}

function collect(child) {
  const chunks = [];
  child.stdin.end();
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** The last lines of a command's output: what a reader needs of a failure. */
export function tail(output, lines = 15) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
