import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const BUILT = resolve(import.meta.dirname, '../../dist/sandbox/start-sandbox.js');

/**
 * The server under test: the one at `root`, or a fresh sandbox of this project's for each case.
 * @param {{ root?: string, world: object }} options
 */
export async function createTarget({ root, world }) {
  const own = root === undefined ? await importSandbox() : undefined;
  let sandbox;
  const target = {
    token: world.bot.token,
    root: root?.replace(/\/$/, ''),
    /** Each case begins in an untouched world, as far as the server has one to offer. */
    async reset(kind) {
      const keepsNothing = kind === 'parse' || kind === 'fix' || kind === 'detect';
      if (own === undefined) return keepsNothing ? undefined : resetRemote(target);
      if (keepsNothing && sandbox !== undefined) return;
      await sandbox?.close();
      sandbox = await own.startSandbox({ port: 0, world });
      target.root = sandbox.address;
    },
    close: async () => sandbox?.close(),
  };
  return target;
}

async function importSandbox() {
  if (!existsSync(BUILT)) throw new Error('The sandbox is not built: run "npm run build", or give --root');
  return import(BUILT);
}

/** Fair weather comes first, or what is left of the last case's could hit the next call; a webhook may be changed once a second. */
async function resetRemote(target) {
  await control(target, 'weather', { faults: [], flood: false }).catch(() => undefined);
  await control(target, 'clock', { advance_ms: 5000 }).catch(() => undefined);
  await call(target, 'deleteWebhook', { drop_pending_updates: true });
}

/** Longer than the longest poll of a case: a call that has no answer by then gets none. */
const PATIENCE_MS = 60_000;

/** Calls a method with JSON and tells status and body. */
export async function call(target, method, params = {}, signal = AbortSignal.timeout(PATIENCE_MS)) {
  const response = await fetch(`${target.root}/bot${target.token}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(params),
    signal,
  });
  return answerOf(response);
}

export async function answerOf(response) {
  const text = await response.text();
  const body = text.startsWith('{') ? JSON.parse(text) : { text };
  return { status: response.status, headers: response.headers, body };
}

/** Calls the sandbox's own interface; throws for a server that has none. */
export async function control(target, path, fields) {
  const response = await fetch(`${target.root}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`/sandbox/${path}: ${body.error ?? body.description}`);
  return body;
}
