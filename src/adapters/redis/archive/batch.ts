import type { RedisClient } from '../connect.ts';
import type { ScriptArgument } from '../load-scripts.ts';

/** A method of the connection, such as `zadd`, `getBuffer` or a script's name, and its arguments. */
export type Command = readonly [name: string, ...args: readonly ScriptArgument[]];

/**
 * Sends commands together and answers their replies in order; throws the first error. Not atomic: all commands of a batch
 * may be repeated. They leave in one write (see `connect.ts`); a pipeline of ioredis costs more to make than to send, and
 * cannot go to several shards.
 */
export async function batch(redis: RedisClient, commands: readonly Command[]): Promise<readonly unknown[]> {
  return Promise.all(commands.map((command) => send(redis, command)));
}

function send(redis: RedisClient, [name, ...args]: Command): unknown {
  const method: unknown = Reflect.get(redis, name);
  if (typeof method !== 'function') throw new Error(`The connection knows no ${name}`);
  return method.apply(redis, args);
}

/** A reply that should be a list of strings, as one. */
export function toStrings(reply: unknown): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : [];
}
