import { readFileSync } from 'node:fs';
import type { RedisClient } from './connect.ts';

export type ScriptArgument = string | number | Buffer;

/** One atomic step in Redis. All keys must share a hash tag. The answer is as Lua gave it: check it at the edge. */
export type Script = (keys: readonly string[], args: readonly ScriptArgument[]) => Promise<unknown>;

/**
 * Loads `scripts/<name>.lua`, which stands beside this module, and defines it on the connection. Each script is
 * headed by its purpose, KEYS, ARGV and answer. Bulk replies come as strings; `{ binary: true }` gives Buffers.
 */
export function loadScript(
  redis: RedisClient,
  name: string,
  { binary = false }: { readonly binary?: boolean } = {},
): Script {
  const lua = readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), 'utf8');
  redis.defineCommand(name, { lua });
  const command: unknown = Reflect.get(redis, binary ? `${name}Buffer` : name);
  if (typeof command !== 'function') throw new Error(`ioredis did not define the script ${name}`);
  return async (keys, args) => command.call(redis, keys.length, ...keys, ...args);
}
