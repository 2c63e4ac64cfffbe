import { Cluster } from 'ioredis';
import type { RedisClient } from './connect.ts';

/** What is wrong with how a Redis keeps its data, and the command that mends it. */
export type DurabilityFinding = {
  /** `refuse`: the bot must not start on it. `warn`: it may, and the operator is told. */
  readonly weight: 'refuse' | 'warn';
  readonly problem: string;
  readonly mend: string;
};

export type Durability = {
  /** Undefined where the server does not let its settings be read, as hosted ones often do. */
  readonly maxmemoryPolicy?: string;
  readonly appendonly?: boolean;
  /** The snapshot rule as Redis writes it: `3600 1 300 100`; empty when no snapshot is ever made. */
  readonly save?: string;
  readonly findings: readonly DurabilityFinding[];
};

const UNREADABLE: DurabilityFinding = {
  weight: 'warn',
  problem: 'Redis does not say how it keeps its data (CONFIG is not allowed)',
  mend: "check with its provider that it evicts nothing ('noeviction') and appends to a file",
};

/** Reads how Redis keeps its data; of a cluster, what is worst among its masters. Throws when Redis cannot be asked. */
export async function readDurability(redis: RedisClient): Promise<Durability> {
  // A cluster knows its masters only once it has answered.
  if (redis instanceof Cluster) await redis.ping();
  const nodes = redis instanceof Cluster ? redis.nodes('master') : [redis];
  const read = await Promise.all(nodes.map((node) => node.config('GET', '*').then(toSettings, refused)));
  const all = read.map(judge);
  const worst = all.find(({ findings }) => findings.some(({ weight }) => weight === 'refuse'));
  return worst ?? all.find(({ findings }) => findings.length > 0) ?? all[0] ?? { findings: [UNREADABLE] };
}

function refused(error: unknown): undefined {
  const isRefusal = error instanceof Error && /^(NOPERM|ERR)\b/.test(error.message);
  if (!isRefusal) throw error;
  return undefined;
}

function toSettings(reply: unknown): ReadonlyMap<string, string> {
  const flat = Array.isArray(reply) ? reply.map(String) : [];
  return new Map(flat.flatMap((key, i) => (i % 2 === 0 ? [[key, flat[i + 1] ?? '']] : [])));
}

/** The rule, apart from the asking. */
export function judge(settings: ReadonlyMap<string, string> | undefined): Durability {
  const maxmemoryPolicy = settings?.get('maxmemory-policy');
  const appendonly = settings?.get('appendonly');
  const save = settings?.get('save') ?? '';
  if (maxmemoryPolicy === undefined || appendonly === undefined) return { findings: [UNREADABLE] };
  const findings: DurabilityFinding[] = [];
  if (maxmemoryPolicy !== 'noeviction') {
    findings.push({
      weight: 'refuse',
      problem: `Redis throws data away when memory is short (maxmemory-policy ${maxmemoryPolicy}): posts would be sent again or never`,
      mend: 'redis-cli CONFIG SET maxmemory-policy noeviction && redis-cli CONFIG REWRITE',
    });
  }
  if (appendonly !== 'yes') {
    findings.push({
      weight: 'warn',
      problem:
        save === ''
          ? 'Redis keeps nothing on disk: a restart of it forgets what was posted'
          : 'Redis keeps only snapshots: a crash of it forgets what was posted since the last one',
      mend: 'redis-cli CONFIG SET appendonly yes && redis-cli CONFIG REWRITE',
    });
  }
  return { maxmemoryPolicy, appendonly: appendonly === 'yes', save, findings };
}
