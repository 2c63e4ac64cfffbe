import { type Logger, pino } from 'pino';

/**
 * The log of one process: JSON lines, or lines for people when standard output is a terminal. `secrets` are struck
 * out wherever they turn up, in whatever field or error.
 */
export function createLog(level: string, secrets: readonly string[]): Logger {
  const hide = hiding(secrets.filter((secret) => secret.length > 0));
  const options = {
    level,
    base: null,
    hooks: { streamWrite: hide },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  if (!process.stdout.isTTY) return pino(options);
  return pino({
    ...options,
    transport: {
      target: 'pino-pretty',
      options: { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', singleLine: true },
    },
  });
}

/** Strikes secrets out of a line, as they are and as they look within an address. */
export function hiding(secrets: readonly string[]): (line: string) => string {
  const forms = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
  return (line) => forms.reduce((safe, form) => safe.replaceAll(form, '[secret]'), line);
}
