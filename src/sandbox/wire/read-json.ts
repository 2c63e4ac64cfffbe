import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '../control/problem.ts';
import { readBody } from './arguments.ts';

const MAX_CONTROL_BYTES = 32 * 1024 * 1024;

/** The JSON body of a control call; an empty one is an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_CONTROL_BYTES);
  if (typeof body === 'string') throw new Problem(`The request body is ${body}`);
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new Problem('The request body is no JSON');
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
