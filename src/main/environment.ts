import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment, with `.env` of the current folder for what it leaves open. */
export function loadEnvironment(): Environment {
  if (!existsSync('.env')) return process.env;
  const file = parseEnv(readFileSync('.env', 'utf8'));
  return { ...file, ...process.env };
}
