import { pino } from 'pino';
import type { Log } from '../app/ports/clock.ts';

/** The log of a thread, whose lines the process writes: errors and whatever else is in them become plain data here. */
export function forwardingLog(level: string, forward: (line: string) => void): Log {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } };
  return pino(options, { write: forward });
}

type Level = keyof Log;

const LEVELS: ReadonlySet<string> = new Set<Level>(['debug', 'info', 'warn', 'error']);

function isLevel(value: unknown): value is Level {
  return typeof value === 'string' && LEVELS.has(value);
}

/** Writes a line that `forwardingLog` forwarded. */
export function writeForwarded(log: Log, line: string): void {
  const { level, time: _time, msg, ...fields }: Readonly<Record<string, unknown>> = JSON.parse(line);
  if (isLevel(level)) log[level](fields, String(msg));
}
