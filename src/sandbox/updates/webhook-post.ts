import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { QueuedUpdate, Webhook } from '../world/state.ts';
import { toUpdate } from './queue.ts';

export type WebhookOutcome =
  | { readonly kind: 'accepted'; readonly reply?: Record<string, unknown> }
  | { readonly kind: 'failed' | 'gone'; readonly reason: string; readonly retryAfterMs?: number };

const ANSWER_TIMEOUT_MS = 60_000;
const MAX_REPLY_BYTES = 1024 * 1024;

/** Hosts that mean this machine: to others nothing is ever sent. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1|.*\.localhost)$/i.test(hostname);
}

/** Posts one update and tells what came of it; never throws. */
export function postUpdate(webhook: Webhook, update: QueuedUpdate): Promise<WebhookOutcome> {
  const url = new URL(webhook.url);
  if (!isLoopback(url.hostname)) {
    const reason = 'The sandbox sends updates to this machine only';
    return Promise.resolve({ kind: 'failed', reason });
  }
  const body = Buffer.from(JSON.stringify(toUpdate(update)));
  const login = decodeURIComponent(`${url.username}:${url.password}`);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Accept-Encoding': 'gzip, deflate',
    Connection: 'keep-alive',
    ...(webhook.secretToken === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': webhook.secretToken }),
    ...(login === ':' ? {} : { Authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
  };
  return new Promise((resolve) => {
    const fail = (error: Error): void => resolve({ kind: 'failed', reason: reasonOf(error) });
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    // A certificate on one's own machine is rarely signed by anybody.
    const options = { method: 'POST', headers, rejectUnauthorized: false, timeout: ANSWER_TIMEOUT_MS };
    const request = send(url, options, (response) => {
      readAnswer(response).then(resolve, fail);
    });
    request.on('timeout', () => request.destroy(new Error('Read timeout expired')));
    request.on('error', fail);
    request.end(body);
  });
}

function reasonOf(error: Error & { code?: string }): string {
  return error.code === 'ECONNREFUSED' ? 'Connection refused' : error.message;
}

async function readAnswer(response: IncomingMessage): Promise<WebhookOutcome> {
  const status = response.statusCode ?? 0;
  const body = await readLimited(response);
  if (status >= 200 && status < 300) {
    const reply = readReply(response.headers['content-type'] ?? '', body);
    return { kind: 'accepted', ...(reply === undefined ? {} : { reply }) };
  }
  const seconds = Number(response.headers['retry-after']);
  return {
    kind: status === 410 ? 'gone' : 'failed',
    reason: `Wrong response from the webhook: ${status} ${response.statusMessage ?? ''}`.trim(),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

async function readLimited(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size <= MAX_REPLY_BYTES) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Methods that a webhook's answer cannot call. */
const NOT_BY_REPLY = /^(setwebhook|deletewebhook|close|logout|get.*)$/i;

function readReply(type: string, body: string): Record<string, unknown> | undefined {
  const fields = type.startsWith('application/json')
    ? parseObject(body)
    : Object.fromEntries(new URLSearchParams(body));
  const method = fields?.['method'];
  return typeof method === 'string' && !NOT_BY_REPLY.test(method) ? fields : undefined;
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
