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
export function record(core: Core, recorded: Recorded): void {
  const line = lineOf(recorded, core.clock.now());
  core.transcript.add(line);
  if (core.events.hasListeners()) core.events.emit({ type: 'request', line: maskedLine(line) });
}

/** Of calls whose bot is known: only these can be trusted to stay. */
const WHO = new WeakMap<ApiTarget, string>();

/** Token, bot and method of a line; the same for all calls that come by one path. */
function whoOf({ target, method, bot }: Recorded): string {
  const known = WHO.get(target);
  if (known !== undefined) return known;
  const token = JSON.stringify(target.token);
  if (bot === undefined) return `"token":${token},"method":${JSON.stringify(target.methodName)}`;
  const who = `"token":${token},"bot":${bot},"method":${JSON.stringify(method ?? target.methodName)}`;
  WHO.set(target, who);
  return who;
}

/** JSON in pieces, since parameters and answer mostly are JSON already. */
function lineOf(recorded: Recorded, now: number): string {
  const { args, outcome, startedMs } = recorded;
  const { answer, accepted, delivered, fault } = outcome;
  const status = answer === undefined ? 0 : answer.ok ? 200 : answer.code;
  const body = answer === undefined ? 'null' : (outcome.body ?? bodyOf(answer));
  const parameters = args.source ?? JSON.stringify(parametersOf(args));
  const ms = Math.round(performance.now() - startedMs);
  const outcomes = `"status":${status},"ms":${ms},"accepted":${accepted},"delivered":${delivered}`;
  const weather = fault === undefined ? '' : `,"fault":${JSON.stringify(fault)}`;
  return `{"time":${now},${whoOf(recorded)},"parameters":${parameters},"answer":${body},${outcomes}${weather}}`;
}

/** A line of the transcript for those who only watch: without the secret of the token. */
export function maskedLine(line: string): Record<string, unknown> {
  const fields = JSON.parse(line) as Record<string, unknown>;
  return { ...fields, token: `${String(fields['token']).split(':')[0]}:…` };
}

function parametersOf({ values, files }: Arguments): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of values) parameters[name] = value;
  for (const [name, { name: file, mimeType, bytes }] of files) {
    parameters[name] = { file, mime_type: mimeType, bytes: bytes.length };
  }
  return parameters;
}
