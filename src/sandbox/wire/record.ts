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
  const { answer, accepted, delivered, fault } = outcome;
  const status = answer === undefined ? 0 : answer.ok ? 200 : answer.code;
  const body = answer === undefined ? 'null' : (outcome.body ?? bodyOf(answer));
  const lineFor = (token: string): string => {
    const parameters = args.source ?? JSON.stringify(parametersOf(args));
    const head = `{"time":${core.clock.now()},"token":${JSON.stringify(token)},${bot === undefined ? '' : `"bot":${bot},`}`;
    const call = `"method":${JSON.stringify(method ?? target.methodName)},"parameters":${parameters},"answer":${body}`;
    const ms = Math.round(performance.now() - startedMs);
    const tail = `"status":${status},"ms":${ms},"accepted":${accepted},"delivered":${delivered}`;
    return `${head}${call},${tail}${fault === undefined ? '' : `,"fault":${JSON.stringify(fault)}`}}`;
  };
  core.transcript.add(lineFor(target.token));
  if (!core.events.hasListeners()) return;
  const masked = JSON.parse(lineFor(`${target.token.split(':')[0]}:…`)) as Record<string, unknown>;
  core.events.emit({ type: 'request', line: masked });
}

function parametersOf({ values, files }: Arguments): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of values) parameters[name] = value;
  for (const [name, { name: file, mimeType, bytes }] of files) {
    parameters[name] = { file, mime_type: mimeType, bytes: bytes.length };
  }
  return parameters;
}
