import type { Core } from '../core.ts';
import type { ApiTarget } from './api-path.ts';
import type { Arguments } from './arguments.ts';
import { bodyOf, type Outcome } from './send-answer.ts';

export type Recorded = {
  readonly target: ApiTarget;
  readonly args: Arguments;
  readonly outcome: Outcome;
  /** By `performance.now()`. */
  readonly startedMs: number;
  readonly method?: string;
  readonly bot?: number;
};

/** Writes one call into the transcript, and tells whoever watches, the token masked. */
export function record(core: Core, { target, args, outcome, startedMs, method, bot }: Recorded): void {
  const head = {
    time: core.clock.now(),
    token: target.token,
    ...(bot === undefined ? {} : { bot }),
    method: method ?? target.methodName,
    parameters: parametersOf(args),
  };
  const { answer, accepted, delivered, fault } = outcome;
  const status = answer === undefined ? 0 : answer.ok ? 200 : answer.code;
  const body = answer === undefined ? 'null' : (outcome.body ?? bodyOf(answer));
  const ms = Math.round(performance.now() - startedMs);
  const tail = { status, ms, accepted, delivered, ...(fault === undefined ? {} : { fault }) };
  core.transcript.add(
    `${JSON.stringify(head).slice(0, -1)},"answer":${body},${JSON.stringify(tail).slice(1)}`,
  );
  if (!core.events.hasListeners()) return;
  const masked = { ...head, token: `${target.token.split(':')[0]}:…` };
  core.events.emit({ type: 'request', line: { ...masked, ...tail, answer: JSON.parse(body) as unknown } });
}

function parametersOf({ values, files }: Arguments): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of values) parameters[name] = value;
  for (const [name, { name: file, mimeType, bytes }] of files) {
    parameters[name] = { file, mime_type: mimeType, bytes: bytes.length };
  }
  return parameters;
}
